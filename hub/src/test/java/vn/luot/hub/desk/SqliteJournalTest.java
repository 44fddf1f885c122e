package vn.luot.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.TABLET;
import static vn.luot.hub.queue.Halls.take;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Finish;
import vn.luot.hub.queue.GivenOffline;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Hardware;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.TicketNumber;
import vn.luot.hub.queue.TicketOrder;

class SqliteJournalTest {
    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Journals.in(folder);
    }

    @Test
    void givesBackEveryStepAsItWas() throws Exception {
        var day = aWholeDay(Halls.closed());
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(day.subList(0, 4));
            journal.append(day.subList(4, day.size()));
        }

        try (var reopened = new SqliteJournal(database, 1)) {
            assertThat(Journals.steps(reopened)).isEqualTo(day);
        }
    }

    @Test
    void keepsTheTicketsAsTheStepsLeftThem() throws Exception {
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(aWholeDay(Halls.closed()));
        }

        var columns = Journals.ask(
                database,
                "SELECT group_concat(name) FROM pragma_table_info('ticket') WHERE name NOT IN ('hall', 'id')");
        var rebuilt = "SELECT count(*) FROM ticket t JOIN step s ON s.hall = t.hall AND s.ticket = t.id"
                + " WHERE s.seq = (SELECT max(seq) FROM step WHERE ticket = t.id)"
                + " AND (%s) IS (%s)"
                        .formatted(columns.replaceAll("(\\w+)", "s.$1"), columns.replaceAll("(\\w+)", "t.$1"));
        assertThat(columns.split(",")).hasSize(33);
        assertThat(Journals.ask(database, rebuilt)).isEqualTo("7");
        assertThat(Journals.ask(database, "SELECT count(*) FROM ticket")).isEqualTo("7");
    }

    @Test
    void theStepsAloneMakeTheSameTablesAgain() throws Exception {
        var rebuilt = Journals.in(Files.createDirectory(folder.resolve("rebuilt")));
        try (var journal = new SqliteJournal(database, 1);
                var again = new SqliteJournal(rebuilt, 1)) {
            journal.append(aWholeDay(Halls.closed()));

            for (var step : Journals.steps(journal)) again.append(List.of(step));
        }

        assertThat(Journals.dump(rebuilt, "ticket")).hasSize(7).isEqualTo(Journals.dump(database, "ticket"));
        assertThat(Journals.dump(rebuilt, "step")).isEqualTo(Journals.dump(database, "step"));
    }

    @Test
    void aVoteOnTheNextDayLeavesTheTicketInItsDay() throws Exception {
        var hall = Halls.closed();
        var tuesday = MORNING.plus(Duration.ofDays(1));
        var steps = new ArrayList<Step>();
        steps.add(take(hall, hall.openDay(LAN, MORNING)));
        steps.add(take(hall, hall.openCounter(1, LAN, MORNING)));
        steps.add(take(hall, hall.issue(Halls.order("key-of-the-late-12345", "land"), KIOSK, MORNING)));
        steps.add(take(hall, hall.callNext(1, LAN, MORNING)));
        var served = take(hall, hall.finish(1, 0, LAN, MORNING));
        steps.add(served);
        Halls.steps(hall.openDay(LAN, tuesday)).forEach(step -> steps.add(take(hall, step)));
        var vote = new Rating("vote-key-of-the-late", 5, List.of(), null, tuesday);
        steps.add(take(hall, hall.rate(served.ticket().token(), vote, TABLET, tuesday)));

        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(steps);
        }

        assertThat(Journals.ask(database, "SELECT day || ' ' || score FROM ticket"))
                .isEqualTo(served.day().toEpochDay() + " 5");
    }

    @Test
    void replaysWhatHappenedBeforeTheFirstDay() throws Exception {
        var hall = Halls.closed();
        var board = new Hardware("B1", "LED 1", Hardware.Type.BOARD, Hardware.Condition.GONE, null);
        var before = List.of(take(hall, hall.report("B1", List.of(board), TABLET, MORNING)));
        var opening = List.of(take(hall, hall.openDay(LAN, MORNING)));
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(before);
            assertThat(Journals.steps(journal)).isEqualTo(before);
            journal.append(opening);
            assertThat(Journals.steps(journal)).containsExactly(before.get(0), opening.get(0));
        }
    }

    @Test
    void replaysTheLatestDayAndTheOneBefore() throws Exception {
        var hall = Halls.closed();
        var monday = aWholeDay(hall);
        var tuesday = List.of(take(hall, hall.openDay(LAN, MORNING.plus(Duration.ofDays(1)))));
        var wednesday = List.of(take(hall, hall.openDay(LAN, MORNING.plus(Duration.ofDays(2)))));
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(monday);
            journal.append(tuesday);
            journal.append(wednesday);

            assertThat(Journals.steps(journal)).containsExactly(tuesday.get(0), wednesday.get(0));
        }
    }

    @Test
    void hallsDoNotSeeEachOther() throws Exception {
        try (var one = new SqliteJournal(database, 1);
                var two = new SqliteJournal(database, 2)) {
            one.append(aWholeDay(Halls.closed()));

            assertThat(Journals.steps(two)).isEmpty();
            two.append(aWholeDay(Halls.closed()).subList(0, 1));
            assertThat(Journals.steps(two)).hasSize(1);
        }
    }

    @Test
    void keepsAllStepsOfABatchOrNone() throws Exception {
        var day = aWholeDay(Halls.closed());
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(day.subList(0, 2));
            var withOneTwice = List.of(day.get(2), day.get(1));

            assertThatThrownBy(() -> journal.append(withOneTwice)).isInstanceOf(JournalFailed.class);

            assertThat(Journals.steps(journal)).isEqualTo(day.subList(0, 2));
            journal.append(day.subList(2, day.size()));
            assertThat(Journals.steps(journal)).isEqualTo(day);
        }
    }

    @Test
    void commitsSurviveAPowerCut() throws Exception {
        assertThat(Journals.ask(database, "PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(Journals.ask(database, "PRAGMA synchronous")).as("2 is FULL").isEqualTo("2");
    }

    private static List<Step> aWholeDay(Hall hall) {
        var steps = new ArrayList<Step>();
        steps.add(take(hall, hall.openDay(LAN, MORNING)));
        steps.add(take(hall, hall.openCounter(1, LAN, MORNING)));
        steps.add(take(hall, hall.issue(Halls.order("key-of-the-first-1", "land"), Halls.KIOSK, MORNING)));
        steps.add(take(hall, hall.issue(Halls.order("key-of-the-second-", "land"), Halls.KIOSK, MORNING)));
        steps.add(take(hall, hall.callNext(1, LAN, MORNING)));
        steps.add(take(hall, hall.start(1, 0, LAN, MORNING.plusSeconds(30))));
        var served = take(hall, hall.finish(1, 0, LAN, MORNING.plusSeconds(300)));
        steps.add(served);
        var vote = new Rating("vote-key-1-2-3-4-5", 2, List.of("slow"), "Chờ lâu quá; \"mệt\"", MORNING);
        steps.add(take(hall, hall.rate(served.ticket().token(), vote, TABLET, MORNING)));
        steps.addAll(everythingElse(hall));
        return steps;
    }

    /** Every verb that leaves something of its own. */
    private static List<Step> everythingElse(Hall hall) {
        var steps = new ArrayList<Step>();
        var booked = new TicketOrder(
                "key-of-the-booked-1", 7, "token-b", "justice", "elderly", "en", 2, MORNING.plusSeconds(60), "hash");
        var second = 4;
        steps.add(take(hall, hall.addFurther(second, "justice", LAN, MORNING)));
        steps.add(take(hall, hall.callChosen(1, second, "ngồi xe lăn", LAN, MORNING)));
        steps.add(take(hall, hall.noShow(1, 0, LAN, MORNING)));
        steps.add(take(hall, hall.giveBack(second, null, LAN, MORNING)));
        steps.add(take(hall, hall.reprint(second, KIOSK, MORNING)));
        steps.add(take(hall, hall.callNext(1, LAN, MORNING)));
        steps.add(take(hall, hall.finish(1, 0, new Finish("paid", 3), LAN, MORNING)));
        steps.add(take(hall, hall.transferToCounter(second, 3, "đúng người phụ trách", LAN, MORNING)));
        steps.add(take(hall, hall.issue(booked, KIOSK, MORNING)));
        steps.add(take(hall, hall.walkIn(1, Halls.order("key-of-the-walk-in-", "land"), LAN, MORNING)));
        steps.add(take(hall, hall.hold(1, 0, "thiếu giấy", LAN, MORNING)));
        steps.add(take(hall, hall.voidKey("key-never-seen-1-2-3", KIOSK, MORNING)));
        steps.add(take(hall, hall.issue(Halls.order("key-of-the-void-1-2", "land"), KIOSK, MORNING)));
        steps.add(take(hall, hall.voidKey("key-of-the-void-1-2", KIOSK, MORNING)));
        steps.add(take(hall, hall.lease("land", 5, 1, "key-of-the-lease-1-2", KIOSK, MORNING)));
        steps.add(take(hall, hall.issue(Halls.order("key-of-the-offline-", "land"), KIOSK, MORNING)));
        var superseding = Halls.steps(hall.takeIn(
                Halls.order("key-of-the-offline-", "land"),
                new GivenOffline(new TicketNumber("A", 595), 1, hall.day().orElseThrow(), MORNING),
                KIOSK,
                MORNING));
        superseding.forEach(hall::apply);
        steps.addAll(superseding);
        steps.add(take(hall, hall.pauseCounter(1, "họp", LAN, MORNING)));
        var ending = Halls.steps(hall.closeDay(LAN, MORNING));
        ending.forEach(hall::apply);
        steps.addAll(ending);
        return steps;
    }
}
