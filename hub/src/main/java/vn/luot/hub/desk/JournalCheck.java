package vn.luot.hub.desk;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.settings.PlanStore;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.program.CannotStart;

/**
 * Reads a whole journal and says whether it is what was written: no step changed, left out or put in, nothing cut off
 * before a checkpoint, and the tickets just what the steps left.
 */
public final class JournalCheck {
    private final Database database;
    private final int hall;
    private final List<Text> faults = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final Map<Long, String> heads = new HashMap<>();
    private final Map<Long, String> accessHeads = new HashMap<>();
    /** The seals of each version of the plan, by the entry that has them. */
    private final Map<String, NavigableMap<Long, String>> seals = new HashMap<>();
    /** The step that put a version of the plan in force first. */
    private final Map<String, Long> inForce = new HashMap<>();

    private long steps;

    public JournalCheck(Database database, int hall) {
        this.database = database;
        this.hall = hall;
    }

    /**
     * @param steps how many there are
     * @param faults what is not as it was written; empty when all is well
     * @param notes what a reader must know, such as restores
     */
    public record Result(long steps, List<Text> faults, List<Text> notes) {}

    /** @throws CannotStart when the database cannot be read */
    public Result check(List<Checkpoint> checkpoints, PublicKey key) {
        checkpoints.forEach(checkpoint -> heads.put(checkpoint.seq(), null));
        try (var connection = database.connect()) {
            readSteps(connection);
            readAccessLog(connection);
            var lives = lives(connection);
            readPlans(
                    connection,
                    checkpoints.stream()
                            .filter(checkpoint -> !isLostByARestore(checkpoint, lives))
                            .toList());
            for (var checkpoint : checkpoints) compare(checkpoint, key, lives);
        } catch (SQLException e) {
            throw new CannotStart("không đọc được nhật ký", "the journal cannot be read", e);
        }
        return new Result(steps, List.copyOf(faults), List.copyOf(notes));
    }

