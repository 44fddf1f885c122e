package vn.luot.hub.db;

import java.sql.Connection;
import java.sql.SQLException;
import vn.luot.protocol.program.CannotStart;

/**
 * Whose store this is, and which of its lives: a restored store starts another, because it may have forgotten what it
 * promised, such as blocks of numbers.
 *
 * @param centre random name of the centre, made with its data
 * @param epoch 1 for new data; more after every restore
 */
public record Life(String centre, int epoch) {
    private static final String QUERY = "SELECT id, (SELECT max(epoch) FROM epoch) FROM centre";

    /** @throws CannotStart when the database cannot be read */
    public static Life of(Database database) {
        try (var connection = database.connect()) {
            return of(connection);
        } catch (SQLException e) {
            throw new CannotStart(
                    "không đọc được cơ sở dữ liệu, hãy khôi phục từ bản sao lưu",
                    "the database cannot be read; restore a backup",
                    e);
        }
    }

    static Life of(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(QUERY)) {
            row.next();
            return new Life(row.getString(1), row.getInt(2));
        }
    }
}
