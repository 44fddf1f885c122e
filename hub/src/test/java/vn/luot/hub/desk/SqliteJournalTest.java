package vn.luot.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.TABLET;
import static vn.luot.hub.queue.Halls.take;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.queue.Step;

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

        var rebuilt = "SELECT count(*) FROM ticket t JOIN step s ON s.hall = t.hall AND s.ticket = t.id"
                + " WHERE s.seq = (SELECT max(seq) FROM step WHERE ticket = t.id)"
                + " AND (s.day, s.prefix, s.number, s.service, s.token, s.key, s.request, s.language, s.files, s.ahead,"
                + " s.issued_at, s.state, s.at_counter, s.calls, s.called_at, s.started_at, s.finished_at, s.vote_key,"
                + " s.score, s.reasons, s.comment, s.voted_at) IS"
                + " (t.day, t.prefix, t.number, t.service, t.token, t.key, t.request, t.language, t.files, t.ahead,"
                + " t.issued_at, t.state, t.at_counter, t.calls, t.called_at, t.started_at, t.finished_at, t.vote_key,"
                + " t.score, t.reasons, t.comment, t.voted_at)";
        assertThat(Journals.ask(database, rebuilt)).isEqualTo("2");
        assertThat(Journals.ask(database, "SELECT count(*) FROM ticket")).isEqualTo("2");
    }

    @Test
    void replaysOnlyTheLatestDay() throws Exception {
        var hall = Halls.closed();
        var monday = aWholeDay(hall);
        var tuesday = List.of(take(hall, hall.openDay(LAN, MORNING.plus(Duration.ofDays(1)))));
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(monday);
            journal.append(tuesday);

            assertThat(Journals.steps(journal)).isEqualTo(tuesday);
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
        return steps;
    }
}
