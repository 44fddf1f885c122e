package vn.luot.sim.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Step;
import vn.luot.hub.settings.Plans;

/** The desk without a wire, 64 wishes always waiting, beside a journal that is handed 64 steps at a time. */
final class DeskFigures implements Chapter {
    private static final int CROWD = 64;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        var rate = new Pairs();
        try (var desk = BenchDesk.open(site.freshFolder());
                var journal = new SqliteJournal(Database.open(site.freshFolder().resolve("journal.db")), 1)) {
            var hall = new Hall(Plans.rules(BenchPlan.plan()));
            hall.apply((Step) hall.openDay(BenchHall.CLERK, Instant.now()));
            for (var round = 0; round < site.effort().rounds(); round++) {
                var limit = batchesPerSecond(hall, journal, site.effort().turn()) * CROWD;
                rate.add(desk.issuesPerSecond(CROWD, site.effort().turn()), limit);
            }
        }
        told.accept(rate.figure("desk-64-of-journal-per-s", Goal.NONE));
    }

    private static double batchesPerSecond(Hall hall, Journal journal, Duration turn) {
        var begun = System.nanoTime();
        var batches = 0;
        while (System.nanoTime() - begun < turn.toNanos()) {
            append(hall, journal);
            batches++;
        }
        return batches * 1e9 / (System.nanoTime() - begun);
    }

    private static void append(Hall hall, Journal journal) {
        var steps = new ArrayList<Step>(CROWD);
        for (var i = 0; i < CROWD; i++) {
            var step = (Step) BenchHall.issue(hall, Instant.now());
            hall.apply(step);
            steps.add(step);
        }
        try {
            journal.append(steps);
        } catch (JournalFailed e) {
            throw new IllegalStateException(e);
        }
    }
}
