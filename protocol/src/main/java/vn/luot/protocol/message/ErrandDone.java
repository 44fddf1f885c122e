package vn.luot.protocol.message;

/**
 * What became of an {@link FeedMessage.Errand}.
 *
 * @param outcome of PRINT: what is known of the paper
 * @param why for the staff; absent when it is done
 * @param screen of LOOK: what the screen shows; absent otherwise
 */
public record ErrandDone(Outcome outcome, Text why, Screen screen) {
    /** Of an errand that brings nothing back. */
    public ErrandDone(Outcome outcome, Text why) {
        this(outcome, why, null);
    }

    /** What a kiosk's own screen is about. */
    public enum Screen {
        /** Nobody has the page open. */
        DARK,
        /** It says why no number can be taken. */
        STOPPED,
        /** Nobody touches it. */
        IDLE,
        /** A visitor is there. */
        IN_USE
    }

    public enum Outcome {
        DONE,
        NOT_DONE,
        /** The printer did not say, or the kiosk did not answer in time. */
        UNKNOWN
    }
}
