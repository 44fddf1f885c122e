package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareView;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.sim.device.SimModbusDisplay;

/** What can befall the boards of a hall: staff are told, the other boards go on, and all heal by themselves. */
@Timeout(240)
class BoardFaultsIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static Centre centre;
    private static Api clerk;

    @BeforeAll
    static void open() throws Exception {
        centre = Centre.start(data, 0);
        clerk = Api.ofPerson(centre.hub().address());
        clerk.signIn(centre.hub().clerkName(1), centre.hub().password());
        clerk.post("/api/day/open", null, Object.class);
        clerk.post("/api/counters/1/open", null, CounterView.class);
        Stage.await(
                SOON,
                "the displays are known to be well",
                () -> is(1, HardwareCondition.OK) && is(2, HardwareCondition.OK));
    }

    @AfterAll
    static void close() {
        centre.close();
    }

    @Test
    void aDisplayThatDoesNotAnswerIsReportedAndTheOthersGoOn() throws Exception {
        display(2).silent(true);

        Stage.await(SOON, "staff are told", () -> is(2, HardwareCondition.GONE));
        var number = callSomebody();
        Stage.await(SOON, "counter 1 shows its call", () -> shows(1, number));
        assertThat(is(1, HardwareCondition.OK)).isTrue();

        display(2).powerCycle();
        display(2).silent(false);
        Stage.await(SOON, "it shows its counter again", () -> shows(2, "donG"));
        Stage.await(SOON, "staff are told", () -> is(2, HardwareCondition.OK));
        var alarm = clerk.get("/api/hardware", HardwareStatus.class).alarms().stream()
                .filter(any -> any.name().endsWith(" 2") && any.condition() == HardwareCondition.GONE)
                .findFirst()
                .orElseThrow();
        assertThat(alarm.raised()).isNotNull();
        assertThat(alarm.cleared()).isAfterOrEqualTo(alarm.raised());
    }

    @Test
    void aDisplayWhoseAnswersHaveAWrongChecksumIsReportedAndShowsItsCallsAllTheSame() throws Exception {
        display(1).garbling(true);

        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.JAM));
        assertThat(detail(1)).contains("dây bị nhiễu");
        var number = callSomebody();
        Stage.await(SOON, "counter 1 shows its call", () -> shows(1, number));
        Stage.await(SOON, "the others are well", () -> is(2, HardwareCondition.OK));

        display(1).garbling(false);
        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.OK));
    }

    @Test
    void aLineWhoseBoardsTakeNoBytesIsReportedAndItsBoardsAreDrawnWhenTheyDo() throws Exception {
        centre.hardware().displaysLine().reading(false);
        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.GONE) && is(2, HardwareCondition.GONE));

        var number = callSomebody();
        centre.hardware().displaysLine().reading(true);

        Stage.await(SOON, "the call is shown", () -> shows(1, number));
        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.OK) && is(2, HardwareCondition.OK));
    }

    @Test
    void twoDisplaysWithOneAddressAreReportedAndHealWhenOneIsDialledRight() throws Exception {
        display(3).dial(2);

        Stage.await(SOON, "staff are told of the address with two", () -> is(2, HardwareCondition.JAM));
        Stage.await(SOON, "staff are told of the address without one", () -> is(3, HardwareCondition.GONE));
        assertThat(detail(2)).contains("trùng địa chỉ");

        display(3).dial(3);
        Stage.await(SOON, "both are well", () -> is(2, HardwareCondition.OK) && is(3, HardwareCondition.OK));
    }

    @Test
    void noiseOnTheWireNeverShowsAWrongNumber() throws Exception {
        var shown = ConcurrentHashMap.<String>newKeySet();
        display(1).onChange(text -> shown.add(text.strip()));
        // A call of a moment ago blinks, and is dark half of the time.
        var before = new AtomicReference<>("");
        Stage.await(SOON, "it shows its counter", () -> {
            before.set(display(1).text().strip());
            return !before.get().isEmpty();
        });
        centre.hardware().displaysLine().noise(true);

        var number = callSomebody();
        Stage.await(
                SOON, "frames were damaged", () -> !display(1).misunderstood().isEmpty());
        centre.hardware().displaysLine().noise(false);

        Stage.await(SOON, "the call is shown", () -> shows(1, number));
        Stage.await(SOON, "staff know that it is well", () -> is(1, HardwareCondition.OK));
        assertThat(shown).isSubsetOf(List.of(before.get(), number, number.toLowerCase(Locale.ROOT), "----", ""));
    }

    @Test
    void aPortThatIsGoneIsReportedAndItsBoardsAreDrawnWhenItIsBack() throws Exception {
        centre.hardware().displaysLine().unplug();
        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.GONE) && is(2, HardwareCondition.GONE));

        var number = callSomebody();
        centre.hardware().displaysLine().plugIn();

        Stage.await(SOON, "the call is shown", () -> shows(1, number));
        Stage.await(SOON, "staff are told", () -> is(1, HardwareCondition.OK) && is(2, HardwareCondition.OK));
    }

    /** A walk-in at counter 1, after whoever was there. */
    private static String callSomebody() throws Exception {
        var kiosk = Api.ofDevice(centre.hub().address(), centre.hub().kioskToken());
        var ticket = kiosk.post(
                        "/api/tickets",
                        Map.of(
                                "service",
                                centre.hub().plan().counters().get(0).services().get(0)),
                        TicketReceipt.class)
                .orElseThrow();
        var here = clerk.get("/api/hall", HallView.class).counters().get(0).ticket();
        if (here != null) {
            clerk.post("/api/counters/1/start", null, CounterView.class);
            clerk.post("/api/counters/1/finish", null, CounterView.class);
        }
        var called = clerk.post("/api/counters/1/next", null, CounterView.class).orElseThrow();
        assertThat(called.ticket().number()).isEqualTo(ticket.number());
        return called.ticket().number();
    }

    private static boolean is(int counter, HardwareCondition condition)
            throws HubProblem, HubAway, InterruptedException {
        return part(counter).filter(part -> part.condition() == condition).isPresent();
    }

    private static String detail(int counter) throws HubProblem, HubAway, InterruptedException {
        return part(counter).orElseThrow().detail();
    }

    private static Optional<HardwareView> part(int counter) throws HubProblem, HubAway, InterruptedException {
        var name = centre.hardware().displaysLine().address() + " " + counter;
        return clerk.get("/api/hardware", HardwareStatus.class).hardware().stream()
                .filter(part -> part.name().equals(name))
                .findFirst();
    }

    private static SimModbusDisplay display(int counter) {
        return centre.hardware().display(counter);
    }

    private static boolean shows(int counter, String text) {
        return display(counter).text().strip().equalsIgnoreCase(text);
    }
}
