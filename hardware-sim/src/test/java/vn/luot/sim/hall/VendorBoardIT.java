package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.board.BoardAgent;
import vn.luot.board.BoardConfig;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimVendorBoard;
import vn.luot.sim.device.SimVendorBoard.Sheet;
import vn.luot.sim.device.Wire;

/** Boards of vendors whose sheets are all that is known: a call gets there by configuration alone. */
@Timeout(300)
class VendorBoardIT {
    /** One board by the name of its template, two on one line, and one whose frame the technician wrote. */
    private static final String CONFIG = """
            {"buses": [
              {"line": "%s", "protocol": "text-01-07", "boards": [
                {"address": 1, "shows": "counter:1"}]},
              {"line": "%s", "protocol": "number-sum8", "boards": [
                {"address": 5, "shows": "counter:1"}, {"address": 6, "shows": "counter:2"}]},
              {"line": "%s", "protocol": {"frame": "3A 01 {lo} {hi} 00 {sum8} 0A"}, "boards": [
                {"address": 0, "shows": "counter:1"}]}]}
            """;

    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    private final SimVendorBoard text = new SimVendorBoard(Sheet.TEXT_01_07, 1);
    private final SimVendorBoard first = new SimVendorBoard(Sheet.NUMBER_SUM8, 5);
    private final SimVendorBoard second = new SimVendorBoard(Sheet.NUMBER_SUM8, 6);
    private final SimVendorBoard own = new SimVendorBoard(Sheet.NUMBER_3A, 0);
    private List<Wire> wires;
    private DemoHub hub;
    private BoardAgent agent;
    private Api clerk;

    @BeforeEach
    void start() throws Exception {
        hub = DemoHub.start(data, 0);
        wires = List.of(
                new Wire(new PtyPort(data.resolve("ttyText"), 9600), text),
                new Wire(new PtyPort(data.resolve("ttyNumbers"), 9600), new Bus(List.of(first, second))),
                new Wire(new PtyPort(data.resolve("ttyOwn"), 9600), own));
        var lines = wires.stream().map(Wire::address).toArray();
        var file = Files.writeString(data.resolve("boards.json"), CONFIG.formatted(lines));
        agent = BoardAgent.start(vertx, hub.address(), DeviceToken.of(hub.boardToken()), BoardConfig.read(file));
        clerk = Api.ofPerson(hub.address());
        clerk.signIn(hub.clerkName(1), hub.password());
        clerk.post("/api/day/open", null, Object.class);
        clerk.post("/api/counters/1/open", null, CounterView.class);
    }

    @AfterEach
    void stop() {
        agent.close().await();
        wires.forEach(Wire::close);
        hub.close();
        vertx.close().await();
    }

    @Test
    void aCallIsShownByEachOfThemAndAgainAfterItsPowerWasAway() throws Exception {
        var number = call();
        var digits = "" + Integer.parseInt(number.replaceAll("\\D", ""));

        Stage.await("the text is shown", () -> text.text().strip().equals(number));
        Stage.await(
                "the numbers are shown",
                () -> Stream.of(first, own).allMatch(board -> board.text().equals(digits)));
        Stream.of(text, first, own).forEach(SimVendorBoard::powerCycle);

        Stage.await(
                "all is shown again",
                () -> text.text().strip().equals(number)
                        && Stream.of(first, own).allMatch(board -> board.text().equals(digits)));
        assertThat(second.text()).isNotEqualTo(digits);
        assertThat(text.misunderstood()).isEmpty();
        assertThat(own.misunderstood()).isEmpty();
    }

    private String call() throws Exception {
        var service = hub.plan().counters().get(0).services().get(0);
        Api.ofDevice(hub.address(), hub.kioskToken())
                .post("/api/tickets", Map.of("service", service), TicketReceipt.class);
        return clerk.post("/api/counters/1/next", null, CounterView.class)
                .orElseThrow()
                .ticket()
                .number();
    }
}
