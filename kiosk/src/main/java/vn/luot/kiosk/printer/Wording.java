package vn.luot.kiosk.printer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.luot.protocol.message.TicketTemplate.Field;

/** Words with {fields}, and with [parts that are left out] when a field in them has no value. */
final class Wording {
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");

    private Wording() {}

    /** Empty when a field outside all brackets has no value. */
    static Optional<String> filled(String words, Facts facts) {
        var withParts = PART.matcher(words)
                .replaceAll(match ->
                        Matcher.quoteReplacement(replaced(match.group(1), facts).orElse("")));
        return replaced(withParts, facts);
    }

    private static Optional<String> replaced(String words, Facts facts) {
        var fields = Field.WRITTEN.matcher(words);
        var out = new StringBuilder();
        while (fields.find()) {
            var value = Field.of(fields.group()).flatMap(facts::value);
            if (value.isEmpty()) return Optional.empty();
            fields.appendReplacement(out, Matcher.quoteReplacement(value.get()));
        }
        fields.appendTail(out);
        return Optional.of(out.toString());
    }
}
