package vn.luot.hub.desk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;
import vn.luot.hub.queue.Step;

class DeskTest {
    private static final Clock CLOCK = Clock.fixed(MORNING, Halls.ZONE);

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Database database;
    private Watched journal;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        database = Journals.in(folder);
        journal = new Watched(new SqliteJournal(database, 1));
        desk = new Desk(any -> Halls.rules(), journal, CLOCK, heard).rebuilt();
        desk.open();
        ask((hall, now) -> hall.openDay(LAN, now));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoeverWaitsIsKeptInOneCommit() throws Exception {
        journal.hold();
        var first = issue("key-that-holds-the-1");
        journal.awaitHeld();
        var others = IntStream.range(0, 100)
                .mapToObj(i -> issue("key-number-1-2-3-" + i))
                .toList();
        journal.release();

        CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(60, SECONDS);

        assertThat(first).isCompleted();
        assertThat(journal.sizes).containsExactly(1, 1, 100);
        assertThat(others.stream().map(DeskTest::number).distinct()).hasSize(100);
    }

    @Test
    void theSameKeyIsTheSameTicketAlsoWhileTheFirstIsStillBeingDecided() throws Exception {
        journal.hold();
        var first = issue("key-of-the-impatient");
        journal.awaitHeld();
        var again = List.of(issue("key-of-the-impatient"), issue("key-of-the-impatient"));

        assertThat(again).noneMatch(CompletableFuture::isDone);

        journal.release();
        assertThat(number(first)).isEqualTo("A001");
        for (var answer : again) {
            assertThat(answer.get(60, SECONDS))
                    .isInstanceOfSatisfying(
                            Outcome.Known.class,
                            known -> assertThat(known.ticket().number()).hasToString("A001"));
        }
        assertThat(Journals.ask(database, "SELECT count(*) FROM ticket")).isEqualTo("1");
    }

    @Test
    void nobodyIsToldBeforeItIsDurable() throws Exception {
        journal.hold();
        var answer = issue("key-that-must-be-kept");
        journal.awaitHeld();

        assertThat(answer).isNotDone();
        assertThat(heard.numbers()).isEmpty();

        journal.release();
        assertThat(number(answer)).isEqualTo("A001");
    }

    @Test
    void whenKeepingFailsNobodyIsToldAndTheHallIsWhatTheJournalHolds() throws Exception {
        issue("key-of-the-first-1-2").get(60, SECONDS);
        journal.failNext(Failure.BEFORE_WRITING);

        assertThatThrownBy(() -> issue("key-of-the-lost-one-").get(60, SECONDS))
                .hasCauseInstanceOf(OutcomeUnknown.class);

        assertThat(number(issue("key-of-the-lost-one-"))).isEqualTo("A002");
        untilAnnounced();
        assertThat(heard.startedOver).isEqualTo(1);
        // The desk answers first and announces then; closing waits for both.
        desk.close();
        assertThat(heard.numbers()).containsExactly("A001", "A002");
    }

