package vn.luot.protocol.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Times as the contract has them, such as {@code 2026-11-23T07:30:00.25+07:00}. Half of what the feed says is times, and
 * the general formatter takes longer over one than over all the rest of a step.
 */
final class Moment {
    private static final int UP_TO_SECONDS = "2026-11-23T07:30:00".length();
    private static final int MOST_DECIMALS = 9;
    private static final int LAST_YEAR = 9_999;

    private Moment() {}

    /** The same as {@link OffsetDateTime#toString}, but always with seconds, and no zeros at the end of a fraction. */
    static String text(OffsetDateTime at) {
        var offset = at.getOffset().getTotalSeconds();
        if (at.getYear() < 0 || at.getYear() > LAST_YEAR || offset % 60 != 0) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
        }
        var text = new StringBuilder(UP_TO_SECONDS + MOST_DECIMALS + 7);
        digits(text, at.getYear(), 4);
        digits(text.append('-'), at.getMonthValue(), 2);
        digits(text.append('-'), at.getDayOfMonth(), 2);
        digits(text.append('T'), at.getHour(), 2);
        digits(text.append(':'), at.getMinute(), 2);
        digits(text.append(':'), at.getSecond(), 2);
        fraction(text, at.getNano());
        offset(text, offset);
        return text.toString();
    }

    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) return;
        digits(text.append('.'), nanos, MOST_DECIMALS);
        while (text.charAt(text.length() - 1) == '0') text.setLength(text.length() - 1);
    }

    private static void offset(StringBuilder text, int seconds) {
        if (seconds == 0) {
            text.append('Z');
            return;
        }
        var minutes = Math.abs(seconds) / 60;
        digits(text.append(seconds < 0 ? '-' : '+'), minutes / 60, 2);
        digits(text.append(':'), minutes % 60, 2);
    }

    private static void digits(StringBuilder text, int value, int width) {
        var scale = 1;
        for (var i = 1; i < width; i++) scale *= 10;
        for (; scale > 0; scale /= 10) text.append((char) ('0' + value / scale % 10));
    }

    /** Empty for whatever is written otherwise, or is no time at all. */
    static Optional<OffsetDateTime> parse(String text) {
        try {
            return isWellFormed(text) ? Optional.of(parsed(text)) : Optional.empty();
        } catch (DateTimeException e) {
            // There is no 30th of February.
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(String text) {
        if (text.length() <= UP_TO_SECONDS || !hasForm(text, 0, "dddd-dd-ddTdd:dd:dd")) return false;
        var end = endOfFraction(text);
        return end > 0 && (hasForm(text, end, "Z") && text.length() == end + 1 || isOffset(text, end));
    }

    private static boolean isOffset(String text, int from) {
        return text.length() == from + 6 && (hasForm(text, from, "+dd:dd") || hasForm(text, from, "-dd:dd"));
    }

    /** Where the offset begins; 0 when the decimals are too few or too many. */
    private static int endOfFraction(String text) {
        if (text.charAt(UP_TO_SECONDS) != '.') return UP_TO_SECONDS;
        var end = UP_TO_SECONDS + 1;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        var decimals = end - UP_TO_SECONDS - 1;
        return decimals >= 1 && decimals <= MOST_DECIMALS ? end : 0;
    }

    /** Whether {@code form} stands there, in which d is any digit. */
    private static boolean hasForm(String text, int from, String form) {
        if (text.length() < from + form.length()) return false;
        for (var i = 0; i < form.length(); i++) {
            var is = text.charAt(from + i);
            if (form.charAt(i) == 'd' ? !isDigit(is) : is != form.charAt(i)) return false;
        }
        return true;
    }

    private static boolean isDigit(char is) {
        return is >= '0' && is <= '9';
    }

    private static OffsetDateTime parsed(String text) {
        var end = endOfFraction(text);
        var date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        var time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos(text, end));
        return OffsetDateTime.of(date, time, offset(text, end));
    }

    private static int nanos(String text, int end) {
        if (end == UP_TO_SECONDS) return 0;
        var nanos = number(text, UP_TO_SECONDS + 1, end);
        for (var decimals = end - UP_TO_SECONDS - 1; decimals < MOST_DECIMALS; decimals++) nanos *= 10;
        return nanos;
    }

    private static ZoneOffset offset(String text, int from) {
        if (text.charAt(from) == 'Z') return ZoneOffset.UTC;
        var sign = text.charAt(from) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * number(text, from + 1, from + 3), sign * number(text, from + 4, from + 6));
    }

    private static int number(String text, int from, int to) {
        var number = 0;
        for (var i = from; i < to; i++) number = number * 10 + text.charAt(i) - '0';
        return number;
    }
}
