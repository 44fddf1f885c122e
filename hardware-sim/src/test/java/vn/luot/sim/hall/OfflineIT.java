package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.program.CannotStart;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/** The kiosk goes on without the hub: real programs, a real database each, and a clock that jumps. */
@Timeout(300)
class OfflineIT {
    private static final String SERVICE = "dat-dai.nop";
    private static final int COUNTER = 1;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,2}\\d{3,}");

    @TempDir
    private Path data;

    private final JumpingClock clock = new JumpingClock(Instant.parse("2026-11-25T02:00:00Z"));
    private final SimPrinter printer = new SimPrinter();
    private Vertx vertx;
    private Wire line;
    private int port;
    private DemoHub hub;
    private Kiosk kiosk;

    @BeforeEach
    void start() throws Exception {
        vertx = Vertx.vertx();
        line = new Wire(new PtyPort(data.resolve("ttyPrinter"), 115_200), printer);
        port = SteadyPort.free();
        hub = DemoHub.start(data, port, clock);
        clerk().post("/api/day/open", null, Object.class);
        kiosk = kiosk(data.resolve("kiosk"));
        Stage.await("the kiosk has numbers of its own", this::hasNumbersOfItsOwn);
    }

    @AfterEach
    void stop() {
        kiosk.close().await();
        vertx.close().await();
        line.close();
        if (hub != null) hub.close();
    }

    @Test
    void anHourWithoutTheHubCostsNobodyTheirTurn() throws Exception {
        var taken = new ArrayList<String>();
        taken.add(take("online"));
        taken.add(take("online"));

        hub.close();
        taken.add(take("offline"));
        for (var i = 0; i < 6; i++) {
            clock.jump(Duration.ofMinutes(10));
            taken.add(take("offline"));
        }
        hub = DemoHub.start(data, port, clock);
        Stage.await("the hub knows them all", () -> waiting() == taken.size());
        Stage.await("the kiosk asks the hub again", () -> {
            var end = touch(kiosk);
            assertThat(end.at("/outcome").asText()).isEqualTo("ISSUED");
            taken.add(end.at("/ticket/number").asText());
            return !end.at("/offline").asBoolean();
        });
        Stage.await("the hub knows the last ones, too", () -> waiting() == taken.size());

        assertThat(onPaper()).doesNotHaveDuplicates().containsExactlyElementsOf(taken);
        assertThat(called(taken.size())).containsExactlyElementsOf(taken);
    }

    @Test
    void aCopyOfTheKioskIsToldSoAndGivesNoNumbers() throws Exception {
        var copy = Files.createDirectory(data.resolve("copy"));
        try (var files = Files.list(data.resolve("kiosk"))) {
            for (var file : files.toList()) Files.copy(file, copy.resolve(file.getFileName()));
        }
        // Another machine has a printer of its own.
        var secondLine = new Wire(new PtyPort(data.resolve("ttyCopy"), 115_200), new SimPrinter());
        var second = kiosk(copy, secondLine);
        try {
            Stage.await(
                    "the copy is told",
                    () -> touch(second).at("/message/vi").asText().contains("máy lấy số khác"));
            var printed = onPaper().size();

            assertThat(touch(second).at("/outcome").asText()).isEqualTo("NOT_ISSUED");
            hub.close();
            hub = null;
            assertThat(touch(second).at("/outcome").asText()).isEqualTo("NOT_ISSUED");
            assertThat(onPaper()).hasSize(printed);
            take("offline");
        } finally {
            second.close().await();
            secondLine.close();
        }
    }

    @Test
    void aSecondKioskWithTheSameFolderDoesNotStart() {
        assertThatThrownBy(() -> kiosk(data.resolve("kiosk")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("đang được một chương trình khác dùng");
    }

    private Kiosk kiosk(Path folder) {
        return kiosk(folder, line);
    }

    private Kiosk kiosk(Path folder, Wire printerLine) {
        var config = new KioskConfig(
                hub.address(), hub.kioskToken(), LineAddress.parse(printerLine.address()), "generic-80mm", 0, folder);
        return Kiosk.start(vertx, config, clock, clock::nanoTime).await();
    }

    private boolean hasNumbersOfItsOwn() {
        try {
            return Api.ofDevice(hub.address(), hub.kioskToken()).get("/api/leases", BlocksView.class).blocks().stream()
                            .anyMatch(block -> block.service().equals(SERVICE))
                    && touchIsPossible();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private boolean touchIsPossible() {
        return kiosk.printer().canPrint();
    }

    private String take(String how) throws Exception {
        var end = touch(kiosk);
        assertThat(end.at("/outcome").asText()).as("%s", end).isEqualTo("ISSUED");
        assertThat(end.at("/offline").asBoolean()).isEqualTo(how.equals("offline"));
        return end.at("/ticket/number").asText();
    }

    private static JsonNode touch(Kiosk kiosk) throws HubProblem, HubAway, InterruptedException {
        var screen = Api.ofTouchscreen(URI.create("http://127.0.0.1:" + kiosk.port() + "/"));
        return Visitors.touch(screen, SERVICE, "vi");
    }

    private List<String> onPaper() {
        return printer.tickets().stream()
                .map(ticket -> ticket.lines().stream()
                        .filter(text -> NUMBER.matcher(text).matches())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Api clerk() throws Exception {
        var clerk = Api.ofPerson(hub.address());
        clerk.signIn(hub.clerkName(COUNTER), hub.password());
        return clerk;
    }

    private int waiting() {
        try {
            return clerk().get("/api/hall", HallView.class).services().stream()
                    .filter(service -> service.id().equals(SERVICE))
                    .findFirst()
                    .orElseThrow()
                    .waiting();
        } catch (Exception e) {
            return -1;
        }
    }

    /** In the order in which a clerk of the service calls them. */
    private List<String> called(int count) throws Exception {
        var counter = hub.plan().countersFor(SERVICE).get(0);
        var own = Api.ofPerson(hub.address());
        own.signIn(hub.clerkName(counter), hub.password());
        own.post("/api/counters/" + counter + "/open", null, Object.class);
        var called = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var seen = own.post("/api/counters/" + counter + "/next", null, CounterView.class);
            called.add(seen.orElseThrow().ticket().number());
            own.post("/api/counters/" + counter + "/finish", null, Object.class);
        }
        return called;
    }
}
