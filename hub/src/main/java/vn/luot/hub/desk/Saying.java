package vn.luot.hub.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What a row of the journal says, in one way only: every value that is there, after the name of its column. A column
 * that a later program adds is absent in older rows, and so leaves what they say as it was.
 */
final class Saying {
    private final StringBuilder words = new StringBuilder(1_024);

    static Saying of(ResultSet row, List<String> columns) throws SQLException {
        var saying = new Saying();
        for (var column : columns) {
            var value = row.getObject(column);
            if (value instanceof Number number) saying.number(column, number.longValue());
            if (value instanceof String text) saying.text(column, text);
        }
        return saying;
    }

    void number(String column, long value) {
        words.append(column).append('=').append(value).append(';');
    }

    /** With its length, so that no text can look like another column. */
    void text(String column, String value) {
        words.append(column)
                .append('=')
                .append(value.length())
                .append('"')
                .append(value)
                .append(';');
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
