package vn.luot.protocol.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a ticket says and in which order; a centre may have its own.
 *
 * @param logo the centre's mark, printed where a LOGO line stands: a PNG in base64, or, in a file of one kiosk, the name of
 *     a PNG beside it; absent when there is none
 * @param language "vi" or "en" for every ticket; absent to follow the visitor
 */
public record TicketTemplate(String logo, String language, List<Line> lines) {
    private static final List<String> LANGUAGES = List.of("vi", "en");

    public TicketTemplate {
        lines = lines == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(lines));
    }

    /** What stands on a line. */
    public enum Content {
        TEXT,
        NUMBER,
        QR,
        LOGO,
        RULE
    }

    public enum Style {
        NORMAL,
        BOLD,
        LARGE
    }

    public enum Align {
        LEFT,
        CENTER
    }

    /** On which tickets a line stands. */
    public enum When {
        ALWAYS,
        NOBODY_AHEAD,
        REPRINT,
        OFFLINE
    }

    /** What a text may tell of a ticket, in braces. */
    public enum Field {
        CENTRE,
        NUMBER,
        FIELD,
        SERVICE,
        COUNTERS,
        AHEAD,
        WAIT,
        TIME,
        HOTLINE;

        /** Anything in braces, known or not. */
        public static final Pattern WRITTEN = Pattern.compile("\\{([^{}]*)}");

        private String written() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }

        /** @param written with its braces */
        public static Optional<Field> of(String written) {
            return Stream.of(values())
                    .filter(field -> field.written().equals(written))
                    .findFirst();
        }
    }

    /**
     * One line. A text with a field whose value is not known is left out; so is a part in [brackets] alone.
     *
     * @param is TEXT when absent
     * @param vi for example "Quầy {counters}"; for a TEXT only
     * @param en as {@code vi} when absent
     * @param style NORMAL when absent
     * @param align CENTER when absent
     * @param when ALWAYS when absent
     */
    public record Line(Content is, String vi, String en, Style style, Align align, When when) {
        public Line {
            is = is == null ? Content.TEXT : is;
            style = style == null ? Style.NORMAL : style;
            align = align == null ? Align.CENTER : align;
            when = when == null ? When.ALWAYS : when;
        }

        /** The words in a language; empty for a line without any. */
        public Optional<String> words(String language) {
            return Optional.ofNullable("en".equals(language) && en != null ? en : vi);
        }

        private boolean isTheNumber() {
            return is == Content.NUMBER && when == When.ALWAYS;
        }

        private Stream<Problem.Fault> faults(String path) {
            var words = path + ".vi";
            var shape = is == Content.TEXT && vi == null
                    ? new Problem.Fault(words, "còn thiếu, hãy điền", "is missing: fill it in")
                    : is != Content.TEXT && vi != null
                            ? new Problem.Fault(words, "chỉ dòng TEXT mới có", "only a TEXT has it")
                            : null;
            return Stream.concat(
                    Stream.ofNullable(shape), Stream.concat(unknown(words, vi), unknown(path + ".en", en)));
        }

        private static Stream<Problem.Fault> unknown(String path, String words) {
            if (words == null) return Stream.empty();
            return Field.WRITTEN
                    .matcher(words)
                    .results()
                    .map(MatchResult::group)
                    .filter(written -> Field.of(written).isEmpty())
                    .limit(1)
                    // Said in one line, whatever was written.
                    .map(written -> written.replaceAll("\\p{Cntrl}", " "))
                    .map(written -> new Problem.Fault(
                            path,
                            "có " + written + ", chỉ dùng được " + known(),
                            "has " + written + ", which is none of " + known()));
        }

        private static String known() {
            return Stream.of(Field.values()).map(Field::written).collect(Collectors.joining(" "));
        }
    }

    /** The languages that its tickets are printed in. */
    public List<String> languages() {
        return language == null ? LANGUAGES : List.of(language);
    }

    /** All that is wrong with it, each with its place, such as {@code lines[3].vi}. */
    public List<Problem.Fault> faults() {
        var faults = new ArrayList<Problem.Fault>();
        if (language != null && !LANGUAGES.contains(language)) {
            faults.add(new Problem.Fault("language", "phải là vi hoặc en", "must be vi or en"));
        }
        if (lines.stream().filter(Objects::nonNull).noneMatch(Line::isTheNumber)) {
            faults.add(new Problem.Fault(
                    "lines",
                    "thiếu số phiếu: cần một dòng NUMBER có trên mọi phiếu",
                    "lack the number: one NUMBER line must stand on every ticket"));
        }
        IntStream.range(0, lines.size())
                .filter(at -> lines.get(at) != null)
                .boxed()
                .flatMap(at -> lines.get(at).faults("lines[" + at + "]"))
                .forEach(faults::add);
        return List.copyOf(faults);
    }
}
