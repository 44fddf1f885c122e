package vn.luot.hub.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.luot.hub.db.Chain;

/** The hashes that link each step of a hall to the one before. */
final class StepChain {
    private StepChain() {}

    /**
     * The hash that the next step follows. Steps of a program that did not link them yet are linked now, once.
     *
     * @param connection in a transaction
     */
    static byte[] head(Connection connection, int hall) throws SQLException {
        var head = Chain.beginning();
        try (var query =
                connection.prepareStatement("SELECT hash FROM step WHERE hall = ? ORDER BY seq DESC LIMIT 1")) {
            query.setInt(1, hall);
            try (var row = query.executeQuery()) {
                if (!row.next()) return head;
                head = row.getBytes("hash");
            }
        }
        return head == null ? linkAll(connection, hall) : head;
    }

    private static byte[] linkAll(Connection connection, int hall) throws SQLException {
        var head = Chain.beginning();
        try (var query = connection.prepareStatement("SELECT * FROM step WHERE hall = ? ORDER BY seq");
                var update = connection.prepareStatement("UPDATE step SET hash = ? WHERE hall = ? AND seq = ?")) {
            query.setInt(1, hall);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    head = Chain.link(head, says(rows));
                    update.setBytes(1, head);
                    update.setInt(2, hall);
                    update.setLong(3, rows.getLong("seq"));
                    update.addBatch();
                }
            }
            update.executeBatch();
        }
        return head;
    }

    static String says(ResultSet row) throws SQLException {
        return Saying.of(row, SqliteJournal.COLUMNS).toString();
    }
}
