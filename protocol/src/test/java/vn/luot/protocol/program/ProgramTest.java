package vn.luot.protocol.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.luot.protocol.line.LineAddress;

class ProgramTest {
    @Command(name = "kiosk", mixinStandardHelpOptions = true, version = "1")
    private static final class Kiosk implements Callable<Integer> {
        @Option(names = "--port", defaultValue = "8081")
        int port;

        @Option(names = "--printer", defaultValue = "tcp:may-in:9100")
        LineAddress printer;

        @Option(names = "--token-file")
        Path tokenFile;

        @Command(name = "test")
        int test(@Option(names = "--profile", required = true) String profile) {
            return profile.length();
        }

        @Override
        public Integer call() {
            if (port == 1) {
                throw new CannotStart("cổng 1 đang bận, hãy chọn cổng khác", "port 1 is taken: choose another");
            }
            return 0;
        }
    }

    private final Kiosk kiosk = new Kiosk();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path dir;

    @Test
    void usesItsOwnDefaults() {
        assertThat(run(Map.of())).isZero();

        assertThat(kiosk.port).isEqualTo(8081);
        assertThat(kiosk.printer).isEqualTo(new LineAddress.Tcp("may-in", 9100));
    }

    @Test
    void readsTheConfigFile() throws IOException {
        var file = config("# máy in ở sảnh\nprinter = serial:/dev/ttyUSB0@9600\ntoken-file = /etc/luot/mã\n");

        assertThat(run(Map.of(), "--config", file.toString())).isZero();

        assertThat(kiosk.printer).hasToString("serial:/dev/ttyUSB0@9600");
        assertThat(kiosk.tokenFile).isEqualTo(Path.of("/etc/luot/mã"));
    }

    @ParameterizedTest
    @CsvSource({"'', '', 8081", "'', 8082, 8082", "8083, 8082, 8083"})
    void prefersFlagToEnvironmentToFile(String flag, String environment, int expected) throws IOException {
        var file = config(environment.isEmpty() ? "" : "port = 9\n");
        var args =
                flag.isEmpty() ? new String[] {"--config=" + file} : new String[] {"--config=" + file, "--port", flag};

        run(environment.isEmpty() ? Map.of() : Map.of("LUOT_PORT", environment), args);

        assertThat(kiosk.port).isEqualTo(expected);
    }

    @Test
    void namesTheKeyNearestToAnUnknownOne() throws IOException {
        var file = config("port = 8081\npirnter = tcp:may-in:9100\n");

        assertThat(run(Map.of(), "--config", file.toString())).isEqualTo(2);

        assertThat(errors.toString())
                .isEqualToNormalizingNewlines(file + ": «pirnter = tcp:may-in:9100»: không có khoá này, gần nhất là"
                        + " «printer», hãy sửa hoặc xoá dòng này / unknown key, the nearest is \"printer\":"
                        + " correct or delete the line\n");
    }

    @Test
    void takesTheKeysOfAllItsCommandsFromOneFile() throws IOException {
        var file = config("port = 8082\nprofile = pos\n");

        assertThat(run(Map.of(), "test", "--config", file.toString())).isEqualTo(3);
    }

    @Test
    void namesTheFileThatHoldsAWrongValue() throws IOException {
        var file = config("printer = COM1\n");

        assertThat(run(Map.of(), "--config", file.toString())).isEqualTo(2);

        assertThat(errors.toString())
                .startsWith(file + ": «printer»: giá trị «COM1» không hợp lệ / ")
                .contains("hãy ghi serial:/dev/ttyUSB0@9600 hoặc tcp:HOST:PORT")
                .doesNotContain("Exception");
    }

    @Test
    void namesTheVariableThatHoldsAWrongValue() {
        assertThat(run(Map.of("LUOT_PORT", "tám"))).isEqualTo(2);

        assertThat(errors.toString()).startsWith("LUOT_PORT: «port»: giá trị «tám» không hợp lệ / ");
    }

    @Test
    void saysThatTheConfigFileIsMissing() {
        assertThat(run(Map.of("LUOT_CONFIG", dir.resolve("none").toString()))).isEqualTo(2);

        assertThat(errors.toString())
                .startsWith(dir.resolve("none") + ": không đọc được tệp cấu hình")
                .contains("cannot read the configuration file");
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=1, không hiểu «--prot=1» / Unknown option",
        "test, còn thiếu --profile / Missing required option"
    })
    void saysWhatIsWrongOnTheCommandLine(String argument, String message) {
        assertThat(run(Map.of(), argument)).isEqualTo(2);

        assertThat(errors.toString()).startsWith(message);
    }

    @Test
    void saysInOneLineWhyItCannotStart() {
        assertThat(run(Map.of(), "--port", "1")).isEqualTo(1);

        assertThat(errors.toString())
                .isEqualToNormalizingNewlines(
                        "cổng 1 đang bận, hãy chọn cổng khác / port 1 is taken: choose another\n");
    }

    @ParameterizedTest
    @CsvSource({"port, port, 0", "prot, port, 2", "tokenfile, token-file, 1", "'', abc, 3"})
    void countsTheLettersBetweenTwoKeys(String a, String b, int distance) {
        assertThat(ConfigFile.distance(a, b)).isEqualTo(distance);
    }

    private int run(Map<String, String> environment, String... args) {
        var out = new PrintWriter(new StringWriter());
        return Program.run(kiosk, environment, out, new PrintWriter(errors, true), args);
    }

    private Path config(String text) throws IOException {
        return Files.writeString(dir.resolve("kiosk.properties"), text);
    }
}
