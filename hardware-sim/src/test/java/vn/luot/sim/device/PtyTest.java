package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;

/** No program hears what was said to the one before. */
@Timeout(300)
class PtyTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] OLD = {1, 2, 3, 4, 5};

    @Test
    void whatAProgramLeftUnreadIsGoneForTheNext() throws IOException {
        try (var pty = new Pty()) {
            try (var first = new FileInputStream(file(pty))) {
                pty.write(OLD);
                Await.until(SOON, "it lies in the port", () -> unread(first) == OLD.length);
            }

            assertThat(pty.read(new byte[8], Duration.ZERO))
                    .as("nobody is there")
                    .isEqualTo(-1);

            try (var second = new FileInputStream(file(pty))) {
                assertThat(unread(second)).isZero();
            }
        }
    }

    @Test
    void aLineDoesNotHearWhatLayInItsPortBefore() throws IOException {
        var heard = new Ear();
        try (var pty = new Pty();
                var before = new FileInputStream(file(pty))) {
            pty.write(OLD);
            Await.until(SOON, "it lies in the port", () -> unread(before) == OLD.length);

            try (var line = Line.open(LineAddress.parse("serial:" + pty.path() + "@9600"), heard)) {
                Await.until(SOON, "it is open", () -> heard.isUp);
                pty.write(new byte[] {42});
                Await.until(SOON, "it hears what is new", () -> !heard.bytes.isEmpty());
                assertThat(line.address()).isNotNull();
            }
        }

        assertThat(heard.bytes.get(0)).containsExactly(42);
    }

    private static File file(Pty pty) {
        return pty.path().toFile();
    }

    private static int unread(FileInputStream port) {
        try {
            return port.available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Ear implements Line.Listener {
        private final List<byte[]> bytes = new CopyOnWriteArrayList<>();
        private volatile boolean isUp;

        @Override
        public void up() {
            isUp = true;
        }

        @Override
        public void down(String reason) {}

        @Override
        public void received(byte[] now) {
            bytes.add(now);
        }
    }
}
