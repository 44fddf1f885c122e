package vn.luot.hub.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;

import io.vertx.core.Future;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.View;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Step;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.FeedMessage.Live;
import vn.luot.protocol.message.FeedMessage.Snapshot;
import vn.luot.protocol.message.Json;

/**
 * After a failure of the journal every listener is owed a picture of the rebuilt hall. Desk and loop are driven step by step,
 * so that further steps are taken before the picture can be sent.
 */
class OwedPictureTest {
    private static final Clock CLOCK = Clock.fixed(MORNING, Halls.ZONE);
    private static final View BOARD = View.parse("board").orElseThrow();

    private final Deque<Runnable> due = new ArrayDeque<>();
    private Feed feed;
    private final Keeping journal = new Keeping();
    private final Hearing board = new Hearing();
    private Desk desk;

    @BeforeEach
    void open() throws JournalFailed {
        startHub();
        ask((hall, now) -> hall.openDay(LAN, now));
        settle();
        feed.join(board, BOARD, -1, 0);
        settle();
        assertThat(board.heard()).containsExactly("picture of step 1");
    }

    @Test
    void noStepIsToldBeforeThePictureOfAHallThatWasRebuilt() {
        journal.failAfterKeeping();
        issue("key-that-was-kept-and");
        desk.serveOnce();

        // The listeners are marked, and the picture is asked for; but somebody was faster than that.
        issue("key-of-somebody-quick");
        loopRuns();
        desk.serveOnce();
        settle();

        assertThat(board.heard()).containsExactly("picture of step 1", "picture of step 3");
    }

    @Test
    void stepsGoOnAfterThePicture() {
        journal.failAfterKeeping();
        issue("key-that-was-kept-and");
        desk.serveOnce();
        settle();

        issue("key-of-the-next-visit");
        settle();

        assertThat(board.heard()).containsExactly("picture of step 1", "picture of step 2", "step 3");
    }

    @Test
    void whoHeardThatADayBeganAndNotHowIsShownTheHallAfterARestart() throws JournalFailed {
        startHub();
        issue("key-of-the-next-visit");
        settle();

        var heardOfTheDayOnly = new Hearing();
        feed.join(heardOfTheDayOnly, BOARD, 1, 1);
        settle();
        issue("key-of-one-more-visit");
        settle();
        var heardMore = new Hearing();
        feed.join(heardMore, BOARD, 2, 1);
        settle();

        assertThat(heardOfTheDayOnly.heard()).containsExactly("picture of step 2", "step 3");
        assertThat(heardMore.heard()).containsExactly("step 3");
    }

    private void startHub() throws JournalFailed {
        feed = new Feed(due::addLast, CLOCK, 1);
        desk = new Desk(any -> Halls.rules(), journal, CLOCK, feed).rebuilt();
        feed.open(desk, () -> Halls.ZONE);
    }

    private void ask(Wish wish) {
        desk.submit(wish);
    }

    private void issue(String key) {
        ask((hall, now) -> hall.issue(order(key, "land"), KIOSK, now));
    }

    private void loopRuns() {
        while (!due.isEmpty()) due.removeFirst().run();
    }

    private void settle() {
        do loopRuns();
        while (desk.serveOnce() > 0 || !due.isEmpty());
    }

    /** A journal in memory whose disk may fail when it has kept what it was given. */
    private static final class Keeping implements Journal {
        private final List<Step> kept = new ArrayList<>();
        private boolean fails;

        private void failAfterKeeping() {
            fails = true;
        }

        @Override
        public void append(List<Step> steps) throws JournalFailed {
            kept.addAll(steps);
            if (!fails) return;
            fails = false;
            throw new JournalFailed(new IOException("no answer from the disk"));
        }

        @Override
        public void replay(Consumer<Step> reader) {
            kept.forEach(reader);
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    /** What a listener hears, in short. */
    private static final class Hearing implements Ear {
        private final List<String> heard = new ArrayList<>();

        private List<String> heard() {
            return heard;
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void whenClosed(Runnable told) {
            // It stays to the end.
        }

        @Override
        public Future<Void> tell(String frame) {
            try {
                var message = Json.readLeniently(frame, FeedMessage.class);
                if (message instanceof Snapshot picture)
                    heard.add("picture of step " + picture.hall().seq());
                if (message instanceof Live live)
                    heard.add("step " + live.step().seq());
            } catch (IOException e) {
                throw new IllegalStateException(frame, e);
            }
            return Future.succeededFuture();
        }

        @Override
        public void close(short code, String reason) {
            throw new IllegalStateException("nobody hangs up here: " + reason);
        }
    }
}
