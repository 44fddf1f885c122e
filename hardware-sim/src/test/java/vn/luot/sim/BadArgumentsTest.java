package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.protocol.program.Program;

/** Whoever asks wrongly is told in one line, in both languages, what to do; nothing starts. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadArgumentsTest {
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    private final PrintStream err = System.err;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setErr(err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sim printer --tcp 99999          | --tcp, hãy chọn từ 0 đến 65535      | --tcp: choose one from 0 to 65535",
                "sim scanner --tcp -1             | --tcp, hãy chọn từ 0 đến 65535      | --tcp: choose one from 0 to 65535",
                "sim printer --baud 0             | --baud, hãy chọn từ 300             | --baud: choose one from 300",
                "sim alpha --baud fast            | giá trị «fast» không hợp lệ         | '--baud': 'fast' is not an int",
                "sim alpha --link /no/such/tty    | thư mục /no/such, hãy tạo           | make it, or choose another name",
                "sim alpha --link FILE            | là tệp có sẵn, hãy chọn tên khác    | choose another name",
                "sim alpha --address 00           | hãy ghi hai chữ số hệ 16            | write two hexadecimal digits",
                "sim alpha --address xyz          | hãy ghi hai chữ số hệ 16            | write two hexadecimal digits",
                "sim modbus --units 1,248         | --units, hãy chọn từ 1 đến 247      | --units: choose one from 1 to 247",
                "sim modbus --units 0             | --units, hãy chọn từ 1 đến 247      | --units: choose one from 1 to 247",
                "sim modbus --units 3,3           | hai màn hình một địa chỉ: [3, 3]    | give each its own",
                "sim vendor --address 256         | --address, hãy chọn từ 0 đến 255    | --address: choose one from 0 to 255",
                "sim vendor --sheet LED           | giá trị «LED» không hợp lệ          | expected one of",
                "sim keypad --address 100         | --address, hãy chọn từ 1 đến 99     | --address: choose one from 1 to 99",
                "sim printer --pictures FILE      | không dùng được cho --pictures      | choose a folder",
                "sim printer --model EPSOM        | giá trị «EPSOM» không hợp lệ        | expected one of",
                "sim printer --fault PAPER        | giá trị «PAPER» không hợp lệ        | expected one of",
                "sim prnter                       | không hiểu «prnter»                 | prnter",
                "demo --port 65534                | --port, hãy chọn từ 0 đến 65533     | --port: choose one from 0 to 65533",
                "demo --once --data FILE          | không dùng được cho --data          | choose a folder",
                "simulate --seeds 0               | --seeds, hãy chọn từ 1              | --seeds: choose one from 1",
                "simulate --seeds 1 --jobs 0      | --jobs, hãy chọn từ 1               | --jobs: choose one from 1",
                "torture --only nothing           | hãy chọn: day, power-cuts           | choose one of day, power-cuts",
                "torture --only clock --data FILE | không dùng được cho --data          | choose a folder",
            })
    void saysInOneLineWhatToDo(String command, String vietnamese, String english) throws IOException {
        var file = Files.createFile(folder.resolve("a-file"));

        var exit =
                Program.run(new Main(), command.replace("FILE", file.toString()).split(" "));

        assertThat(exit).isPositive();
        assertThat(said().lines().findFirst().orElseThrow()).contains(vietnamese, " / ", english);
        assertThat(said()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Program.run(new Main(), "sim", "printer", "--tcp", "" + taken.getLocalPort()))
                    .isPositive();
        }

        assertThat(said()).contains("hãy chọn cổng khác", "choose another one").hasLineCount(1);
    }

    private String said() {
        return complained.toString(StandardCharsets.UTF_8).strip();
    }
}
