package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.board.BoardAgent;
import vn.luot.board.BoardConfig;
import vn.luot.board.BoardConfig.KeypadLine;
import vn.luot.board.BoardConfig.Pad;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimKeypad;
import vn.luot.sim.device.SimKeypad.Key;
import vn.luot.sim.device.Wire;

/** A counter without a computer: two keypads on one line, each for its counter. */
@Timeout(300)
class KeypadIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int FIRST = 1, SECOND = 2;

    @TempDir
    private Path data;

    private final Vertx vertx = Vertx.vertx();
    private final SimKeypad first = new SimKeypad(FIRST);
    private final SimKeypad second = new SimKeypad(SECOND);
    private DemoHub hub;
    private Wire wire;
    private BoardAgent agent;
    private Api host;

    @BeforeEach
    void start() throws Exception {
        hub = DemoHub.start(data, 0);
        wire = new Wire(new PtyPort(data.resolve("ttyKeypads"), 9600), new Bus(List.of(first, second)));
        var pads = List.of(new Pad(FIRST, 1, token(1)), new Pad(SECOND, 2, token(2)));
        var line = new KeypadLine(LineAddress.parse(wire.address()), pads);
        agent = BoardAgent.start(
                vertx, hub.address(), DeviceToken.of(hub.boardToken()), new BoardConfig(null, List.of(line)));
        host = Api.ofPerson(hub.address());
        host.signIn(hub.clerkName(1), hub.password());
        if (host.get("/api/hall", HallView.class).day() == null) host.post("/api/day/open", null, Object.class);
        Stage.await("the keypads know their counters", () -> shows(first, "DONG") && shows(second, "DONG"));
        // What was pressed before the agent heard the keypad for the first time does not count.
        Stage.await("the agent knows the keypads", () -> keypadsThatAnswer() == 2);
    }

    private long keypadsThatAnswer() throws HubProblem, HubAway, InterruptedException {
        return host.get("/api/hardware", HardwareStatus.class).hardware().stream()
                .filter(part -> part.type() == HardwareType.KEYPAD && part.condition() == HardwareCondition.OK)
                .count();
    }

    private Path token(int counter) throws Exception {
        var access = HubSetup.open(data.resolve("hub"), HubConfig.systemClock()).access();
        return Files.writeString(data.resolve("keypad" + counter), access.addKeypad(counter, "Phím " + counter));
    }

    @AfterEach
    void stop() {
        agent.close().await();
        wire.close();
        if (hub != null) hub.close();
        vertx.close().await();
    }

    @Test
    void aVisitorIsCalledServedAndFinishedByKeys() throws Exception {
        var number = ticket();

        presses(first, Key.OPEN);
        Stage.await("the counter is open", () -> shows(first, "----"));
        presses(first, Key.NEXT);
        Stage.await("the keypad shows whom it called", () -> shows(first, number));
        presses(first, Key.RECALL);
        Stage.await("the visitor was called again", () -> counter(1).ticket().calls() == 2);
        presses(first, Key.START);
        presses(first, Key.FINISH);

        Stage.await("the counter is free", () -> shows(first, "----"));
        assertThat(shows(second, "DONG")).isTrue();
    }

    @Test
    void twoQuickPressesCallOnePerson() throws Exception {
        var called = ticket();
        ticket();
        presses(first, Key.OPEN);
        Stage.await("the counter is open", () -> shows(first, "----"));

        presses(first, Key.NEXT);
        presses(first, Key.NEXT);
        presses(first, Key.NEXT);

        Stage.await("somebody is called", () -> shows(first, called));
        assertThat(host.get("/api/hall", HallView.class).calls()).hasSize(1);
    }

    @Test
    void aPressWhoseAnswerIsDamagedOnItsWayCountsOnce() throws Exception {
        var called = ticket();
        ticket();
        presses(first, Key.OPEN);
        Stage.await("the counter is open", () -> shows(first, "----"));

        first.garbling(true);
        assertThat(first.press(Key.NEXT)).isTrue();
        first.garbling(false);

        Stage.await("the visitor is called", () -> shows(first, called));
        assertThat(counter(1).ticket().calls()).isEqualTo(1);
    }

    @Test
    void aKeypadSaysWhyNothingHappened() throws Exception {
        presses(first, Key.NEXT);
        Stage.await("its counter is closed", () -> shows(first, "E-03"));

        presses(first, Key.OPEN);
        Stage.await("the counter is open", () -> shows(first, "----"));
        presses(first, Key.NEXT);
        Stage.await("nobody waits", () -> shows(first, "E-01"));
        presses(first, Key.FINISH);
        Stage.await("nobody is there to be finished", () -> shows(first, "E-02"));

        hub.close();
        hub = null;
        presses(first, Key.NEXT);
        Stage.await("the hub is away", () -> shows(first, "E-05"));
    }

    @Test
    void aPressOnANumberThatIsNoLongerThereDoesNothing() throws Exception {
        ticket();
        var next = ticket();
        presses(first, Key.OPEN);
        Stage.await("the counter is open", () -> shows(first, "----"));
        presses(first, Key.NEXT);
        Stage.await("somebody is called", () -> counter(1).ticket() != null && !first.waits());
        Stage.await(
                "the keypad shows it", () -> shows(first, counter(1).ticket().number()));

        // The keypad misses that a manager's page went on to the next one.
        first.silent(true);
        var before = first.text().strip();
        assertThat(first.press(Key.NO_SHOW)).isTrue();
        var keys = Api.ofDevice(hub.address(), Files.readString(data.resolve("keypad1")));
        keys.post("/api/counters/1/no-show", null, CounterView.class);
        keys.post("/api/counters/1/next", null, CounterView.class);
        first.silent(false);

        Stage.await("the press was refused", () -> !first.waits());
        assertThat(before).isNotEqualTo(next);
        Stage.await("the next one is still called", () -> shows(first, next));
    }

    @Test
    void aKeypadThatDoesNotAnswerIsKnownToStaffWithinFiveSeconds() throws Exception {
        Stage.await(SOON, "both are well", () -> is(FIRST, HardwareCondition.OK) && is(SECOND, HardwareCondition.OK));

        first.silent(true);
        Stage.await(SOON, "staff are told", () -> is(FIRST, HardwareCondition.GONE));
        assertThat(is(SECOND, HardwareCondition.OK)).isTrue();
        first.silent(false);

        Stage.await(SOON, "it is well again", () -> is(FIRST, HardwareCondition.OK));
    }

    private boolean is(int keypad, HardwareCondition condition) throws HubProblem, HubAway, InterruptedException {
        return host.get("/api/hardware", HardwareStatus.class).hardware().stream()
                .filter(part -> part.type() == HardwareType.KEYPAD)
                .filter(part -> part.name().endsWith(" " + keypad))
                .anyMatch(part -> part.condition() == condition);
    }

    /** A finger, as soon as the keypad is ready for it. */
    private static void presses(SimKeypad keypad, Key key) throws HubProblem, HubAway, InterruptedException {
        Stage.await("the keypad takes the key", () -> keypad.press(key));
    }

    private static boolean shows(SimKeypad keypad, String text) {
        return keypad.text().strip().equals(text);
    }

    private CounterView counter(int id) throws HubProblem, HubAway, InterruptedException {
        return host.get("/api/hall", HallView.class).counters().stream()
                .filter(view -> view.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private String ticket() throws HubProblem, HubAway, InterruptedException {
        var service = hub.plan().counters().get(0).services().get(0);
        return Api.ofDevice(hub.address(), hub.kioskToken())
                .post("/api/tickets", Map.of("service", service), TicketReceipt.class)
                .orElseThrow()
                .number();
    }
}
