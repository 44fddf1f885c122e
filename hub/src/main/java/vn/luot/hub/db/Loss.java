package vn.luot.hub.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/**
 * What the present data holds and a backup does not: it is lost when the backup takes its place.
 *
 * @param centre of the present data; absent when it is from before centres had names
 * @param epoch the latest of the present data
 * @param steps how many steps
 * @param tickets the numbers that were given since, such as A014
 * @param leases blocks of numbers that kiosks hold
 * @param revoked devices that were shut out since, and would come in again
 * @param people whose password, role or second factor was changed since, or who were shut out: they come in as before
 */
record Loss(
        String centre,
        int epoch,
        long steps,
        List<String> tickets,
        long leases,
        List<String> revoked,
        List<String> people) {
    private static final String CHANGES =
            "('PASSWORD_CHANGED', 'PASSWORD_RESET', 'SECOND_FACTOR_SET', 'SECOND_FACTOR_REMOVED', 'PERSON_ADDED',"
                    + " 'PERSON_CHANGED', 'PERSON_DISABLED', 'PERSON_ENABLED')";

    private static final String NOT_IN_BACKUP =
            " FROM present.step s WHERE NOT EXISTS (SELECT 1 FROM main.step b WHERE b.hall = s.hall AND b.seq = s.seq"
                    + " AND b.at = s.at AND b.kind = s.kind)";

    private static final String NOT_IN_LOG = " AND NOT EXISTS (SELECT 1 FROM main.access_log b WHERE b.hall = a.hall"
            + " AND b.seq = a.seq AND b.hash = a.hash)";

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
                        "SELECT name FROM present.device d WHERE revoked_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
                                + " main.device b WHERE b.hall = d.hall AND b.name = d.name"
                                + " AND b.revoked_at IS NOT NULL) ORDER BY name"),
                Contents.texts(
                        connection,
                        "SELECT DISTINCT subject FROM present.access_log a WHERE kind IN " + CHANGES
                                + (hasLog ? NOT_IN_LOG : "") + " ORDER BY subject"));
    }

    boolean isNothing() {
        return steps == 0 && revoked.isEmpty() && people.isEmpty();
    }

    boolean isAnotherCentres(Contents backup) {
        return centre != null && backup.centre() != null && !centre.equals(backup.centre());
    }
}