    private void readSteps(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT * FROM step WHERE hall = ? ORDER BY seq")) {
            query.setInt(1, hall);
            try (var rows = query.executeQuery()) {
                var before = Chain.beginning();
                while (rows.next()) before = readStep(rows, before);
            }
        }
    }

    private byte[] readStep(ResultSet row, byte[] before) throws SQLException {
        var seq = row.getLong("seq");
        var hash = row.getBytes("hash");
        if (seq != ++steps) {
            fault("bước " + steps + " bị xoá", "step " + steps + " was deleted");
            steps = seq;
        } else if (hash == null) {
            fault("bước " + seq + " không có mã liên kết", "step " + seq + " is not linked");
        } else if (!Chain.isLinked(hash, before, StepChain.says(row))) {
            fault("bước " + seq + " đã bị sửa", "step " + seq + " was changed");
        }
        if (row.getString("kind").equals("DAY_OPENED") || row.getString("kind").equals("PLAN_CHANGED")) {
            inForce.putIfAbsent(row.getString("reason"), seq);
        }
        var head = hash == null ? Chain.beginning() : hash;
        if (heads.containsKey(seq)) heads.put(seq, HexFormat.of().formatHex(head));
        return head;
    }

    /** Whether its entries follow each other is for the log itself to say; here it is whether they are all there. */
    private void readAccessLog(Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT seq, hash, kind, subject, detail FROM access_log WHERE hall = ?")) {
            query.setInt(1, hall);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var seq = rows.getLong("seq");
                    accessHeads.put(seq, HexFormat.of().formatHex(rows.getBytes("hash")));
                    if (rows.getString("kind").equals("PLAN_KEPT"))
                        seals.computeIfAbsent(rows.getString("subject"), version -> new TreeMap<>())
                                .put(seq, rows.getString("detail"));
                }
            }
        }
    }

    /**
     * Whether each says what it said before it came into force; those of a program that noted nothing cannot be told. A version
     * is kept before a step names it, so that a seal which the checkpoint of that step does not know is somebody's own.
     */
    private void readPlans(Connection connection, List<Checkpoint> checkpoints) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT CAST(version AS TEXT) AS version, json FROM plan p WHERE hall = ? ORDER BY p.version")) {
            query.setInt(1, hall);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var version = rows.getString("version");
                    if (inForce.containsKey(version) && seals.containsKey(version))
                        readPlan(version, PlanStore.seal(rows.getString("json")), checkpoints);
                }
            }
        }
    }

    private void readPlan(String version, String seal, List<Checkpoint> checkpoints) {
        var latest = checkpoints.stream()
                .filter(checkpoint -> checkpoint.seq() >= inForce.get(version))
                .mapToLong(Checkpoint::accessSeq)
                .min()
                .orElse(Long.MAX_VALUE);
        var kept = seals.get(version).floorEntry(latest);
        if (kept != null && !kept.getValue().equals(seal))
            fault("bản kế hoạch " + version + " đã bị sửa", "version " + version + " of the plan was changed");
        if (seals.get(version).higherKey(latest) != null)
            fault(
                    "bản kế hoạch " + version + " được lưu lại sau khi đã dùng",
                    "version " + version + " of the plan was kept anew after it was in force");
    }

    /**
     * How many steps the store had when each of its lives began, by epoch. A restore excuses steps that are gone, so one that
     * nobody noted is a fault, and excuses nothing.
     */
    private Map<Integer, Long> lives(Connection connection) throws SQLException {
        var lives = new HashMap<Integer, Long>();
        try (var query = connection.prepareStatement("SELECT epoch, steps, EXISTS (SELECT 1 FROM access_log"
                + " WHERE hall = ? AND kind = 'RESTORED' AND detail = 'epoch ' || epoch.epoch) AS noted"
                + " FROM epoch WHERE cause = 'RESTORED'")) {
            query.setInt(1, hall);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var epoch = rows.getInt("epoch");
                    if (rows.getBoolean("noted")) lives.put(epoch, rows.getLong("steps"));
                    else
                        fault(
                                "kỷ nguyên " + epoch + " không có trong sổ ra vào: không ai khôi phục",
                                "epoch " + epoch + " is not in the access log: nobody restored anything");
                }
            }
        }
        return lives;
    }

    private void compare(Checkpoint checkpoint, PublicKey key, Map<Integer, Long> lives) {
        var seq = checkpoint.seq();
        if (!CheckpointKey.isSigned(checkpoint, key)) {
            fault(
                    "điểm kiểm ở bước " + seq + " sai chữ ký",
                    "the checkpoint at step " + seq + " is not signed by this hub");
        } else if (isLostByARestore(checkpoint, lives)) {
            notes.add(new Text(
                    "điểm kiểm ở bước " + seq + " mới hơn bản sao lưu đã khôi phục",
                    "the checkpoint at step " + seq + " is newer than a backup that was restored"));
        } else if (seq > steps) {
            fault(
                    "nhật ký bị cắt ở bước " + steps + ", điểm kiểm có bước " + seq,
                    "the journal was cut off after step " + steps + "; a checkpoint has step " + seq);
        } else if (!checkpoint.head().equals(heads.get(seq))) {
            fault("các bước đến " + seq + " đã bị thay", "the steps up to " + seq + " were replaced");
        } else if (!isWithin(checkpoint.accessSeq(), checkpoint.accessHead())) {
            fault(
                    "sổ ra vào bị cắt hay bị thay, điểm kiểm ở bước " + seq + " có mục " + checkpoint.accessSeq(),
                    "the access log was cut off or replaced; the checkpoint at step " + seq + " has entry "
                            + checkpoint.accessSeq());
        }
    }

    private boolean isWithin(long accessSeq, String head) {
        return accessSeq == 0 || head.equals(accessHeads.get(accessSeq));
    }

    private static boolean isLostByARestore(Checkpoint checkpoint, Map<Integer, Long> lives) {
        return lives.entrySet().stream()
                .anyMatch(life -> life.getKey() > checkpoint.epoch() && life.getValue() < checkpoint.seq());
    }

    private void fault(String vi, String en) {
        faults.add(new Text(vi, en));
    }
}
