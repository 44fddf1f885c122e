package vn.luot.hub.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.luot.hub.queue.Role;

/**
 * What a listener looks at.
 *
 * @param counter the counter of {@link Kind#COUNTER} and {@link Kind#TABLET}; 0 for the others
 */
public record View(Kind kind, int counter) {
    private static final Pattern TEXT = Pattern.compile("(hall|board|kiosk)|(counter|tablet)/([1-9]\\d?)");

    /** The kinds of listeners, each with its own needs. */
    public enum Kind {
        HALL,
        BOARD,
        KIOSK,
        COUNTER,
        TABLET
    }

    /** Reads "hall", "board", "kiosk", "counter/3" or "tablet/3"; empty for anything else. */
    public static Optional<View> parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) return Optional.empty();
        var kind = Kind.valueOf((match.group(1) == null ? match.group(2) : match.group(1)).toUpperCase(Locale.ROOT));
        return Optional.of(new View(kind, match.group(3) == null ? 0 : Integer.parseInt(match.group(3))));
    }

    public boolean isFor(Role role) {
        return switch (role) {
            case CLERK, HOST, MANAGER, TECHNICIAN, ADMIN -> kind != Kind.TABLET && kind != Kind.KIOSK;
            case BOARD -> kind == Kind.BOARD || kind == Kind.COUNTER;
            case KIOSK -> kind == Kind.KIOSK;
            case TABLET -> kind == Kind.TABLET;
            case KEYPAD, HOLDER -> false;
        };
    }

    /** Whether listeners of this view are told of a step at {@code stepsCounter} (0: at none). */
    boolean hears(int stepsCounter) {
        return counter == 0 || stepsCounter == 0 || stepsCounter == counter;
    }

    /** How much listeners may see of what they are told; whoever sees alike can be told in one breath. */
    public enum Sight {
        VISITORS,
        /** And what works and what does not. */
        STAFF,
        /** And the token of the ticket that the tablet asks to be rated. */
        TABLET
    }

    public Sight sight() {
        return switch (kind) {
            case BOARD, KIOSK, COUNTER -> Sight.VISITORS;
            case HALL -> Sight.STAFF;
            case TABLET -> Sight.TABLET;
        };
    }
}
