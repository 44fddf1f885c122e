package vn.luot.hub.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.Chain;
import vn.luot.hub.db.Database;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Rating;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Step.Kind;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.Ticket.Mark;
import vn.luot.hub.queue.Ticket.Place;
import vn.luot.hub.queue.Ticket.Progress;
import vn.luot.hub.queue.TicketNumber;
import vn.luot.hub.queue.TicketOrder;

/**
 * The journal of one hall in SQLite. After any SQLException the connection is thrown away: its cached statements may be
 * dead for ever, and whether the last commit is on the disk is only known to a fresh connection.
 */
public final class SqliteJournal implements Journal, PastSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteJournal.class);
    private static final String TICKET_COLUMNS =
            "prefix, number, token, key, request, asked_service, priority_class, language, asked_files, appointment, "
                    + "identity, issued_at, ahead, service, since, for_counter, further, state, at_counter, calls, misses, "
                    + "called_at, started_at, finished_at, outcome, files, marks, vote_key, score, reasons, comment, voted_at";

    private static final String STEP_COLUMNS =
            "hall, seq, day, at, kind, role, actor, actor_shown_as, reason, ticket, " + TICKET_COLUMNS
                    + ", counter, counter_state, clerk, clerk_shown_as, pause, counter_ticket, counter_to_rate, streak";

    static final List<String> COLUMNS = List.of(STEP_COLUMNS.split(", "));

    private static final String INSERT_STEP =
            "INSERT INTO step (" + STEP_COLUMNS + ", hash) VALUES (" + "?, ".repeat(COLUMNS.size()) + "?)";

    private static final String OPENINGS = "FROM step WHERE hall = ? AND kind = 'DAY_OPENED'";
    private static final String LATEST_TWO_DAYS =
            "SELECT * FROM step WHERE hall = ? AND seq >= coalesce((SELECT min(seq) "
                    + OPENINGS + " AND day = (SELECT DISTINCT day " + OPENINGS
                    + " ORDER BY day DESC LIMIT 1 OFFSET 1)), 0)"
                    + " ORDER BY seq";

    private static final String DAYS = "SELECT * FROM step WHERE hall = ? AND day BETWEEN ? AND ? ORDER BY seq";

    private final Database database;
    private final int hall;
    private Open open;
    /** Hash of the latest step, which the next is linked to. */
    private byte[] head;

    public SqliteJournal(Database database, int hall) {
        this.database = database;
        this.hall = hall;
    }

    /** A connection with its statement; they live and die together. */
    private record Open(Connection connection, PreparedStatement step) {
        static Open on(Database database) throws SQLException {
            var connection = database.connect();
            connection.setAutoCommit(false);
            return new Open(connection, connection.prepareStatement(INSERT_STEP));
        }
    }

    @Override
    public void append(List<Step> steps) throws JournalFailed {
        try {
            if (open == null) {
                open = Open.on(database);
                head = StepChain.head(open.connection(), hall);
            }
            for (var step : steps) {
                write(open.step(), step);
                open.step().executeUpdate();
            }
            open.connection().commit();
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    private void write(PreparedStatement statement, Step step) throws SQLException {
        var saying = new Saying();
        var row = new Row(statement, saying)
                .number(hall)
                .number(step.seq())
                .number(step.day().toEpochDay())
                .time(step.at())
                .text(step.kind().name())
                .text(step.actor().role().name())
                .text(step.actor().name())
                .text(step.actor().shownAs())
                .text(step.reason());
        if (step.ticket() == null) {
            row.absent(33);
        } else {
            write(row.number(step.ticket().id()), step.ticket());
        }
        if (step.counter() == null) {
            row.absent(8);
        } else {
            write(row, step.counter());
        }
        head = Chain.link(head, saying.toString());
        row.bytes(head);
    }

    private static void write(Row row, Ticket ticket) throws SQLException {
        row.text(ticket.number().prefix()).number(ticket.number().value());
        write(row, ticket.asked());
        row.time(ticket.issuedAt()).number(ticket.ahead());
        write(row, ticket.place());
        write(row, ticket.progress());
        row.text(ticket.marks().stream().sorted().map(Mark::name).collect(Collectors.joining(",")));
        var rating = ticket.rating();
        if (rating == null) {
            row.absent(5);
        } else {
            row.text(rating.key())
                    .number(rating.score())
                    .text(String.join(",", rating.reasons()))
                    .text(rating.comment())
                    .time(rating.at());
        }
    }

    private static void write(Row row, TicketOrder asked) throws SQLException {
        row.text(asked.token())
                .text(asked.key())
                .number(asked.request())
                .text(asked.service())
                .text(asked.priorityClass())
                .text(asked.language())
                .number(asked.files())
                .time(asked.appointment())
                .text(asked.identity());
    }

    private static void write(Row row, Place place) throws SQLException {
        row.text(place.service()).time(place.since()).number(place.counter()).text(String.join(",", place.further()));
    }

    private static void write(Row row, Progress progress) throws SQLException {
        row.text(progress.state().name())
                .number(progress.counter())
                .number(progress.calls())
                .number(progress.misses())
                .time(progress.calledAt())
                .time(progress.startedAt())
                .time(progress.finishedAt())
                .text(progress.outcome())
                .number(progress.files());
    }

    private static void write(Row row, Counter counter) throws SQLException {
        row.number(counter.id())
                .text(counter.state().name())
                .text(counter.clerk())
                .text(counter.clerkShownAs())
                .text(counter.pause())
                .number(counter.ticket())
                .number(counter.toRate())
                .number(counter.streak());
    }

    @Override
    public void replay(Consumer<Step> reader) throws JournalFailed {
        try (var connection = database.connect();
                var query = connection.prepareStatement(LATEST_TWO_DAYS)) {
            new Row(query).number(hall).number(hall).number(hall);
            try (var rows = query.executeQuery()) {
                while (rows.next()) reader.accept(step(rows));
            }
        } catch (SQLException e) {
            throw thrownAway(e);
        }
    }

    @Override
    public void read(LocalDate from, LocalDate to, Consumer<Step> reader) throws JournalFailed {
        try (var connection = database.connect();
                var query = connection.prepareStatement(DAYS)) {
            new Row(query).number(hall).number(from.toEpochDay()).number(to.toEpochDay());
            try (var rows = query.executeQuery()) {
                while (rows.next()) reader.accept(step(rows));
            }
        } catch (SQLException e) {
            // The desk's own connection is another one, and may be well.
            throw new JournalFailed(e);
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("seq"),
                LocalDate.ofEpochDay(row.getLong("day")),
                time(row, "at"),
                Kind.valueOf(row.getString("kind")),
                new Actor(Role.valueOf(row.getString("role")), row.getString("actor"), row.getString("actor_shown_as")),
                row.getObject("ticket") == null ? null : ticket(row),
                row.getObject("counter") == null ? null : counter(row),
                row.getString("reason"));
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                row.getLong("ticket"),
                new TicketNumber(row.getString("prefix"), row.getInt("number")),
                asked(row),
                time(row, "issued_at"),
                row.getInt("ahead"),
                place(row),
                progress(row),
                words(row, "marks").stream().map(Mark::valueOf).collect(Collectors.toSet()),
                row.getObject("vote_key") == null ? null : rating(row));
    }

    private static TicketOrder asked(ResultSet row) throws SQLException {
        return new TicketOrder(
                row.getString("key"),
                row.getLong("request"),
                row.getString("token"),
                row.getString("asked_service"),
                row.getString("priority_class"),
                row.getString("language"),
                row.getInt("asked_files"),
                time(row, "appointment"),
                row.getString("identity"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("service"), time(row, "since"), row.getInt("for_counter"), words(row, "further"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Ticket.State.valueOf(row.getString("state")),
                row.getInt("at_counter"),
                row.getInt("calls"),
                row.getInt("misses"),
                time(row, "called_at"),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getString("outcome"),
                row.getInt("files"));
    }

    private static Rating rating(ResultSet row) throws SQLException {
        return new Rating(
                row.getString("vote_key"),
                row.getInt("score"),
                words(row, "reasons"),
                row.getString("comment"),
                time(row, "voted_at"));
    }

    private static Counter counter(ResultSet row) throws SQLException {
        return new Counter(
                row.getInt("counter"),
                Counter.State.valueOf(row.getString("counter_state")),
                row.getString("clerk"),
                row.getString("clerk_shown_as"),
                row.getString("pause"),
                row.getLong("counter_ticket"),
                row.getLong("counter_to_rate"),
                row.getInt("streak"));
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        var joined = row.getString(column);
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private JournalFailed thrownAway(SQLException e) {
        close();
        return new JournalFailed(e);
    }

    @Override
    public void close() {
        if (open == null) return;
        try {
            open.connection().close();
        } catch (SQLException e) {
            // It was broken already; the next use opens a fresh one.
            LOG.warn("The journal's connection did not close", e);
        }
        open = null;
    }

    /** Fills a statement's parameters from left to right, and notes what the row of a step says. */
    private static final class Row {
        private final PreparedStatement statement;
        private final Saying saying;
        private int column;

        private Row(PreparedStatement statement) {
            this(statement, null);
        }

        /** @param saying absent when the parameters are not those of a step */
        private Row(PreparedStatement statement, Saying saying) {
            this.statement = statement;
            this.saying = saying;
        }

        private Row number(long value) throws SQLException {
            statement.setLong(++column, value);
            if (saying != null) saying.number(COLUMNS.get(column - 1), value);
            return this;
        }

        private Row text(String value) throws SQLException {
            statement.setString(++column, value);
            if (saying != null && value != null) saying.text(COLUMNS.get(column - 1), value);
            return this;
        }

        private void bytes(byte[] value) throws SQLException {
            statement.setBytes(++column, value);
        }

        private Row time(Instant value) throws SQLException {
            if (value == null) {
                absent(1);
            } else {
                number(value.toEpochMilli());
            }
            return this;
        }

        private void absent(int columns) throws SQLException {
            for (var left = columns; left > 0; left--) statement.setNull(++column, Types.NULL);
        }
    }
}
