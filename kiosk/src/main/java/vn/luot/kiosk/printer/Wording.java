package vn.luot.kiosk.printer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words with {fields}, and with [parts that are left out] when a field in them has no value. */
final class Wording {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    /** What a ticket can tell. */
    enum Field {
        CENTRE,
        NUMBER,
        FIELD,
        SERVICE,
        COUNTERS,
        AHEAD,
        WAIT,
        TIME,
        HOTLINE;

        private String written() {
            return "{" + name().toLowerCase(Locale.ROOT) + "}";
        }
    }

    private Wording() {}

    /** @throws IllegalArgumentException naming {@code key} and the field that does not exist */
    static void check(String key, String words) {
        FIELD.matcher(words).results().forEach(match -> {
            if (field(match.group()).isEmpty()) {
                var known = Stream.of(Field.values()).map(Field::written).collect(Collectors.joining(" "));
                throw new IllegalArgumentException("«" + key + "» có " + match.group() + ", chỉ dùng được " + known
                        + " / «" + key + "» has " + match.group() + ", which is none of " + known);
            }
        });
    }

    /** Empty when a field outside all brackets has no value. */
    static Optional<String> filled(String words, Facts facts) {
        var withParts = PART.matcher(words)
                .replaceAll(match ->
                        Matcher.quoteReplacement(replaced(match.group(1), facts).orElse("")));
        return replaced(withParts, facts);
    }

    private static Optional<String> replaced(String words, Facts facts) {
        var fields = FIELD.matcher(words);
        var out = new StringBuilder();
        while (fields.find()) {
            var value = field(fields.group()).flatMap(facts::value);
            if (value.isEmpty()) return Optional.empty();
            fields.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        fields.appendTail(out);
        return Optional.of(out.toString());
    }

    private static Optional<Field> field(String written) {
        return Stream.of(Field.values())
                .filter(field -> field.written().equals(written))
                .findFirst();
    }
}
