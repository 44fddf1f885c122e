package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.program.Program;

class MainTest {
    private static final String BOARDS = """
            {"buses": [{"line": "tcp:127.0.0.1:1", "protocol": "alpha", "boards": [{"address": "01", "shows": "main"}]}]}""";

    @TempDir
    private Path directory;

    private Path token;
    private Path boards;

    @BeforeEach
    void writeFiles() throws IOException {
        token = Files.writeString(directory.resolve("token"), "a-board-token\n");
        boards = Files.writeString(directory.resolve("boards.json"), BOARDS);
    }

    @Test
    void doesNotStartWithoutItsToken() {
        assertThat(run("http://127.0.0.1:1", directory.resolve("absent"), boards))
                .isEqualTo(1);
    }

    @Test
    void doesNotStartWithAFaultInTheBoardsFile() throws IOException {
        Files.writeString(boards, BOARDS.replace("main", "mian"));

        assertThat(run("http://127.0.0.1:1", token, boards)).isEqualTo(2);
    }

    @Test
    void doesNotStartWithoutTheAddressOfAHub() {
        assertThat(run("127.0.0.1", token, boards)).isEqualTo(2);
    }

    private static int run(String hub, Path token, Path boards) {
        return Program.run(new Main(), "--hub", hub, "--token-file", token.toString(), "--boards", boards.toString());
    }
}
