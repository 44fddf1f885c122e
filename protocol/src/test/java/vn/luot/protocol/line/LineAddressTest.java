package vn.luot.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serial:/dev/ttyUSB0@9600     | /dev/ttyUSB0 | 9600   | 8 | N | 1
            serial:/dev/ttyS1@9600,7E1   | /dev/ttyS1   | 9600   | 7 | E | 1
            serial:/dev/pts/12@115200    | /dev/pts/12  | 115200 | 8 | N | 1
            serial:/dev/ttyACM0@300,8O2  | /dev/ttyACM0 | 300    | 8 | O | 2
            """)
    void readsSerialLines(String text, String device, int baud, int dataBits, char parity, int stopBits) {
        assertThat(LineAddress.parse(text))
                .isEqualTo(new LineAddress.Serial(device, baud, dataBits, parity, stopBits))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serial:/dev/ttyUSB0@19200,RTSCTS      | RTSCTS
            serial:/dev/ttyUSB0@19200,7E1,XONXOFF | XONXOFF
            serial:/dev/ttyUSB0@19200             | NONE
            """)
    void readsTheHandshake(String text, LineAddress.Handshake handshake) {
        var line = (LineAddress.Serial) LineAddress.parse(text);

        assertThat(line.handshake()).isEqualTo(handshake);
        assertThat(line).hasToString(text);
    }

    @Test
    void knowsHowLongBytesAreOnTheWire() {
        var slow = LineAddress.parse("serial:/dev/ttyS1@9600,7E1");
        var network = LineAddress.parse("tcp:10.0.0.7:9100");

        assertThat(slow.onTheWire(960)).isEqualTo(Duration.ofSeconds(1));
        assertThat(slow.within(Duration.ofMillis(500))).isEqualTo(480);
        assertThat(network.onTheWire(1_000_000)).isZero();
        assertThat(network.within(Duration.ofMillis(1))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void leavesTheUsualFramingUnsaid() {
        assertThat(LineAddress.parse("serial:/dev/ttyS0@9600,8N1")).hasToString("serial:/dev/ttyS0@9600");
    }

    @ParameterizedTest
    @CsvSource({"tcp:192.168.1.50:9100, 192.168.1.50, 9100", "tcp:may-in-1:1, may-in-1, 1", "tcp:in:65535, in, 65535"})
    void readsTcpLines(String text, String host, int port) {
        assertThat(LineAddress.parse(text))
                .isEqualTo(new LineAddress.Tcp(host, port))
                .hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dev/ttyUSB0",
                "serial:/dev/ttyUSB0",
                "serial:ttyUSB0@9600",
                "serial:/dev/ttyUSB0@fast",
                "serial:/dev/ttyUSB0@9600,9N1",
                "serial:/dev/ttyUSB0@9600,8N3",
                "serial:/dev/ttyUSB0@9600,DTR",
                "tcp:host",
                "tcp:host:",
                "tcp::9100",
                "tcp:host:0",
                "tcp:host:65536",
                "tcp:host:99999",
                "udp:host:9100"
            })
    void saysWhatToWriteInstead(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineAddress.parse(text))
                .withMessageContaining("«" + text + "»")
                .withMessageContaining("hãy ghi serial:/dev/ttyUSB0@9600")
                .withMessageContaining("write serial:/dev/ttyUSB0@9600 or tcp:HOST:PORT");
    }
}
