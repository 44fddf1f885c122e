package vn.luot.sim.torture;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import vn.luot.hub.Main;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.queue.Step;

/** The data of a hub that does not run, as whoever has to trust it looks at it. */
final class Store {
    private static final int HALL = 1;

    private final Path data;

    /** @param data the hub's folder */
    Store(Path data) {
        this.data = data;
    }

    /** What {@code hub verify} says when it finds something; empty when all is well. */
    String fault() {
        var said = new StringWriter();
        var command = new CommandLine(new Main());
        command.setOut(new PrintWriter(said, true));
        command.setErr(new PrintWriter(said, true));
        return command.execute("verify", "--data", data.toString()) == 0
                ? ""
                : said.toString().strip();
    }

    /** All steps of all days. */
    List<Step> steps() throws JournalFailed {
        var steps = new ArrayList<Step>();
        var journal = new SqliteJournal(Database.open(data.resolve("luot.db")), HALL);
        journal.read(LocalDate.EPOCH, LocalDate.of(2999, 1, 1), steps::add);
        journal.close();
        return steps;
    }

    /** The number that each key holds, by key; those that are void are not among them. */
    Map<String, String> numbersByKey() throws SQLException {
        var numbers = new HashMap<String, String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("luot.db"));
                var query = connection.prepareStatement("SELECT key, printf('%s%03d', prefix, number) FROM ticket");
                var rows = query.executeQuery()) {
            while (rows.next()) numbers.put(rows.getString(1), rows.getString(2));
        }
        return numbers;
    }
}
