package vn.luot.hub.desk;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Step;

/** Journals on real SQLite, and what is in them. */
final class Journals {
    private Journals() {}

    static Database in(Path folder) {
        return Database.open(folder.resolve("luot.db"));
    }

    static List<Step> steps(Journal journal) throws JournalFailed {
        var steps = new ArrayList<Step>();
        journal.replay(steps::add);
        return steps;
    }

    /** The one value of a query. */
    static String ask(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Every row of a table, column by column. */
    static List<List<String>> dump(Database database, String table) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2")) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) row.add(rows.getString(i));
                all.add(row);
            }
            return all;
        }
    }
}
