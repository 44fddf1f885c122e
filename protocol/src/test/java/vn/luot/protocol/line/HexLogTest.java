package vn.luot.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HexLogTest {
    private final LineAddress address = LineAddress.parse("serial:/dev/ttyUSB0@9600");
    private final HexLog hex = new HexLog(address);
    private final Logger logger = (Logger) LoggerFactory.getLogger("vn.luot.line." + address);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @AfterEach
    void detach() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void writesBothDirectionsAsHex() {
        logTo(Level.DEBUG);

        hex.sent(new byte[] {0x1b, 0x40, (byte) 0xc2});
        hex.received(new byte[] {0x12});

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly("> 1b40c2", "< 12");
    }

    @Test
    void isSilentUnlessAskedFor() {
        logTo(null);

        hex.sent(new byte[] {0x1b});

        assertThat(log.list).isEmpty();
    }

    private void logTo(Level level) {
        logger.setLevel(level);
        logger.addAppender(log);
        log.start();
    }
}
