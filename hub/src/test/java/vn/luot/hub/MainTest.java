package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Role;

/** The hub's commands as an operator types them. */
class MainTest {
    @TempDir
    private Path folder;

    private Commands.Ended run(String... args) {
        return Commands.on(data(), args);
    }

    private Path data() {
        return folder.resolve("dữ liệu");
    }

    @Test
    void makesAHubAndLetsInPersonsAndDevices() {
        var made = run("init", "--admin", "quan-tri");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("the data was made").containsPattern("shown only now: [A-Za-z0-9_-]{16}\n");

        var lan = run("person", "add", "--role", "clerk", "--name", "lan", "--shown-as", "Chị Lan");
        assertThat(lan.code()).as(lan.err()).isZero();
        assertThat(lan.out()).containsPattern("shown only now: [A-Za-z0-9_-]{16}\n");

        var kiosk = run("device", "add", "--role", "kiosk", "--name", "K1");
        assertThat(kiosk.code()).as(kiosk.err()).isZero();
        assertThat(kiosk.out()).matches("[A-Za-z0-9_-]{43}\n");
    }

    @Test
    void knowsItsOtherCommandsWithoutReadingThem() {
        assertThat(new CommandLine(new Main()).getSubcommands().keySet()).isSubsetOf(Main.ASK_FOR_MORE);
    }

    @Test
    void refusesToMakeDataTwice() {
        run("init", "--admin", "quan-tri");

        run("init", "--admin", "quan-tri").couldNot("nothing was overwritten");
    }

    @Test
    void leavesNothingBehindWhenTheAdministratorCannotBeAdded() {
        run("init", "--admin", " ").couldNot("tên");

        assertThat(run("init", "--admin", "quan-tri").code()).isZero();
    }

    @Test
    void refusesANameThatIsTaken() {
        run("init", "--admin", "quan-tri");
        run("device", "add", "--role", "kiosk", "--name", "K1");

        run("device", "add", "--role", "board", "--name", "K1").couldNot("«K1» đã có");
        run("person", "add", "--role", "clerk", "--name", "Quan-Tri", "--shown-as", "Lan")
                .couldNot("«quan-tri» đã có");
    }

    @ParameterizedTest
    @ValueSource(strings = {"device add --role kiosk --name K1", "person add --role host --name a --shown-as A"})
    void saysThatThereIsNoDataYet(String command) {
        run(command.split(" ")).couldNot("luot hub init");
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        run("init", "--admin", "quan-tri");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("--host", "127.0.0.1", "--port", "" + taken.getLocalPort()).couldNot("cổng " + taken.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536"})
    void saysThatThereIsNoSuchPort(String port) {
        run("init", "--admin", "quan-tri");

        run("--port", port).couldNot("cổng " + port);
    }

    @Test
    void saysThatTheDataIsNotAHubs() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("luot.db"), "đây không phải cơ sở dữ liệu".repeat(100));

        var ended = run("device", "add", "--role", "kiosk", "--name", "K1");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("không mở được cơ sở dữ liệu").doesNotContain("\tat ");
    }

    @Test
    void namesEveryFaultOfAPlan() throws IOException {
        var plan = folder.resolve("plan.json");
        Files.writeString(plan, "{\"centre\":1}");

        var ended = run("init", "--admin", "quan-tri", "--plan", plan.toString());

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("kế hoạch " + plan + " có lỗi")
                .contains("centre")
                .doesNotContain("\tat ");
        assertThat(data()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "init,                                             --admin",
        "device add --role king --name K1,                 king",
        "device add --role kiosk --name K1 --nmae x,       --nmae",
        "person add --role clerk --name lan,               --shown-as",
        "--port x,                                         «x»",
        "dance,                                            dance",
    })
    void saysWhatWasAskedWrongly(String command, String named) {
        var ended = run(command.split(" "));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains(named)
                .contains(" / ")
                .contains("--help")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesASecondHubOnTheSameData() {
        try (var hub = RunningHub.in(data())) {
            run("--port", "0").couldNot("tiến trình " + ProcessHandle.current().pid());

            assertThat(hub.as(Role.CLERK).get("/api/hall").status()).isEqualTo(200);
        }
    }

    @Test
    void aHubThatCannotStartHasNotOpenedTheDay() throws Exception {
        run("init", "--admin", "quan-tri");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run("--host", "127.0.0.1", "--port", "" + taken.getLocalPort()).couldNot("cổng");
        }

        try (var connection = Database.open(data().resolve("luot.db")).connect();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM step")) {
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"--backup-at 25:00, không phải giờ", "--backup-days 0, ít nhất 1 ngày"})
    void refusesToStartWithABadTimeOfBackup(String options, String why) {
        run("init", "--admin", "quan-tri");

        run(("--port 0 " + options).split(" ")).couldNot(why);
    }
}
