package vn.luot.hub.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in a database, in figures that a backup of it must have too.
 *
 * @param schema the latest migration
 * @param centre absent in a database from before centres had names
 * @param epoch 0 in one from before there were epochs
 * @param steps the number of steps of all halls
 * @param tickets the number of tickets of all halls
 * @param rows of each table
 */
record Contents(int schema, String centre, int epoch, long steps, long tickets, Map<String, Long> rows) {
    static final String HISTORY = "flyway_schema_history";

    static Contents of(Connection connection) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : tables(connection)) rows.put(table, number(connection, "SELECT count(*) FROM " + table));
        var hasLife = rows.containsKey("epoch");
        var life = hasLife ? Life.of(connection) : new Life(null, 0);
        var schema = number(connection, "SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY);
        var steps = rows.getOrDefault("step", 0L);
        var tickets = steps == 0
                ? 0
                : number(
                        connection,
                        "SELECT count(*) FROM (SELECT DISTINCT hall, ticket FROM step WHERE ticket IS NOT NULL)");
        return new Contents((int) schema, life.centre(), life.epoch(), steps, tickets, rows);
    }

    static List<String> tables(Connection connection) throws SQLException {
        return texts(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");
    }

    static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }
}
