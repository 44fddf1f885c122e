package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.protocol.program.Program;

class MainTest {
    private static final String BOARDS = """
            {"buses": [{"line": "tcp:127.0.0.1:1", "protocol": "alpha", "boards": [{"address": "01", "shows": "main"}]}]}""";

    @TempDir
    private Path directory;

    private Path token;
    private Path boards;

    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final PrintStream err = System.err;

    @BeforeEach
    void writeFiles() throws IOException {
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        token = Files.writeString(directory.resolve("token"), "a-board-token\n");
        boards = Files.writeString(directory.resolve("boards.json"), BOARDS);
    }

    @AfterEach
    void giveBack() {
        System.setErr(err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boadrs = x              | «boadrs = x»: không có khoá này           | gần nhất là «boards» | correct or delete",
                "hub = 10.0.0.5:8080     | «hub»: giá trị «10.0.0.5:8080»            | hãy ghi http://HOST  | write http://HOST",
                "token-file = /no/such   | «token-file»: /no/such: không đọc được    | hãy thêm --pair      | add --pair",
                "ca = /no/such.pem       | «ca»: không đọc được chứng thư /no/such   | hãy chép lại         | ca.pem again",
                "boards = /no/such.json  | «boards»: giá trị «/no/such.json»         | không có tệp này     | no such file",
            })
    void namesFileKeyAndValueAndSaysWhatToDo(String line, String what, String todo, String english) throws IOException {
        var config = config(line);

        assertThat(run("--config", config.toString())).isPositive();

        assertThat(firstLine()).startsWith(config + ": " + what).contains(todo, " / ", english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main  | mian            | buses[0].boards[0].shows: «mian»              | counter:3",
                "01    | zz              | buses[0].boards[0].address: địa chỉ bảng «zz» | hai chữ số hệ 16",
                "alpha | alfa            | buses[0].protocol                             | alpha",
                "tcp:127.0.0.1:1 | COM1  | buses[0].line: địa chỉ đường truyền không hợp lệ: «COM1» | hãy ghi serial:",
                "main\"  | main            | dòng 1 cột                                    | line 1 column",
            })
    void namesThePlaceInTheBoardsFile(String right, String wrong, String what, String todo) throws IOException {
        Files.writeString(boards, BOARDS.replace(right, wrong));
        var config = config("");

        assertThat(run("--config", config.toString())).isEqualTo(2);

        assertThat(firstLine()).startsWith(config + ": «boards»").contains(boards + ": ", what, todo, " / ");
    }

    @ParameterizedTest
    @CsvSource({"--token-file, hub = http://127.0.0.1:9", "--hub, token-file = /no/such"})
    void namesWhatIsMissing(String what, String given) throws IOException {
        var config = Files.writeString(directory.resolve("board.conf"), given + "\nboards = " + boards + "\n");

        assertThat(run("--config", config.toString())).isEqualTo(2);

        assertThat(firstLine()).startsWith("còn thiếu " + what + " / Missing");
    }

    /** A right one, and then the line, which holds. */
    private Path config(String line) throws IOException {
        return Files.writeString(
                directory.resolve("board.conf"),
                "hub = http://127.0.0.1:9\ntoken-file = " + token + "\nboards = " + boards + "\n" + line + "\n");
    }

    private static int run(String... args) {
        return Program.run(new Main(), args);
    }

    private String firstLine() {
        return complained.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    }
}
