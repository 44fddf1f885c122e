package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub that cannot start says in one line where what is wrong stands, what it is, and what to do. */
class WrongConfigTest {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void makeData() {
        data = folder.resolve("data");
        Commands.on(data, "init", "--admin", "quan-tri").could();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "porrt = 1          | «porrt = 1»          | gần nhất là «port»   | correct or delete the line",
                "port = tám         | «port»: giá trị «tám» | không hợp lệ        | tám",
                "port = 70000       | «port»: không có cổng 70000 | hãy chọn từ 1 đến 65535 | choose one from 1 to 65535",
                "backup-at = 25:00  | «backup-at»: «25:00» không phải giờ | hãy ghi như 01:30 hoặc never | write 01:30, or never",
                "backup-days = 0    | «backup-days»: 0 ngày là quá ít | hãy giữ ít nhất 1 ngày | keep backups for one day at least",
                "port               | «port»: giá trị «» không hợp lệ | --port | Invalid value",
            })
    void namesFileKeyAndValueAndSaysWhatToDo(String line, String what, String todo, String english) throws IOException {
        var file = Files.writeString(folder.resolve("hub.properties"), line + "\n");

        var said = firstLine(Commands.on(data, "--config", file.toString()));

        assertThat(said).startsWith(file + ": ").contains(what.strip(), todo.strip(), " / ", english.strip());
    }

    @Test
    void namesTheFileOfAPortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var file = Files.writeString(
                    folder.resolve("hub.properties"), "host = 127.0.0.1\nport = " + taken.getLocalPort() + "\n");

            var said = firstLine(Commands.on(data, "--config", file.toString()));

            assertThat(said)
                    .startsWith(file + ": «port»: không mở được cổng " + taken.getLocalPort())
                    .contains("chọn cổng khác");
        }
    }

    @Test
    void namesAFileThatIsNotThere() {
        var said =
                firstLine(Commands.on(data, "--config", folder.resolve("none").toString()));

        assertThat(said).startsWith(folder.resolve("none") + ": không đọc được tệp cấu hình");
    }

    @Test
    void anEmptyFileAsksForNothing() throws IOException {
        var file = Files.writeString(folder.resolve("hub.properties"), "");

        Commands.on(data, "device", "add", "--role", "kiosk", "--name", "K1", "--config", file.toString())
                .could();
    }

    @ParameterizedTest
    @CsvSource({"Asia/Ho_Chi_Minh, Asia/Sai_Gon, centre.timeZone", "'\"id\": 2', '\"id\": 1', counters[1].id"})
    void namesTheFileAndThePlaceOfAFaultOfAPlan(String right, String wrong, String place) throws IOException {
        var plan = folder.resolve("plan.json");
        try (var json = RunningHub.class.getResourceAsStream("hall.json")) {
            var text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(right);
            Files.writeString(plan, text.replace(right, wrong));
        }

        var ended = Commands.on(folder.resolve("other"), "init", "--admin", "quan-tri", "--plan", plan.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(plan.toString())
                .contains(place)
                .contains(" / ")
                .doesNotContain("\tat ");
    }

    /** What follows a wrong option is where to read more. */
    private static String firstLine(Commands.Ended ended) {
        assertThat(ended.code()).as(ended.err()).isIn(1, 2);
        assertThat(ended.err()).doesNotContain("\tat ");
        assertThat(ended.err().strip().lines().count()).isLessThanOrEqualTo(2);
        return ended.err().lines().findFirst().orElseThrow();
    }
}
