package vn.luot.sim.hall;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Plan;
import vn.luot.sim.device.PrintedTicket;

/** One citizen's way through the hall and all its real parts: kiosk, paper, clerk, boards, voice and vote. */
public final class OneVisit {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Centre centre;
    private final DemoHub hub;
    private final Plan plan;

    /**
     * What came of it.
     *
     * @param number on the ticket
     * @param onTheWire how long the ticket's bytes take at the speed of the printer's line; reckoned, not measured
     * @param board text lit on the main board
     * @param display text lit at the counter
     * @param spoken what a listener in the hall should hear, by {@link SpokenCall}: no browser speaks here. That the
     *     television does speak this text is checked by the story of the call.
     * @param vote what was kept, such as "5 Rất hài lòng"
     */
    public record Facts(
            String number, long bytes, Duration onTheWire, String board, String display, String spoken, String vote) {
        /** One a line. */
        public Stream<String> lines() {
            return Stream.of(
                    "phiếu / ticket    " + number,
                    String.format(
                            Locale.ROOT, "máy in / printed  %d byte, %.2f s", bytes, onTheWire.toMillis() / 1000.0),
                    "bảng / board      " + board,
                    "quầy / counter    " + display,
                    "giọng / spoken    " + spoken,
                    "đánh giá / vote   " + vote);
        }
    }

    /** Something on the way was not as it should be. */
    public static final class WentWrong extends Exception {
        private static final long serialVersionUID = 1L;

        WentWrong(String what) {
            super(what);
        }
    }

    private OneVisit(Centre centre) {
        this.centre = centre;
        this.hub = centre.hub();
        this.plan = hub.plan();
    }

    public static Facts walk(Centre centre) throws WentWrong, HubProblem, HubAway, InterruptedException {
        return new OneVisit(centre).walk();
    }

    private Facts walk() throws WentWrong, HubProblem, HubAway, InterruptedException {
        var counter = plan.counters().get(0).id();
        var service = plan.counters().get(0).services().get(0);
        var clerk = Api.ofPerson(hub.address());
        clerk.signIn(hub.clerkName(counter), hub.password());
        open(clerk, counter);

        var number = takeTicket(service);
        var paper = await("the ticket on paper", () -> paperWith(number));
        var called = verb(clerk, counter, "next").orElseThrow(() -> new WentWrong("nobody waits after " + number));
        if (!called.ticket().number().equals(number)) {
            throw new WentWrong(called.ticket().number() + " was called instead of " + number);
        }
        var board = await(
                "the call on the main board",
                () -> lit(centre.hardware().sign().lit().text(), number));
        var display = await(
                "the call at the counter",
                () -> lit(centre.hardware().display(counter).text(), number));
        var spoken = spoken();
        verb(clerk, counter, "start");
        verb(clerk, counter, "finish");
        return new Facts(
                number,
                paper.bytes(),
                centre.hardware().printerLine().time(paper.bytes()),
                board,
                display,
                spoken,
                vote(counter));
    }

    private static void open(Api clerk, int counter) throws HubProblem, HubAway, InterruptedException {
        var hall = clerk.get("/api/hall", HallView.class);
        if (hall.day() == null) clerk.post("/api/day/open", null, Object.class);
        var closed =
                hall.counters().stream().anyMatch(view -> view.id() == counter && view.state() == CounterState.CLOSED);
        if (closed) verb(clerk, counter, "open");
    }

    /** A kiosk that was only just started may not have found its hub and its printer yet. */
    private String takeTicket(String service) throws WentWrong, HubProblem, HubAway, InterruptedException {
        var kiosk = Api.ofTouchscreen(centre.kiosk());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var end = Visitors.touch(kiosk, service, "vi");
            if (end.at("/outcome").asText().equals("ISSUED"))
                return end.at("/ticket/number").asText();
            if (!end.at("/outcome").asText().equals("NOT_ISSUED") || System.nanoTime() > deadline) {
                throw new WentWrong("the kiosk says: " + end.at("/message/vi").asText());
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private Optional<PrintedTicket> paperWith(String number) {
        return centre.hardware().printer().tickets().stream()
                .filter(ticket -> ticket.lines().contains(number))
                .findFirst();
    }

    private static Optional<String> lit(String text, String number) {
        // Seven segments have no capital D.
        return Optional.of(text.strip()).filter(shown -> shown.regionMatches(true, 0, number, 0, number.length()));
    }

    private String spoken() throws HubProblem, HubAway, InterruptedException {
        var call = Api.ofDevice(hub.address(), hub.boardToken())
                .get("/api/hall?view=board", HallView.class)
                .calls()
                .get(0);
        return SpokenCall.of(call.number(), call.counter());
    }

    private String vote(int counter) throws WentWrong, HubProblem, HubAway, InterruptedException {
        var best = plan.rating().levels().get(0);
        var tablet = Api.ofDevice(hub.address(), hub.tabletToken(counter));
        new Voter(counter, tablet, plan.rating())
                .vote(best.score())
                .orElseThrow(() -> new WentWrong("the tablet asks for no vote"));
        return best.score() + " " + best.name().vi();
    }

    private static Optional<CounterView> verb(Api clerk, int counter, String verb)
            throws HubProblem, HubAway, InterruptedException {
        return clerk.post("/api/counters/" + counter + "/" + verb, null, CounterView.class);
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) throws WentWrong {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var seen = look.get(); ; seen = look.get()) {
            if (seen.isPresent()) return seen.get();
            if (System.nanoTime() > deadline) throw new WentWrong("did not happen: " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
