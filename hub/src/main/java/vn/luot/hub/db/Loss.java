package vn.luot.hub.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;

/**
 * What the present data holds and a backup does not: it is lost when the backup takes its place.
 *
 * @param centre of the present data; absent when it is from before centres had names
 * @param epoch the latest of the present data
 * @param steps how many steps
 * @param tickets the numbers that were given since, such as A014
 * @param leases blocks of numbers that kiosks hold
 * @param revoked devices whose token was shut out since, and would be let in again
 * @param people who were changed since, shut out or let in again: they would be as before
 * @param added people who would be gone
 */
record Loss(
        String centre,
        int epoch,
        long steps,
        List<String> tickets,
        long leases,
        List<String> revoked,
        List<String> people,
        List<String> added) {
    private static final String CHANGES =
            "('PASSWORD_CHANGED', 'PASSWORD_RESET', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_REMOVED', 'PERSON_ADDED',"
                    + " 'PERSON_CHANGED', 'PERSON_DISABLED', 'PERSON_ENABLED')";

    private static final String NOT_IN_BACKUP =
            " FROM present.step s WHERE NOT EXISTS (SELECT 1 FROM main.step b WHERE b.hall = s.hall AND b.seq = s.seq"
                    + " AND b.at = s.at AND b.kind = s.kind)";

    private static final String NOT_IN_LOG = " AND NOT EXISTS (SELECT 1 FROM main.access_log b WHERE b.hall = a.hall"
            + " AND b.seq = a.seq AND b.hash = a.hash)";

    private static final String IN_BACKUP =
            "EXISTS (SELECT 1 FROM main.person b WHERE b.hall = a.hall AND b.name = a.subject)";

    static Loss between(Path backup, Path present) throws SQLException {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + backup);
        try (var connection = source.getConnection()) {
            try (var attach = connection.prepareStatement("ATTACH ? AS present")) {
                attach.setString(1, present.toString());
                attach.execute();
            }
            return between(connection);
        }
    }

    private static Loss between(Connection connection) throws SQLException {
        var named = !Contents.texts(connection, "SELECT name FROM present.sqlite_master WHERE name = 'epoch'")
                .isEmpty();
        // The backup may be of a program that kept none.
        var hasLog = !Contents.texts(connection, "SELECT name FROM main.sqlite_master WHERE name = 'access_log'")
                .isEmpty();
        var changed = "SELECT DISTINCT subject FROM present.access_log a WHERE kind IN " + CHANGES
                + (hasLog ? NOT_IN_LOG : "");
        return new Loss(
                named
                        ? Contents.texts(connection, "SELECT id FROM present.centre")
                                .get(0)
                        : null,
                named ? (int) Contents.number(connection, "SELECT max(epoch) FROM present.epoch") : 0,
                Contents.number(connection, "SELECT count(*)" + NOT_IN_BACKUP),
                Contents.texts(
                        connection,
                        "SELECT s.prefix || printf('%03d', s.number)" + NOT_IN_BACKUP
                                + " AND s.ticket = s.seq ORDER BY s.seq"),
                Contents.number(connection, "SELECT count(*)" + NOT_IN_BACKUP + " AND s.kind = 'LEASED'"),
                Contents.texts(
                        connection,
                        // By its token: a name may have been given to another device.
                        "SELECT name FROM main.device b WHERE revoked_at IS NULL AND NOT EXISTS (SELECT 1 FROM"
                                + " present.device d WHERE d.hall = b.hall AND d.token_hash = b.token_hash"
                                + " AND d.revoked_at IS NULL) ORDER BY name"),
                Contents.texts(connection, changed + " AND " + IN_BACKUP + " ORDER BY subject"),
                Contents.texts(connection, changed + " AND NOT " + IN_BACKUP + " ORDER BY subject"));
    }

    boolean isNothing() {
        return steps == 0 && revoked.isEmpty() && people.isEmpty() && added.isEmpty();
    }

    /** All that is lost, in Vietnamese. */
    String vi() {
        return Stream.of(
                        some(steps, steps + " bước"),
                        some(tickets.size(), tickets.size() + " số " + span()),
                        some(leases, leases + " khối số đã cấp cho kiosk"),
                        some(revoked.size(), revoked.size() + " lần thu hồi thiết bị"),
                        some(people.size(), "thay đổi của " + people.size() + " tài khoản"),
                        some(added.size(), added.size() + " tài khoản mới"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The same in English. */
    String en() {
        return Stream.of(
                        some(steps, counted(steps, "step")),
                        some(tickets.size(), counted(tickets.size(), "ticket") + " " + span()),
                        some(leases, counted(leases, "block") + " of numbers at kiosks"),
                        some(revoked.size(), "the revocation of " + counted(revoked.size(), "device")),
                        some(people.size(), "the changes of " + counted(people.size(), "account")),
                        some(added.size(), counted(added.size(), "new account")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> some(long count, String words) {
        return count == 0 ? Optional.empty() : Optional.of(words);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String span() {
        if (tickets.isEmpty()) return "";
        var first = tickets.get(0);
        var last = tickets.get(tickets.size() - 1);
        return "(" + first + (first.equals(last) ? "" : " … " + last) + ")";
    }

    boolean isAnotherCentres(Contents backup) {
        return centre != null && backup.centre() != null && !centre.equals(backup.centre());
    }
}
