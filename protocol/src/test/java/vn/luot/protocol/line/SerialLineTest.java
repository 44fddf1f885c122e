package vn.luot.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SerialLineTest {
    @Test
    void saysWhichPortIsAbsent(@TempDir Path dev) throws InterruptedException {
        var device = dev.resolve("ttyUSB7");
        var heard = new Heard();

        try (var line = Line.open(LineAddress.parse("serial:" + device + "@9600"), heard)) {
            assertThat(heard.next())
                    .isEqualTo("down không có cổng " + device
                            + ", hãy kiểm tra dây và tên cổng / no such port: check the cable and the name");
            assertThat(line.address()).hasToString("serial:" + device + "@9600");
        }
    }
}
