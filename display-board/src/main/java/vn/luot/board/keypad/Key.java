package vn.luot.board.keypad;

import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a keypad. The code is what the keypad sends. */
enum Key {
    NEXT(1, "next"),
    RECALL(2, "recall"),
    START(3, "start"),
    FINISH(4, "finish"),
    NO_SHOW(5, "no-show"),
    OPEN(6, "open"),
    CLOSE(7, "close");

    private final int code;
    private final String verb;

    Key(int code, String verb) {
        this.code = code;
        this.verb = verb;
    }

    static Optional<Key> of(int code) {
        return Stream.of(values()).filter(key -> key.code == code).findFirst();
    }

    /** The verb of {@code POST /api/counters/{counter}/{verb}}. */
    String verb() {
        return verb;
    }

    /** Whether it is pressed for the one whose number the keypad shows. */
    boolean isForTheOneShown() {
        return switch (this) {
            case RECALL, START, FINISH, NO_SHOW -> true;
            case NEXT, OPEN, CLOSE -> false;
        };
    }
}
