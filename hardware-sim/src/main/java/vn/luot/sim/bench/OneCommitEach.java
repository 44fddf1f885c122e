package vn.luot.sim.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Step;
import vn.luot.hub.settings.Plans;

/** The way most systems do it: the same hall and the same tables, but one transaction for each request. */
final class OneCommitEach implements AutoCloseable {
    private final Hall hall = new Hall(Plans.rules(BenchPlan.plan()));
    private final SqliteJournal journal;
    private final WorkerExecutor worker;

    OneCommitEach(Vertx vertx, Path folder) {
        journal = new SqliteJournal(Database.open(folder.resolve("one-commit.db")), 1);
        worker = vertx.createSharedWorkerExecutor("one commit each", 1);
        keep((Step) hall.openDay(BenchHall.CLERK, Instant.now()));
    }

    Future<?> issueLater() {
        return worker.executeBlocking(() -> {
            issue();
            return null;
        });
    }

    void issue() {
        keep((Step) BenchHall.issue(hall, Instant.now()));
    }

    private void keep(Step step) {
        try {
            journal.append(List.of(step));
            hall.apply(step);
        } catch (JournalFailed e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        worker.close().await();
        journal.close();
    }
}
