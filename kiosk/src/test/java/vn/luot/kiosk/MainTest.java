package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.kiosk.printer.PrinterStandIn;
import vn.luot.protocol.program.Program;

class MainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private PrinterStandIn device;

    @BeforeEach
    void listen() throws IOException {
        device = new PrinterStandIn();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() throws IOException {
        System.setOut(out);
        System.setErr(err);
        device.close();
    }

    @Test
    void theSelfTestIsPrinted() {
        assertThat(run("printer", "test", "--line", device.address().toString()))
                .isZero();

        assertThat(said()).isEqualTo("PRINTED");
        assertThat(device.papers()).hasSize(1).first().asString().contains("A012", "LUOT-SELF-TEST");
    }

    @Test
    void aSampleTicketIsPrintedAsText() {
        assertThat(run("printer", "test", "--ticket", "--profile", "epson-tcvn3", "--line", device.address() + ""))
                .isZero();

        assertThat(device.papers())
                .hasSize(1)
                .first()
                .asString()
                .contains("A000")
                .doesNotContain("#");
    }

    @Test
    void aPrinterWithoutPaperSaysSo() {
        device.answering(0x1E, 0x32, 0x12, 0x72);

        assertThat(run("printer", "test", "--line", device.address().toString()))
                .isEqualTo(1);

        assertThat(said()).isEqualTo("PAPER_OUT: Thay cuộn giấy mới / Put in a new roll of paper");
    }

    @Test
    void theStateOfAReadyPrinter() {
        assertThat(run("printer", "status", "--line", device.address().toString()))
                .isZero();

        assertThat(said()).isEqualTo("READY: Sẵn sàng / Ready");
    }

    @Test
    void anAbsentPortIsNamed() {
        assertThat(run("printer", "status", "--line", "serial:/dev/no-such-port@9600"))
                .isEqualTo(1);

        assertThat(said()).startsWith("GONE: ").contains("/dev/no-such-port").hasLineCount(1);
    }

    @Test
    void aPrinterThatIsSilentSaysSoInOneLine() {
        device.silent(true);

        assertThat(run("printer", "test", "--line", device.address().toString()))
                .isEqualTo(1);

        assertThat(said()).startsWith("NOT_ANSWERING: ").contains(" / ").hasLineCount(1);
    }

    @Test
    void nobodyAtTheOtherEndOfTheNetworkIsNamed() throws IOException {
        var address = device.address().toString();
        device.close();

        assertThat(run("printer", "test", "--ticket", "--line", address)).isEqualTo(1);

        assertThat(said()).startsWith("GONE: ").contains("127.0.0.1").hasLineCount(1);
    }

    @Test
    void aPrinterThatPrintsButDoesNotConfirmIsNotTakenForPrinted() {
        device.neverFinishing();

        assertThat(run("printer", "test", "--ticket", "--line", device.address().toString()))
                .isEqualTo(1);

        assertThat(said())
                .startsWith("NOT_CONFIRMING: ")
                .contains("hãy xem giấy", "look at the paper")
                .hasLineCount(1);
    }

    @Test
    void aPrinterThatStopsInTheMiddleIsNamedAndThePaperIsToBeLookedAt() {
        device.stopping();

        assertThat(run("printer", "test", "--ticket", "--line", device.address().toString()))
                .isEqualTo(1);

        assertThat(said())
                .startsWith("PAPER_OUT: Thay cuộn giấy mới; không rõ trang đã ra giấy chưa")
                .hasLineCount(1);
    }

    @Test
    void theProfilesAreListed() {
        assertThat(run("printer", "profiles")).isZero();

        assertThat(said()).contains("epson-tcvn3", "TCVN3", "generic-80mm", "RASTER_LINES");
    }

    @Test
    void aWrongTemplateIsNamedBeforeAnythingIsPrinted() throws IOException {
        var file = Files.writeString(folder.resolve("phieu.json"), "{\"lines\": [\n{\"is\": \"NUMBR\"}]}");

        assertThat(run("printer", "test", "--ticket", "--template", file.toString(), "--line", device.address() + ""))
                .isEqualTo(1);

        assertThat(complained()).contains("dòng 2 «lines[0].is»").hasLineCount(1);
        assertThat(device.papers()).isEmpty();
    }

    @Test
    void anUnknownProfileIsAnsweredWithTheOnesThereAre() {
        assertThat(run("printer", "status", "--profile", "epson", "--line", "tcp:127.0.0.1:9"))
                .isEqualTo(1);

        assertThat(complained())
                .contains("generic-80mm, generic-58mm, epson-tcvn3")
                .hasLineCount(1);
    }

    @Test
    void aMissingTokenFileIsNamed() {
        var missing = folder.resolve("token").toString();

        assertThat(run("kiosk", "--hub", "http://127.0.0.1:9", "--token-file", missing, "--printer", "tcp:127.0.0.1:9"))
                .isEqualTo(1);

        assertThat(complained())
                .startsWith(missing)
                .contains("không đọc được", "cannot be read")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profil = generic-80mm  | «profil = generic-80mm»: không có khoá này | gần nhất là «profile»   | correct or delete",
                "port = tám             | «port»: giá trị «tám» không hợp lệ         | --port                  | not an int",
                "port = 70000           | «port»: 70000 không dùng được              | hãy chọn từ 0 đến 65535 | choose one from",
                "hub = 10.0.0.5:8080    | «hub»: giá trị «10.0.0.5:8080»             | hãy ghi http://HOST     | write http://HOST",
                "hub = hub.local:8080   | «hub»: giá trị «hub.local:8080»            | hãy ghi http://HOST     | write http://HOST",
                "printer = ttyUSB0      | «printer»: giá trị «ttyUSB0»               | hãy ghi serial:/dev/    | write serial:/dev/",
                "scanner = ttyUSB1      | «scanner»: giá trị «ttyUSB1»               | hãy ghi serial:/dev/    | write serial:/dev/",
                "profile = epson        | «profile»: không có cấu hình máy in «epson»| hãy chọn: generic-80mm  | choose one of",
                "profile = /no/such.json| «profile»: /no/such.json: không đọc được   | hãy kiểm tra đường dẫn  | check its path",
                "offline-numbers = 900  | «offline-numbers»: 900 không dùng được     | hãy chọn từ 0 đến 500   | choose one from",
                "offline-hours = -1     | «offline-hours»: -1 không dùng được        | hãy chọn từ 0 đến 168   | choose one from",
                "token-file = /no/such  | «token-file»: /no/such: không đọc được     | hãy thêm --pair         | add --pair",
                "ca = /no/such.pem      | «ca»: không đọc được chứng thư /no/such    | hãy chép lại            | ca.pem again",
                "template = /no/such    | «template»: /no/such: không đọc được       | hãy kiểm tra đường dẫn  | check its path",
                "data = /proc/no-such   | «data»: /proc/no-such: không dùng được     | hãy kiểm tra quyền ghi  | check that it is writable",
                "pair = mai be          | «pair»: giá trị «mai be»                   | --pair                  | not a boolean",
            })
    void aWrongConfigurationIsNamedByFileKeyAndValueWithWhatToDo(String line, String what, String todo, String english)
            throws IOException {
        var file = Files.writeString(folder.resolve("kiosk.properties"), rightConfiguration() + line + "\n");

        assertThat(run("kiosk", "--config", file.toString())).isPositive();

        assertThat(complained().lines().findFirst().orElseThrow())
                .startsWith(file + ": " + what)
                .contains(todo, " / ", english);
    }

    /** What comes later in the file holds. */
    private String rightConfiguration() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "a-kiosk-token\n");
        return "hub = http://127.0.0.1:9\nprinter = tcp:127.0.0.1:9\nport = 0\ntoken-file = " + token + "\ndata = "
                + folder.resolve("data") + "\n";
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(run("kiosk", "--printer", "tcp:127.0.0.1:9")).isEqualTo(2);
        assertThat(complained()).startsWith("còn thiếu --token-file / Missing");
    }

    private static int run(String... args) {
        return Program.run(new Main(), args);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8).strip();
    }

    private String complained() {
        return complained.toString(StandardCharsets.UTF_8).strip();
    }
}
