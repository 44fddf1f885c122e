package vn.luot.hub.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

/** Writes a checkpoint at the end of each day and after every thousand steps, a line of a file for each. */
public final class Checkpoints implements Audience, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long STEPS_BETWEEN = 1_000;
    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final int hall;
    private final Path file;
    private final CheckpointKey key;
    private final Clock clock;
    /** The disk is waited for here, not on the desk's thread. */
    private final ExecutorService aside = Executors.newSingleThreadExecutor(work -> new Thread(work, "checkpoints"));

    private volatile Checkpoint latest;

    public Checkpoints(Database database, int hall, Path file, CheckpointKey key, Clock clock) {
        this.database = database;
        this.hall = hall;
        this.file = file;
        this.key = key;
        this.clock = clock;
        var before = read(file);
        this.latest = before.isEmpty() ? null : before.get(before.size() - 1);
    }

    @Override
    public void announce(List<Announcement> taken) {
        for (var announcement : taken) {
            var step = announcement.step();
            if (step.kind() == Kind.DAY_CLOSED || step.seq() % STEPS_BETWEEN == 0) {
                aside.execute(() -> make(step.seq()));
            }
        }
    }

    @Override
    public void startOver() {
        // The journal holds what it held; the next checkpoint says so.
    }

    /** The latest one; empty when none was made yet. */
    public Optional<Checkpoint> latest() {
        return Optional.ofNullable(latest);
    }

    private void make(long seq) {
        try (var connection = database.connect()) {
            var checkpoint = key.sign(look(connection, seq));
            append(checkpoint);
            latest = checkpoint;
            LOG.info("Checkpoint: step {}, {}", seq, checkpoint.head());
        } catch (SQLException | IOException e) {
            LOG.error("No checkpoint was made at step {}", seq, e);
        }
    }

    private Checkpoint look(Connection connection, long seq) throws SQLException {
        try (var query = connection.prepareStatement("""
                SELECT s.hash AS head, (SELECT count(*) FROM step WHERE hall = s.hall AND seq <= s.seq) AS count,
                       coalesce(a.seq, 0) AS access_seq, a.hash AS access_head, (SELECT max(epoch) FROM epoch) AS epoch
                FROM step s LEFT JOIN access_log a
                     ON a.hall = s.hall AND a.seq = (SELECT max(seq) FROM access_log WHERE hall = s.hall)
                WHERE s.hall = ? AND s.seq = ?""")) {
            query.setInt(1, hall);
            query.setLong(2, seq);
            try (var row = query.executeQuery()) {
                row.next();
                var access = row.getBytes("access_head");
                return new Checkpoint(
                        hall,
                        row.getInt("epoch"),
                        clock.instant(),
                        seq,
                        row.getLong("count"),
                        hex(row.getBytes("head")),
                        row.getLong("access_seq"),
                        hex(access == null ? Chain.beginning() : access),
                        "");
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private void append(Checkpoint checkpoint) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var line = ByteBuffer.wrap((Json.text(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) channel.write(line);
            channel.force(true);
        }
    }

    /** Makes what is due, then no more. */
    @Override
    public void close() {
        aside.shutdown();
        try {
            if (!aside.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) LOG.warn("A checkpoint was not finished");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The checkpoints of a file, in order; none when there is no such file.
     *
     * @throws CannotStart when a line is none
     */
    public static List<Checkpoint> read(Path file) {
        if (Files.notExists(file)) return List.of();
        var checkpoints = new ArrayList<Checkpoint>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> checkpoints.add(checkpoint(line)));
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart("tệp điểm kiểm " + file + " hỏng", "the file of checkpoints is damaged", e);
        }
        return checkpoints;
    }

    private static Checkpoint checkpoint(String line) {
        try {
            return Json.read(line, Checkpoint.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
