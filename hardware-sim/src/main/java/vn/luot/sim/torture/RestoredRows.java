package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import vn.luot.sim.torture.Ledger.Debt;

/** What a restore brought back, row by row, held against the data that it put aside. */
final class RestoredRows {
    /** Whose rows are appended and never changed. */
    private static final List<String> APPENDED = List.of("step", "access_log", "plan");

    private final Path data;
    private final Ledger ledger;

    RestoredRows(Path data, Ledger ledger) {
        this.data = data;
        this.ledger = ledger;
    }

    /**
     * @param before tickets that were acknowledged before the backup was begun
     * @param backedUp what {@code hub backup} said
     * @param restored what {@code hub restore} said
     */
    void hold(Collection<ClientLog.Acknowledged> before, String backedUp, String restored)
            throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("luot.db"))) {
            try (var attach = connection.prepareStatement("ATTACH ? AS aside")) {
                attach.setString(1, aside().toString());
                attach.execute();
            }
            for (var table : APPENDED) sameRows(connection, table);
            var steps = number(connection, "SELECT count(*) FROM main.step");
            must(steps == number(connection, "SELECT max(seq) FROM main.step"), "no step is missing before the last");
            var lost = number(connection, "SELECT count(*) FROM aside.step") - steps;
            must(backedUp.contains("Đã sao lưu " + steps + " bước"), "the backup had as many steps: " + backedUp);
            must(restored.contains("Đã khôi phục " + steps + " bước"), "as many steps are restored: " + restored);
            must(restored.contains("mất " + lost + " bước"), "it says that " + lost + " steps are lost: " + restored);
            must(
                    number(connection, "SELECT count(*) FROM main.epoch")
                            == 1 + number(connection, "SELECT count(*) FROM aside.epoch"),
                    "one life more has begun");
            must(
                    number(connection, "SELECT max(epoch) FROM main.epoch")
                            > number(connection, "SELECT max(epoch) FROM aside.epoch"),
                    "it is a later one");
            for (var ticket : before) {
                must(
                        number(
                                        connection,
                                        "SELECT count(*) FROM main.step WHERE kind = 'ISSUED' AND ticket = "
                                                + ticket.id())
                                == 1,
                        "the backup has " + ticket.number());
            }
            ledger.counts("rows of a restored backup, equal", (int) steps);
        }
    }

    /** All of the backup's are those of its moment; that it was restored is the only one that is new. */
    private void sameRows(Connection connection, String table) throws SQLException {
        var others = number(
                connection,
                "SELECT count(*) FROM (SELECT * FROM main." + table + " EXCEPT SELECT * FROM aside." + table + ")"
                        + (table.equals("access_log") ? " WHERE kind <> 'RESTORED'" : ""));
        must(others == 0, table + " has no other rows than it had");
    }

    private void must(boolean holds, String what) {
        if (!holds) ledger.owes(Debt.LOST, "S2 after a restore it is not true that " + what);
    }

    private Path aside() throws IOException {
        try (var folders = Files.newDirectoryStream(data, "replaced-*")) {
            return folders.iterator().next().resolve("luot.db");
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
