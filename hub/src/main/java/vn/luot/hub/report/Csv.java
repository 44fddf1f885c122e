package vn.luot.hub.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, in UTF-8 with the mark that spreadsheets want to see the Vietnamese. */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** A cell that begins so could be taken for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static byte[] of(Sheet sheet) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append(line(sheet.header()));
        sheet.rows().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value instanceof Number number) return number.toString();
        var text = Objects.toString(value, "");
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) text = "'" + text;
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
