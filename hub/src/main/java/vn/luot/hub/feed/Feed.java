package vn.luot.hub.feed;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.desk.Announcement;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.View;
import vn.luot.hub.desk.Views;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Service;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

/**
 * Tells everybody who listens what happens in the hall: first the whole hall, or the steps a listener missed, then each
 * step as it is taken. All of it happens on one event loop, in the order of the desk.
 */
public final class Feed implements Audience {
    public static final Duration BEAT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int REMEMBERED = 4_096;
    private static final short TOO_SLOW = 1013;

    private final Vertx vertx;
    private final Context loop;
    private final Clock clock;
    private final ZoneId zone;
    private final Duration beatEvery;
    private final Views views;
    private final Map<View, Set<Listener>> listeners = new HashMap<>();
    private final Deque<Announcement> remembered = new ArrayDeque<>();
    private Set<String> openServices = Set.of();
    private Desk desk;
    private long beat;
    private long lastSeq;

    public Feed(Vertx vertx, Clock clock, ZoneId zone, Duration beatEvery) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.clock = clock;
        this.zone = zone;
        this.beatEvery = beatEvery;
        this.views = new Views(zone);
    }

    /** Starts beating, with the desk that this feed is the audience of. */
    public void open(Desk desk) {
        this.desk = desk;
        loop.runOnContext(start -> beat = vertx.setPeriodic(beatEvery.toMillis(), due -> beat()));
    }

    public void close() {
        loop.runOnContext(end -> vertx.cancelTimer(beat));
    }

    /** A socket whose listener was let in. */
    private static final class Listener {
        private final ServerWebSocket socket;
        private final View view;
        /** The last step it was sent, or that its snapshot holds. */
        private long seq;

        private Listener(ServerWebSocket socket, View view, long seq) {
            this.socket = socket;
            this.view = view;
            this.seq = seq;
        }
    }

    /** @param since the last step the listener knows; -1 when it knows none */
    void join(ServerWebSocket socket, View view, long since) {
        loop.runOnContext(now -> {
            if (remembersAllAfter(since)) {
                resume(socket, view, since);
            } else {
                begin(socket, view);
            }
        });
    }

    private boolean remembersAllAfter(long since) {
        return !remembered.isEmpty() && since >= remembered.getFirst().step().seq() - 1 && since <= lastSeq;
    }

    private void resume(ServerWebSocket socket, View view, long since) {
        var listener = new Listener(socket, view, since);
        for (var told : remembered) {
            if (told.step().seq() > since) frame(told, view, false).ifPresent(frame -> send(listener, frame));
        }
        listener.seq = lastSeq;
        send(listener, beatFrame());
        enter(listener);
    }

    /**
     * The desk takes the picture between two batches and this loop gets it before it is told of later ones, so nothing
     * is missed; steps of the picture that are told afterwards are passed over by their number.
     */
    private void begin(ServerWebSocket socket, View view) {
        desk.read(hall -> picture(hall, view))
                .whenComplete((picture, fault) -> loop.runOnContext(now -> {
                    if (fault != null) {
                        LOG.debug("no picture for a listener", fault);
                        socket.close(TOO_SLOW, "try again");
                        return;
                    }
                    var listener = new Listener(socket, view, picture.seq());
                    send(listener, picture.frame());
                    enter(listener);
                }));
    }

    private record Picture(long seq, String frame) {}

    private Picture picture(Hall hall, View view) {
        return new Picture(hall.seq(), Json.text(new FeedMessage.Snapshot(views.hall(hall, view, clock.instant()))));
    }

    private void enter(Listener listener) {
        if (listener.socket.isClosed()) return;
        listeners.computeIfAbsent(listener.view, any -> new HashSet<>()).add(listener);
        listener.socket.closeHandler(closed -> loop.runOnContext(now -> leave(listener)));
    }

    private void leave(Listener listener) {
        listeners.computeIfPresent(listener.view, (view, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void announce(List<Announcement> taken) {
        loop.runOnContext(now -> taken.forEach(this::tell));
    }

    private void tell(Announcement told) {
        lastSeq = told.step().seq();
        remembered.addLast(told);
        if (remembered.size() > REMEMBERED) remembered.removeFirst();
        for (var group : listeners.entrySet()) {
            frame(told, group.getKey(), true)
                    .ifPresent(frame -> tell(told.step().seq(), frame, group.getValue()));
        }
        switch (told.step().kind()) {
            case DAY_OPENED, DAY_CLOSED -> tellAllTheHall();
            case COUNTER_OPENED,
                    COUNTER_PAUSED,
                    COUNTER_CLOSED,
                    ISSUED,
                    WALKED_IN,
                    CALLED,
                    RECALLED,
                    STARTED,
                    FINISHED,
                    CONTINUED,
                    NO_SHOW,
                    HELD,
                    RESUMED,
                    RETURNED,
                    TRANSFERRED,
                    FURTHER_ADDED,
                    CANCELLED,
                    VOIDED,
                    REPRINTED,
                    UNSERVED,
                    LEASED,
                    RATED -> {}
        }
    }

    private void tell(long seq, String frame, Set<Listener> group) {
        for (var listener : List.copyOf(group)) {
            if (seq <= listener.seq) continue;
            listener.seq = seq;
            send(listener, frame);
        }
    }

    /** The frame is made once for all who share the view. */
    private Optional<String> frame(Announcement told, View view, boolean live) {
        return views.step(told, view).map(step -> Json.text(new FeedMessage.Live(step, live)));
    }

    @Override
    public void startOver() {
        loop.runOnContext(now -> {
            remembered.clear();
            tellAllTheHall();
        });
    }

    private void tellAllTheHall() {
        for (var view : Set.copyOf(listeners.keySet())) {
            desk.read(hall -> picture(hall, view))
                    .thenAccept(picture -> loop.runOnContext(now -> listeners
                            .getOrDefault(view, Set.of())
                            .forEach(listener -> {
                                listener.seq = picture.seq();
                                send(listener, picture.frame());
                            })));
        }
    }

    private void beat() {
        var frame = beatFrame();
        for (var group : List.copyOf(listeners.values())) {
            for (var listener : List.copyOf(group)) send(listener, frame);
        }
        desk.read(this::open)
                .thenAccept(open -> loop.runOnContext(now -> {
                    if (open.equals(openServices)) return;
                    openServices = open;
                    tellAllTheHall();
                }));
    }

    private Set<String> open(Hall hall) {
        return hall.rules().services().stream()
                .map(Service::id)
                .filter(service -> hall.isOpen(service, clock.instant()))
                .collect(Collectors.toSet());
    }

    private String beatFrame() {
        return Json.text(
                new FeedMessage.Beat(lastSeq, clock.instant().atZone(zone).toOffsetDateTime()));
    }

    /** Whoever does not read is let go, so that the others are not kept waiting. */
    private void send(Listener listener, String frame) {
        if (listener.socket.isClosed()) return;
        if (listener.socket.writeQueueFull()) {
            LOG.info("A listener of {} does not read and is let go", listener.view);
            listener.socket.close(TOO_SLOW, "reads too slowly");
            leave(listener);
            return;
        }
        listener.socket.writeTextMessage(frame);
    }
}
