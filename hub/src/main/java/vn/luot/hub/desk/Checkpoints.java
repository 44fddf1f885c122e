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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.program.CannotStart;

/**
 * Writes a checkpoint at the end of each day and after every thousand steps, a line of a file for each; in a rush at most one
 * a minute, because signing and a disk that is waited for would take from those who wait for numbers.
 */
public final class Checkpoints implements Audience, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long STEPS_BETWEEN = 1_000;
    private static final Duration TIME_BETWEEN = Duration.ofMinutes(1);
    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final int hall;
    private final Path file;
    private final CheckpointKey key;
    private final Clock clock;
    /** The disk is waited for here, not on the desk's thread. */
    private final ExecutorService aside = Executors.newSingleThreadExecutor(work -> new Thread(work, "checkpoints"));

    /** The step that the latest was asked for; on the desk's thread. */
    private long asked;

    private Instant askedAt = Instant.MIN;
    /** How many steps there were up to one of them, so that not all are counted each time; on the thread aside. */
    private long counted;

    private long countedTo;

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
            if (isDueAt(step)) {
                asked = step.seq();
                askedAt = step.at();
                aside.execute(() -> make(step.seq()));
            }
        }
    }

    private boolean isDueAt(Step step) {
        if (step.kind() == Kind.DAY_CLOSED) return true;
        // A clock that went back must not put off the next one.
        var since = askedAt.equals(Instant.MIN)
                ? TIME_BETWEEN
                : Duration.between(askedAt, step.at()).abs();
        return step.seq() - asked >= STEPS_BETWEEN && since.compareTo(TIME_BETWEEN) >= 0;
    }

    @Override
    public void recall(Step step) {
        // Those before the latest checkpoint have one.
        asked = latest == null ? 0 : Math.min(latest.seq(), step.seq());
    }

    @Override
    public void startOver() {
        // The journal holds what it held; the next checkpoint says so.
    }

    /** The latest one, after all that are being made; empty when none was made yet. */
    public CompletableFuture<Optional<Checkpoint>> latest() {
        return CompletableFuture.supplyAsync(() -> Optional.ofNullable(latest), aside);
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
                SELECT s.hash AS head,
                       (SELECT count(*) FROM step WHERE hall = s.hall AND seq > ? AND seq <= s.seq) AS more,
                       coalesce(a.seq, 0) AS access_seq, a.hash AS access_head, (SELECT max(epoch) FROM epoch) AS epoch
                FROM step s LEFT JOIN access_log a
                     ON a.hall = s.hall AND a.seq = (SELECT max(seq) FROM access_log WHERE hall = s.hall)
                WHERE s.hall = ? AND s.seq = ?""")) {
            query.setLong(1, countedTo);
            query.setInt(2, hall);
            query.setLong(3, seq);
            try (var row = query.executeQuery()) {
                row.next();
                counted += row.getLong("more");
                countedTo = seq;
                var access = row.getBytes("access_head");
                return new Checkpoint(
                        hall,
                        row.getInt("epoch"),
                        clock.instant(),
                        seq,
                        counted,
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
