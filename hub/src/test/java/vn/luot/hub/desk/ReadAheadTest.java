package vn.luot.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.take;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Halls;
import vn.luot.hub.queue.Step;

class ReadAheadTest {
    /** More than are handed over together, and not a multiple of it. */
    private static final int TICKETS = 300;

    @TempDir
    Path folder;

    @Test
    void givesEveryStepInItsOrder() throws Exception {
        var day = dayOf(TICKETS);
        var database = kept(day);

        try (var ahead = ReadAhead.of(new SqliteJournal(database, 1))) {
            assertThat(Journals.steps(ahead)).isEqualTo(day);
        }
    }

    @Test
    void whoeverReplaysAgainHearsWhatWasKeptMeanwhile() throws Exception {
        var day = dayOf(3);
        var database = kept(day.subList(0, 2));

        try (var ahead = ReadAhead.of(new SqliteJournal(database, 1))) {
            assertThat(Journals.steps(ahead)).isEqualTo(day.subList(0, 2));
            ahead.append(day.subList(2, day.size()));
            assertThat(Journals.steps(ahead)).isEqualTo(day);
        }
    }

    @Test
    void whatCannotBeReadIsToldToWhoeverReplays() throws Exception {
        var database = kept(dayOf(1));
        Files.write(folder.resolve("luot.db"), new byte[4_096]);

        try (var ahead = ReadAhead.of(new SqliteJournal(database, 1))) {
            assertThatThrownBy(() -> Journals.steps(ahead)).isInstanceOf(JournalFailed.class);
        }
    }

    private Database kept(List<Step> steps) throws JournalFailed {
        var database = Journals.in(folder);
        try (var journal = new SqliteJournal(database, 1)) {
            journal.append(steps);
        }
        return database;
    }

    private static List<Step> dayOf(int tickets) {
        var hall = Halls.closed();
        var steps = new ArrayList<Step>();
        steps.add(take(hall, hall.openDay(LAN, MORNING)));
        for (var ticket = 0; ticket < tickets; ticket++) {
            steps.add(take(
                    hall, hall.issue(Halls.order("key-of-ticket-" + (10_000 + ticket), "land"), KIOSK, MORNING)));
        }
        return steps;
    }
}
