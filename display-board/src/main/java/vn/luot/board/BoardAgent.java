package vn.luot.board;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.hub.HardwareBeat;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.StepView;

/**
 * Keeps the LED boards of a hall showing what the hub says. Boards are drawn from the state of the hall, so whatever was
 * interrupted is simply drawn again; while the hub is away they keep what they show.
 */
public final class BoardAgent {
    private static final Logger LOG = LoggerFactory.getLogger(BoardAgent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BLINKING = Duration.ofSeconds(4);

    /** At a start every board counts as gone until it was asked: the hub hears so of those that do not answer within this time. */
    private static final Duration FIRST_ANSWERS = Duration.ofSeconds(3);

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Duration patience;
    private final Duration firstAnswers;
    private final List<BoardBus> buses;
    private final Keypads keypads;
    private final Feed feed = new Feed();
    private final HubLink link;
    private final HardwareBeat beat;
    /** The boards are asked for the first time, and the hub has heard nothing of them. */
    private volatile boolean asking;

    private BoardAgent(
            Vertx vertx,
            URI hub,
            DeviceToken token,
            BoardConfig config,
            Function<LineAddress, BusTiming> timing,
            Duration patience,
            Duration firstAnswers) {
        this.vertx = vertx;
        this.patience = patience;
        this.firstAnswers = firstAnswers;
        link = new HubLink(vertx, hub, token, "board", feed);
        beat = new HardwareBeat(vertx, link, this::hardware);
        buses = config.buses().stream()
                .map(bus -> BoardBus.start(vertx, bus, timing.apply(bus.line()), this::partChanged))
                .toList();
        keypads = Keypads.start(vertx, hub, config.keypads(), this::partChanged);
    }

    /**
     * Opens the lines and the link to the hub, and goes on trying where they are not there.
     *
     * @param hub address of the hub, such as {@code http://10.0.0.5:8080}
     * @param token token of a board device
     * @throws IllegalArgumentException when {@code hub} is not the address of a hub
     */
    public static BoardAgent start(Vertx vertx, URI hub, DeviceToken token, BoardConfig config) {
        return start(vertx, hub, token, config, BusTiming::of, PATIENCE, FIRST_ANSWERS);
    }

    /**
     * @param timing the pace of a line
     * @param patience how long the hub may be away before the operator is told
     * @param firstAnswers how long boards may take to answer at the start before they count as gone
     */
    static BoardAgent start(
            Vertx vertx,
            URI hub,
            DeviceToken token,
            BoardConfig config,
            Function<LineAddress, BusTiming> timing,
            Duration patience,
            Duration firstAnswers) {
        var agent = new BoardAgent(vertx, hub, token, config, timing, patience, firstAnswers);
        agent.link.start();
        return agent;
    }

    /** Every board as it is now, in the order of the configuration. */
    public List<BoardState> boards() {
        return buses.stream().flatMap(bus -> bus.states().stream()).toList();
    }

    private void partChanged() {
        beat.changed();
        if (asking && hardware().parts().stream().noneMatch(BoardAgent::isGone)) beginToReport();
    }

    private static boolean isGone(HardwareReport.Part part) {
        return part.condition() == HardwareCondition.GONE;
    }

    private void beginToReport() {
        asking = false;
        beat.begin();
    }

    private HardwareReport hardware() {
        var boards = boards().stream().map(BoardState::part);
        return new HardwareReport(Stream.concat(boards, keypads.parts()).toList());
    }

    /** Lets go of the hub and of the lines; the boards keep what they show. */
    public Future<Void> close() {
        vertx.cancelTimer(feed.notice);
        beat.stop();
        var closing = Stream.concat(
                Stream.of(link.close(), keypads.close()), buses.stream().map(BoardBus::close));
        return Future.join(closing.toList()).mapEmpty();
    }

    /** Draws what the hub tells, and tells the operator when it has told nothing for long. */
    private final class Feed implements HubLink.Listener {
        private final Map<Integer, Long> fresh = new HashMap<>();
        private HallView drawn;
        private long lostAt;
        private volatile long notice = NO_TIMER;
        private boolean missed;

        @Override
        public void connected(HallView hall) {
            found();
            if (drawn == null) first(hall);
            else if (hall.seq() < drawn.seq()) {
                LOG.warn("The hub went back from step {} to {}; the boards follow it", drawn.seq(), hall.seq());
            }
            draw(hall);
        }

        private void first(HallView hall) {
            nameUnknownCounters(hall);
            asking = true;
            vertx.setTimer(firstAnswers.toMillis(), over -> beginToReport());
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {
            if (live && step.isCall()) blink(step.counter().id());
            draw(after);
        }

        /** A call that comes while the one before it still blinks begins to blink anew. */
        private void blink(int counter) {
            var earlier = fresh.get(counter);
            if (earlier != null) vertx.cancelTimer(earlier);
            fresh.put(counter, vertx.setTimer(BLINKING.toMillis(), over -> {
                fresh.remove(counter);
                draw(drawn);
            }));
        }

        @Override
        public void lost(String reason) {
            waitForIt(reason);
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {
            waitForIt(refusal.messageVi() + " / " + refusal.messageEn());
        }

        private void draw(HallView hall) {
            drawn = hall;
            var calling = Set.copyOf(fresh.keySet());
            buses.forEach(bus -> bus.show(hall, calling));
            keypads.show(hall);
        }

        private void waitForIt(String reason) {
            if (notice != NO_TIMER) return;
            lostAt = System.nanoTime();
            notice = vertx.setTimer(patience.toMillis(), id -> miss(reason));
        }

        private void miss(String reason) {
            missed = true;
            LOG.warn("No hub for {} s, the boards keep what they show: {}", away(), reason);
        }

        private void found() {
            vertx.cancelTimer(notice);
            notice = NO_TIMER;
            if (missed) LOG.info("The hub is back after {} s; the boards are drawn again", away());
            missed = false;
        }

        private long away() {
            return Duration.ofNanos(System.nanoTime() - lostAt).toSeconds();
        }

        private void nameUnknownCounters(HallView hall) {
            var counters = hall.counters().stream()
                    .map(counter -> new BoardPlan.CounterDisplay(counter.id()).toString())
                    .toList();
            boards().stream()
                    .filter(board -> !board.shows().equals("main") && !counters.contains(board.shows()))
                    .forEach(board -> LOG.warn(
                            "Board {} on {} stays dark: the hall has no {}",
                            board.address(),
                            board.line(),
                            board.shows()));
        }
    }
}
