package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.TicketRequest;

class SqliteOutboxTest {
    private static final String KEY = "key-of-16-chars-1";
    private static final Instant NOW = Instant.parse("2026-11-23T01:15:00Z");
    private static final TicketRequest REQUEST = new TicketRequest(Tickets.SERVICE, null, "vi", null);

    @TempDir
    Path folder;

    private SqliteOutbox outbox;

    @BeforeEach
    void open() throws IOException {
        outbox = SqliteOutbox.open(folder, NOW);
    }

    @AfterEach
    void close() throws IOException {
        outbox.close();
    }

    @Test
    void keepsAnIntentThroughARestart() throws IOException {
        outbox.intend(intent(KEY));

        reopen(NOW);

        assertThat(outbox.unsettled()).containsExactly(intent(KEY));
    }

    @Test
    void theManualNamesEveryFieldThatIsKept() throws IOException, SQLException {
        var kept = new TreeSet<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk.db"));
                var tables = connection.createStatement();
                var columns = tables.executeQuery("SELECT m.name || '.' || c.name FROM sqlite_master m,"
                        + " pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'")) {
            while (columns.next()) kept.add(columns.getString(1));
        }

        var named = Files.readString(Path.of("../docs/manual/privacy.md"))
                .lines()
                .map(Pattern.compile("^\\| `kiosk\\.(\\w+)` \\| `([a-z_ ]+)` \\|.*\\|.*\\|$")::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> Stream.of(row.group(2).split(" ")).map(column -> row.group(1) + "." + column))
                .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void keepsTheTicketOfAnIntentThroughARestart() throws IOException {
        outbox.intend(intent(KEY));
        outbox.keep(intent(KEY).issued(Tickets.receipt("D012")));

        reopen(NOW);

        assertThat(outbox.unsettled()).containsExactly(intent(KEY).issued(Tickets.receipt("D012")));
    }

    @Test
    void aSettledIntentIsFoundByItsKeyOnly() throws IOException {
        outbox.intend(intent(KEY));
        outbox.keep(intent(KEY).issued(Tickets.receipt("D012")).became(Intent.State.PRINTED));

        assertThat(outbox.unsettled()).isEmpty();
        assertThat(outbox.find(KEY)).get().extracting(Intent::state).isEqualTo(Intent.State.PRINTED);
        assertThat(outbox.find("another-key-of-it")).isEmpty();
    }

    @Test
    void oneKeyIsOneIntent() throws IOException {
        outbox.intend(intent(KEY));

        assertThatThrownBy(() -> outbox.intend(intent(KEY))).isInstanceOf(IOException.class);

        assertThat(outbox.unsettled()).hasSize(1);
    }

    @Test
    void countsTheTicketsOfEachService() throws IOException {
        for (var i = 0; i < 3; i++) {
            outbox.intend(intent(KEY + i));
            outbox.keep(intent(KEY + i).issued(Tickets.receipt("D01" + i)));
        }
        outbox.intend(Intent.of(KEY, new TicketRequest("chung-thuc-nop", null, "vi", null), NOW));

        assertThat(outbox.ticketsByService()).containsExactly(entry(Tickets.SERVICE, 3));
    }

    @Test
    void forgetsWhatIsOlderThanAMonth() throws IOException {
        settle(KEY);

        reopen(NOW.plus(SqliteOutbox.KEPT).plus(Duration.ofMinutes(1)));

        assertThat(outbox.find(KEY)).isEmpty();
    }

    @Test
    void forgetsAlsoWithoutARestart() throws IOException {
        settle(KEY);
        var monthLater = NOW.plus(SqliteOutbox.KEPT).plus(Duration.ofMinutes(1));

        outbox.intend(Intent.of(KEY + 1, REQUEST, monthLater));

        assertThat(outbox.find(KEY)).isEmpty();
        assertThat(outbox.find(KEY + 1)).isPresent();
    }

    /** A clock that was set a year ahead must not cost papers that the hub has yet to hear of. */
    @Test
    void forgetsNothingThatTheHubHasYetToHear() throws IOException {
        var pending = KEY + "-pending";
        outbox.intend(intent(pending));
        outbox.intend(intent(KEY));
        var given = new Given(1, LocalDate.of(2026, 11, 23), Given.Upload.WAITING);
        outbox.keep(intent(KEY).issued(Tickets.receipt("D600"), given).became(Intent.State.PRINTED));

        outbox.intend(Intent.of(KEY + 1, REQUEST, NOW.plus(Duration.ofDays(365))));

        assertThat(outbox.toUpload()).extracting(Intent::key).containsExactly(KEY);
        assertThat(outbox.unsettled()).extracting(Intent::key).contains(pending);
    }

    /** Or after a clock that was set back it would forget nothing for a year. */
    @Test
    void forgetsAgainOnceAClockIsSetRight() throws IOException {
        outbox.intend(Intent.of(KEY + 1, REQUEST, NOW.plus(Duration.ofDays(365))));
        settle(KEY);

        outbox.intend(Intent.of(KEY + 2, REQUEST, NOW.plus(SqliteOutbox.KEPT).plus(Duration.ofMinutes(1))));

        assertThat(outbox.find(KEY)).isEmpty();
    }

    private void settle(String key) throws IOException {
        outbox.intend(intent(key));
        outbox.keep(intent(key).issued(Tickets.receipt("D012")).became(Intent.State.PRINTED));
    }

    @Test
    void worksAgainAfterAnError() throws IOException, SQLException {
        outbox.intend(intent(KEY));
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("kiosk.db"));
                var statement = other.createStatement()) {
            statement.execute("ALTER TABLE intent RENAME TO taken_away");
            assertThatThrownBy(() -> outbox.intend(intent(KEY + 1))).isInstanceOf(IOException.class);
            statement.execute("ALTER TABLE taken_away RENAME TO intent");
        }

        outbox.intend(intent(KEY + 2));

        assertThat(outbox.unsettled()).extracting(Intent::key).containsExactlyInAnyOrder(KEY, KEY + 2);
    }

    @Test
    void aFileInThePlaceOfItsFolderIsAnError() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> SqliteOutbox.open(file, NOW)).isInstanceOf(IOException.class);
    }

    private static Intent intent(String key) {
        return Intent.of(key, REQUEST, NOW);
    }

    private void reopen(Instant now) throws IOException {
        outbox.close();
        outbox = SqliteOutbox.open(folder, now);
    }
}
