package vn.luot.hub.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
import vn.luot.hub.queue.Step;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

/**
 * Tells everybody who listens what happens in the hall: first the whole hall, or the steps a listener missed, then each
 * step as it is taken. All of it happens on one event loop, in the order of the desk.
 */
public final class Feed implements Audience {
    /** How often {@link #beat} is due. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int REMEMBERED = 4_096;
    /** How many are told in one go; other things happen on the loop between. */
    private static final int CROWD = 64;

    /** Room for all that is remembered, and a batch. */
    private static final int MOST_UNSENT = 4 * 1024 * 1024;

    private static final short TRY_AGAIN_LATER = 1013;

    private final Slices loop;
    private final Clock clock;
    private final int epoch;
    /** In the order in which they came, so that the same happenings are always told alike. */
    private final Map<View, Set<Listener>> listeners = new LinkedHashMap<>();

    private final Deque<Announcement> remembered = new ArrayDeque<>();
    private Set<String> openServices = Set.of();
    /** Listeners are owed a picture that the desk could not give. */
    private boolean stale;

    private Desk desk;
    private Supplier<ZoneId> zone;
    private Views views;
    private long lastSeq;
    /** Who knows no later step may not have seen the picture of the hall that was sent last. */
    private long picturedAt = -1;

    private long timesShown;

    /**
     * @param loop runs one after the other what it is given, in that order
     * @param epoch which life of its store the hub is in: steps of another life may have been forgotten
     */
    public Feed(Executor loop, Clock clock, int epoch) {
        this(loop, clock, epoch, System::nanoTime);
    }

    /** @param nanoTime measures how long the loop is held up */
    public Feed(Executor loop, Clock clock, int epoch, LongSupplier nanoTime) {
        this.loop = new Slices(loop, nanoTime);
        this.epoch = epoch;
        this.clock = clock;
    }

    /**
     * Learns where the hall is, from the desk that this feed is the audience of; to be called before that desk is opened.
     */
    public void open(Desk desk, Supplier<ZoneId> zone) {
        this.desk = desk;
        this.zone = zone;
        this.views = new Views(zone);
        look(Hall::seq, seq -> lastSeq = seq);
        look(this::open, open -> openServices = open);
    }

    /** A socket whose listener was let in. */
    private static final class Listener {
        private final Ear ear;
        private final View view;
        /** Characters handed to the socket that did not leave it; the socket's own loop counts them down. */
        private final AtomicInteger unsent = new AtomicInteger();

        private long seq;
        /** It has missed a step: others would be drawn on what is no longer so, until a picture comes. */
        private boolean hasMissed;

        private Listener(Ear ear, View view) {
            this.ear = ear;
            this.view = view;
        }
    }

    /**
     * To be called on the ear's own loop, so that it cannot close unseen.
     *
     * @param since the last step the listener knows; -1 when it knows none
     * @param sinceEpoch the life of the store of which it knows it
     */
    public void join(Ear ear, View view, long since, int sinceEpoch) {
        if (ear.isClosed()) return;
        var listener = new Listener(ear, view);
        ear.whenClosed(() -> loop.execute(() -> leave(listener)));
        loop.execute(() -> {
            if (sinceEpoch == epoch && remembersAllAfter(since)) {
                resume(listener, since);
            } else {
                begin(listener);
            }
        });
    }

    private boolean remembersAllAfter(long since) {
        return !remembered.isEmpty()
                && since > picturedAt
                && since >= remembered.getFirst().step().seq() - 1
                && since <= lastSeq;
    }

    private void resume(Listener listener, long since) {
        for (var told : remembered) {
            if (told.step().seq() > since && Views.concerns(told, listener.view)) {
                send(listener, frame(told, listener.view.sight(), false));
            }
        }
        listener.seq = lastSeq;
        send(listener, beatFrame());
        enter(listener);
    }

    private void begin(Listener listener) {
        look(hall -> picture(hall, listener.view), picture -> {
                    show(listener, picture);
                    enter(listener);
                })
                .exceptionally(fault -> {
                    LOG.debug("no picture for a listener", fault);
                    listener.ear.close(TRY_AGAIN_LATER, "try again");
                    return null;
                });
    }

    /**
     * Looks at the hall between two batches and hands on what was seen. The desk itself posts it to this loop, after the
     * steps that led there and before later ones, so that nothing is missed and nothing is told twice.
     */
    private <T> CompletableFuture<Void> look(Function<Hall, T> look, Consumer<T> seen) {
        return desk.read(hall -> {
            var what = look.apply(hall);
            loop.execute(() -> seen.accept(what));
            return null;
        });
    }

    private record Picture(long seq, String frame) {}

    private Picture picture(Hall hall, View view) {
        return new Picture(
                hall.seq(), Json.text(new FeedMessage.Snapshot(views.hall(hall, view, clock.instant()), epoch)));
    }

    private void show(Listener listener, Picture picture) {
        listener.seq = picture.seq();
        listener.hasMissed = false;
        send(listener, picture.frame());
    }

