package vn.luot.hub.desk;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.luot.hub.db.Database;

/**
 * Which booking each short code stands for; all in memory too, so that whoever types one waits for no disk. They are kept for
 * a month after their day, for holders who come on a wrong one. Safe for several threads.
 */
final class TypedCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Period KEPT = Period.ofMonths(1);

    private final Database database;
    private final int centre;
    private final Map<TypedCode, String> codes = new ConcurrentHashMap<>();

    /** @param centre a number that tells it from others */
    TypedCodes(Database database, int centre) {
        this.database = database;
        this.centre = centre;
        try (var connection = database.connect();
                var query = connection.prepareStatement("SELECT typed, code FROM typed_code");
                var row = query.executeQuery()) {
            while (row.next()) codes.put(new TypedCode(row.getString("typed")), row.getString("code"));
        } catch (SQLException e) {
            throw new IllegalStateException("the codes of the bookings cannot be read", e);
        }
    }

    /** Another one, kept for good before it is told. Waits for the disk. */
    TypedCode standFor(String code, LocalDate day, LocalDate today) {
        forgetOld(today);
        try (var connection = database.connect()) {
            var typed = TypedCode.fresh(centre, RANDOM);
            while (!isKept(connection, typed, code, day)) typed = TypedCode.fresh(centre, RANDOM);
            codes.put(typed, code);
            return typed;
        } catch (SQLException e) {
            throw new IllegalStateException("a booking's code cannot be kept", e);
        }
    }

    /** The code that says all; empty when this centre gave no such one. */
    Optional<String> behind(TypedCode typed) {
        return Optional.ofNullable(codes.get(typed));
    }

    boolean isOurs(TypedCode typed) {
        return typed.isOf(centre);
    }

    private static boolean isKept(Connection connection, TypedCode typed, String code, LocalDate day)
            throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT OR IGNORE INTO typed_code (typed, code, day) VALUES (?, ?, ?)")) {
            insert.setString(1, typed.letters());
            insert.setString(2, code);
            insert.setString(3, day.toString());
            return insert.executeUpdate() == 1;
        }
    }

    /** Those that are kept no longer. Waits for the disk. */
    void forgetOld(LocalDate today) {
        try (var connection = database.connect();
                var delete = connection.prepareStatement("DELETE FROM typed_code WHERE day < ? RETURNING typed")) {
            delete.setString(1, today.minus(KEPT).toString());
            try (var row = delete.executeQuery()) {
                while (row.next()) codes.remove(new TypedCode(row.getString("typed")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("old codes of bookings cannot be forgotten", e);
        }
    }
}
