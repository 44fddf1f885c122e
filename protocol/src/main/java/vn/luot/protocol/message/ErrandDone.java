package vn.luot.protocol.message;

/**
 * What became of an {@link FeedMessage.Errand}.
 *
 * @param outcome of PRINT: what is known of the paper
 * @param why for the staff; absent when it is done
 */
public record ErrandDone(Outcome outcome, Text why) {
    public enum Outcome {
        DONE,
        NOT_DONE,
        /** The printer did not say, or the kiosk did not answer in time. */
        UNKNOWN
    }
}
