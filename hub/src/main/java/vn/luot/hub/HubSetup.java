package vn.luot.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.access.SecondFactorKey;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.CheckpointKey;
import vn.luot.hub.desk.Checkpoints;
import vn.luot.hub.settings.PlanStore;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;

/** Makes a hub's data, and lets in devices and persons; works beside a running hub. */
public final class HubSetup {
    /** A hub has one hall today; the journal is ready for several. */
    static final int HALL = 1;

    static final String CHECKPOINTS = "checkpoints.jsonl";

    private final Path data;
    private final Database database;
    private final Clock clock;

    private HubSetup(Path data, Database database, Clock clock) {
        this.data = data;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes the data of a new hub.
     *
     * @throws CannotStart when there is some already, or the folder cannot be written
     */
    public static HubSetup init(Path data, Plan plan, Clock clock) {
        if (Files.exists(file(data))) {
            throw new CannotStart(
                    "thư mục " + data + " đã có dữ liệu; hãy chọn thư mục khác, không có gì bị ghi đè",
                    "the folder has data already; choose another, nothing was overwritten");
        }
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new CannotStart(
                    "không ghi được vào thư mục " + data + ", hãy kiểm tra quyền",
                    "the folder cannot be written; check its permissions",
                    e);
        }
        var setup = new HubSetup(data, Database.open(file(data), clock), clock);
        setup.plans().begin(plan);
        CheckpointKey.in(data);
        return setup;
    }

    /** @throws CannotStart when there is no data, or it cannot be read */
    public static HubSetup open(Path data, Clock clock) {
        mustBeIn(data);
        return new HubSetup(data, Database.open(file(data), clock), clock);
    }

    /** @throws CannotStart when there is no data */
    static void mustBeIn(Path data) {
        if (!Files.exists(file(data))) {
            throw new CannotStart(
                    "chưa có dữ liệu trong " + data + ", hãy chạy: luot hub init --data " + data + " --admin TÊN",
                    "there is no data yet; run that command first");
        }
    }

    static Path file(Path data) {
        return data.resolve("luot.db");
    }

    /** Undoes {@link #init}: nothing of the data is left. */
    void remove() {
        try {
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file(data) + suffix));
            }
            CheckpointKey.removeFrom(data);
            SecondFactorKey.removeFrom(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Database database() {
        return database;
    }

    Checkpoints checkpoints() {
        return new Checkpoints(database, HALL, data.resolve(CHECKPOINTS), CheckpointKey.in(data), clock);
    }

    public PlanStore plans() {
        var log = new AccessLog(database, HALL, clock);
        return new PlanStore(
                database,
                HALL,
                clock,
                (version, seal, by, keeping) -> log.note(
                        AccessLog.Kind.PLAN_KEPT,
                        by == null ? AccessLog.COMMAND_LINE : by,
                        "" + version,
                        seal,
                        keeping));
    }

    public Access access() {
        return access(false);
    }

    /** @param demandsSecondFactor of administrators, before they do anything else */
    Access access(boolean demandsSecondFactor) {
        return new Access(database, HALL, clock, SecondFactorKey.in(data), demandsSecondFactor);
    }
}
