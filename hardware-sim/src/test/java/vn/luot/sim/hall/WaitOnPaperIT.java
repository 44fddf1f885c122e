package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.WaitRange;
import vn.luot.protocol.message.WaitsView;
import vn.luot.sim.device.PrinterModel;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/** How long to wait goes from what the hub has seen to the visitor's paper, in the words of the centre. */
@Timeout(300)
class WaitOnPaperIT {
    private static final String SERVICE = "dat-dai.nop";
    private static final String PASSWORD = "bốn từ không liên quan";
    private static final Pattern WAIT = Pattern.compile("Còn \\d+ người, chừng (\\d+)(?:-(\\d+))? phút nữa");

    @TempDir
    private Path data;

    private final JumpingClock clock = new JumpingClock(Instant.parse("2026-11-25T02:00:00Z"));
    private final SimPrinter printer = new SimPrinter(PrinterModel.EPSON);
    private Vertx vertx;
    private Wire line;
    private DemoHub hub;
    private Kiosk kiosk;
    private Api clerk;
    private String counter;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        line = new Wire(new PtyPort(data.resolve("ttyPrinter"), 115_200), printer);
        hub = DemoHub.start(data, SteadyPort.free(), clock);
        var number = hub.plan().countersFor(SERVICE).get(0);
        counter = "/api/counters/" + number;
        clerk = person(hub.clerkName(number), hub.password());
        clerk.post("/api/day/open", null, Object.class);
        var config = new KioskConfig(
                hub.address(),
                hub.kioskToken(),
                LineAddress.parse(line.address()),
                "epson-tcvn3",
                0,
                data.resolve("kiosk"));
        kiosk = Kiosk.start(vertx, config, clock, clock::nanoTime).await();
    }

    @AfterEach
    void stop() {
        kiosk.close().await();
        vertx.close().await();
        line.close();
        hub.close();
    }

    @Test
    void thePaperTellsTheRangeThatTheHubTellsAndNoneWhileItKnowsTooLittle() throws Exception {
        administrator().change("/api/plan", WaitOnPaperIT::inTheWordsOfTheCentre);
        Stage.await("the paper has the centre's words", () -> takePaper().contains("Còn "));
        assertThat(takePaper()).containsPattern("Còn \\d+ người\n").doesNotContain("phút");
        assertThat(told()).isEmpty();
        clerk.post(counter + "/open", null, CounterView.class);

        for (var minutes : List.of(9, 5, 7, 6, 8, 5, 9, 7, 6, 8, 7, 6)) serve(minutes);
        for (var ahead = 0; ahead < 3; ahead++) takePaper();

        Stage.await("the hub can tell", () -> told().isPresent());
        // The hub thinks of it anew every few seconds; a paper of that very moment may be one thought ahead.
        Stage.await("the paper tells what the hub tells", () -> {
            var told = told();
            return onPaper(takePaper()).equals(told);
        });
        assertThat(told().orElseThrow().most()).isGreaterThan(10);
    }

    private static void inTheWordsOfTheCentre(ObjectNode plan) {
        var ticket = plan.putObject("ticket");
        var lines = ticket.putArray("lines");
        lines.addObject().put("is", "NUMBER");
        lines.addObject().put("vi", "Còn {ahead} người[, chừng {wait} phút nữa]");
        lines.addObject().put("is", "QR");
    }

    private Optional<WaitRange> told() throws HubProblem, HubAway, InterruptedException {
        return Optional.ofNullable(
                clerk.get("/api/waits", WaitsView.class).services().get(SERVICE));
    }

    private static Optional<WaitRange> onPaper(String paper) {
        return WAIT.matcher(paper)
                .results()
                .map(range -> new WaitRange(
                        Integer.parseInt(range.group(1)),
                        Integer.parseInt(range.group(2) == null ? range.group(1) : range.group(2))))
                .findFirst();
    }

    private void serve(int minutes) throws HubProblem, HubAway, InterruptedException {
        takePaper();
        clerk.post(counter + "/next", null, CounterView.class);
        clock.jump(Duration.ofMinutes(minutes));
        clerk.post(counter + "/finish", null, Object.class);
    }

    /** What is on the paper that comes out after a touch; without the hub it would tell no wait. */
    private String takePaper() throws HubProblem, HubAway, InterruptedException {
        var screen = Api.ofTouchscreen(URI.create("http://127.0.0.1:" + kiosk.port() + "/"));
        Stage.await("the hub gives a number", () -> {
            var end = Visitors.touch(screen, SERVICE, "vi");
            return end.at("/outcome").asText().equals("ISSUED")
                    && !end.at("/offline").asBoolean();
        });
        var papers = printer.tickets();
        return String.join("\n", papers.get(papers.size() - 1).lines());
    }

    private Api administrator() throws HubProblem, HubAway, InterruptedException {
        HubSetup.open(data.resolve("hub"), clock).access().addPerson(Role.ADMIN, "admin", "Nguyễn Thị Minh", PASSWORD);
        return person("admin", PASSWORD);
    }

    private Api person(String name, String password) throws HubProblem, HubAway, InterruptedException {
        var person = Api.ofPerson(hub.address());
        person.signIn(name, password);
        return person;
    }
}