    @Test
    void anOutcomeUnknownThatWasKeptIsFoundByTheSameKey() throws Exception {
        journal.failNext(Failure.AFTER_WRITING);
        assertThatThrownBy(() -> issue("key-of-the-kept-one-").get(60, SECONDS))
                .hasCauseInstanceOf(OutcomeUnknown.class);

        var again = issue("key-of-the-kept-one-").get(60, SECONDS);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Known.class,
                        known -> assertThat(known.ticket().number()).hasToString("A001"));
    }

    @Test
    void aBrokenWishDoesNotTakeTheOthersWithIt() throws Exception {
        var broken = desk.submit((hall, now) -> {
            throw new IllegalStateException("a bug");
        });
        var fine = issue("key-of-the-fine-one-");

        assertThatThrownBy(() -> broken.get(60, SECONDS)).hasRootCauseMessage("a bug");
        assertThat(number(fine)).isEqualTo("A001");
    }

    @Test
    void aDeskThatWasNotOpenedServesOnTheCallersThread() throws Exception {
        desk.close();
        desk = new Desk(any -> Halls.rules(), new SqliteJournal(database, 1), CLOCK, heard).rebuilt();
        var first = issue("key-that-waits-to-be-1");
        var second = issue("key-that-waits-to-be-2");

        assertThat(first).isNotDone();
        assertThat(desk.serveOnce()).isEqualTo(2);
        assertThat(List.of(number(first), number(second))).containsExactly("A001", "A002");
        assertThat(desk.serveOnce()).isZero();
    }

    @Test
    void refusalsAreAnsweredAndLeaveNoStep() throws Exception {
        var outcome = desk.submit((hall, now) -> hall.openCounter(99, LAN, now)).get(60, SECONDS);

        assertThat(outcome).isEqualTo(new Outcome.No(new Refused(Rule.COUNTER_UNKNOWN, null)));
        assertThat(Journals.ask(database, "SELECT count(*) FROM step")).isEqualTo("1");
    }

    @Test
    void aRestartGoesOnWhereTheJournalEnds() throws Exception {
        issue("key-of-the-first-1-2").get(60, SECONDS);
        desk.close();

        journal = new Watched(new SqliteJournal(database, 1));
        desk = new Desk(any -> Halls.rules(), journal, CLOCK, heard).rebuilt();
        desk.open();

        assertThat(number(issue("key-of-the-second-12"))).isEqualTo("A002");
        assertThat(desk.read(hall -> hall.waiting("land")).get(60, SECONDS)).isEqualTo(2);
    }

    @Test
    void twoDesksOnOneJournalNeverGiveTheSameNumberOrTicket() throws Exception {
        try (var other = new Desk(any -> Halls.rules(), new SqliteJournal(database, 1), CLOCK, new Heard()).rebuilt()) {
            other.open();
            assertThat(number(issue("key-of-the-first-1-2"))).isEqualTo("A001");

            // It does not know of that yet: the journal takes nothing that does not follow its last step.
            assertThatThrownBy(() -> other.submit(
                                    (hall, now) -> hall.issue(order("key-12345678901234", "land"), KIOSK, now))
                            .get(60, SECONDS))
                    .hasCauseInstanceOf(OutcomeUnknown.class);

            var again = other.submit((hall, now) -> hall.issue(order("key-12345678901234", "land"), KIOSK, now));
            assertThat(number(again)).isEqualTo("A002");
            assertThat(other.submit((hall, now) -> hall.issue(order("key-of-the-first-1-2", "land"), KIOSK, now))
                            .get(60, SECONDS))
                    .isInstanceOf(Outcome.Known.class);
        }
    }

    @Test
    void aClosedDeskTakesNothingOn() {
        desk.close();

        assertThatThrownBy(() -> issue("key-that-is-too-late").get(60, SECONDS)).hasCauseInstanceOf(DeskFull.class);
    }

    private CompletableFuture<Outcome> issue(String key) {
        return desk.submit((hall, now) -> hall.issue(order(key, "land"), KIOSK, now));
    }

    private void ask(Desk.Wish wish) throws Exception {
        desk.submit(wish).get(60, SECONDS);
    }

    /** Steps are announced after they are answered; whoever asks next comes after that. */
    private void untilAnnounced() throws Exception {
        desk.read(Hall::seq).get(60, SECONDS);
    }

    private static String number(CompletableFuture<Outcome> answer) {
        var taken = (Outcome.Taken) answer.orTimeout(60, SECONDS).join();
        return taken.announcement().step().ticket().number().toString();
    }

    private enum Failure {
        NONE,
        BEFORE_WRITING,
        AFTER_WRITING
    }

    /** A real journal that can be held up and can fail, and that remembers how much it kept at once. */
    private static final class Watched implements Journal {
        private final Journal real;
        private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        private volatile Failure failure = Failure.NONE;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private final CountDownLatch held = new CountDownLatch(1);

        private Watched(Journal real) {
            this.real = real;
        }

        private void failNext(Failure how) {
            failure = how;
        }

        private void hold() {
            gate = new CountDownLatch(1);
        }

        private void awaitHeld() throws InterruptedException {
            assertThat(held.await(60, SECONDS)).isTrue();
        }

        private void release() {
            gate.countDown();
        }

        @Override
        public void append(List<Step> steps) throws JournalFailed {
            if (gate.getCount() > 0) held.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new JournalFailed(e);
            }
            var how = failure;
            failure = Failure.NONE;
            if (how == Failure.BEFORE_WRITING) throw new JournalFailed(new java.io.IOException("planted"));
            sizes.add(steps.size());
            real.append(steps);
            if (how == Failure.AFTER_WRITING) throw new JournalFailed(new java.io.IOException("planted"));
        }

        @Override
        public void replay(Consumer<Step> reader) throws JournalFailed {
            real.replay(reader);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private static final class Heard implements Audience {
        private final List<Announcement> steps = Collections.synchronizedList(new ArrayList<>());
        private volatile int startedOver;

        private List<String> numbers() {
            return steps.stream()
                    .filter(heard -> heard.step().ticket() != null)
                    .map(heard -> heard.step().ticket().number().toString())
                    .toList();
        }

        @Override
        public void announce(List<Announcement> taken) {
            steps.addAll(taken);
        }

        @Override
        public void startOver() {
            startedOver++;
        }
    }
}