    private void enter(Listener listener) {
        if (listener.ear.isClosed()) return;
        listeners.computeIfAbsent(listener.view, any -> new LinkedHashSet<>()).add(listener);
    }

    private void leave(Listener listener) {
        listeners.computeIfPresent(listener.view, (view, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void announce(List<Announcement> taken) {
        loop.execute(() ->
                loop.next(taken.stream().<Runnable>map(told -> () -> tell(told)).toList()));
    }

    /** Whoever was told of such a step in an earlier life of the hub may not have seen the picture that followed. */
    @Override
    public void recall(Step step) {
        if (changesMoreThanItSays(step.kind())) picturedAt = step.seq();
    }

    private static boolean changesMoreThanItSays(Step.Kind kind) {
        return switch (kind) {
            case DAY_OPENED, DAY_CLOSED, PLAN_CHANGED -> true;
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
                    PUSHED_BACK,
                    PRIORITY_ASKED,
                    PRIORITY_DECIDED,
                    HARDWARE_CHANGED,
                    RATED,
                    VOTE_VOIDED -> false;
        };
    }

    private void tell(Announcement told) {
        lastSeq = told.step().seq();
        remembered.addLast(told);
        if (remembered.size() > REMEMBERED) remembered.removeFirst();
        var parts = new ArrayList<Runnable>();
        // Made once for all who see alike.
        var frames = new EnumMap<View.Sight, String>(View.Sight.class);
        for (var view : listeners.keySet()) {
            if (!Views.concerns(told, view)) continue;
            var frame = frames.computeIfAbsent(view.sight(), sight -> frame(told, sight, true));
            inCrowds(view, listener -> tell(told.step().seq(), frame, listener), parts);
        }
        if (changesMoreThanItSays(told.step().kind())) parts.add(this::showAllTheHall);
        loop.next(parts);
    }

    private void tell(long seq, String frame, Listener listener) {
        if (seq <= listener.seq || listener.hasMissed) return;
        listener.seq = seq;
        send(listener, frame);
    }

    private void toAll(Set<View> views, Consumer<Listener> each) {
        var parts = new ArrayList<Runnable>();
        for (var view : views) inCrowds(view, each, parts);
        loop.next(parts);
    }

    /** Divides those who now listen to a view; a copy, because whoever does not read leaves meanwhile. */
    private void inCrowds(View view, Consumer<Listener> each, List<Runnable> parts) {
        var all = List.copyOf(listeners.getOrDefault(view, Set.of()));
        for (var from = 0; from < all.size(); from += CROWD) {
            var crowd = all.subList(from, Math.min(all.size(), from + CROWD));
            parts.add(() -> crowd.forEach(each));
        }
    }

    private String frame(Announcement told, View.Sight sight, boolean live) {
        return Json.text(new FeedMessage.Live(views.step(told, sight), live));
    }

    @Override
    public void startOver() {
        loop.execute(() -> {
            listeners.values().forEach(all -> all.forEach(listener -> listener.hasMissed = true));
            showAllTheHall();
        });
    }

    /** What changed is not in any step, so nobody who was away can be brought up to date by steps alone. */
    private void showAllTheHall() {
        remembered.clear();
        picturedAt = Long.MAX_VALUE;
        var time = ++timesShown;
        look(this::open, open -> openServices = open);
        for (var view : List.copyOf(listeners.keySet())) {
            look(hall -> picture(hall, view), picture -> {
                        lastSeq = picture.seq();
                        toAll(Set.of(view), listener -> show(listener, picture));
                    })
                    .exceptionally(fault -> {
                        LOG.warn(
                                "No picture of the hall for the listeners of {}; tried again with the next beat", view);
                        loop.execute(() -> stale = true);
                        return null;
                    });
        }
        look(Hall::seq, seq -> {
            if (time == timesShown) picturedAt = seq;
        });
    }

    /** Tells all listeners that the hub is there, and what the time alone has changed. */
    public void beat() {
        loop.execute(this::beatNow);
    }

    private void beatNow() {
        var frame = beatFrame();
        toAll(listeners.keySet(), listener -> send(listener, frame));
        look(this::open, open -> {
            if (open.equals(openServices) && !stale) return;
            stale = false;
            openServices = open;
            showAllTheHall();
        });
    }

    private Set<String> open(Hall hall) {
        return hall.rules().services().stream()
                .map(Service::id)
                .filter(service -> hall.isOpen(service, clock.instant()))
                .collect(Collectors.toSet());
    }

    private String beatFrame() {
        return Json.text(
                new FeedMessage.Beat(lastSeq, clock.instant().atZone(zone.get()).toOffsetDateTime()));
    }

    /** Whoever does not read is let go, so that what waits for them does not fill the memory. */
    private void send(Listener listener, String frame) {
        if (listener.unsent.addAndGet(frame.length()) > MOST_UNSENT) {
            LOG.info("A listener of {} does not read and is let go", listener.view);
            listener.ear.close(TRY_AGAIN_LATER, "reads too slowly");
            leave(listener);
            return;
        }
        listener.ear.tell(frame).onComplete(sent -> listener.unsent.addAndGet(-frame.length()));
    }
}
