package vn.luot.board.keypad;

import vn.luot.protocol.hub.HubProblem;

/** What a keypad's own display says when a key did not do what it should. The codes are in docs/manual/keypads.md. */
enum KeyError {
    NOBODY_WAITS("E-01"),
    NOT_NOW("E-02"),
    COUNTER_CLOSED("E-03"),
    NOT_ALLOWED("E-04"),
    NO_HUB("E-05");

    private final String shown;

    KeyError(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }

    static KeyError of(Throwable failure) {
        if (!(failure instanceof HubProblem problem)) return NO_HUB;
        return switch (problem.problem().code()) {
            case "COUNTER_CLOSED", "DAY_NOT_OPEN", "COUNTER_PAUSED" -> COUNTER_CLOSED;
            case "NOT_SIGNED_IN", "DEVICE_REVOKED", "ROLE_NOT_ALLOWED", "COUNTER_UNKNOWN", "NO_COUNTER" -> NOT_ALLOWED;
            default -> NOT_NOW;
        };
    }
}
