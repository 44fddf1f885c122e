package vn.luot.sim.device;

/** What can be wrong with a printer itself; what can be wrong with its cable is the {@link Wire}'s. */
public enum PrinterFault {
    PAPER_LOW,
    PAPER_OUT,
    PAPER_JAMMED,
    COVER_OPEN,
    CUTTER_JAMMED,
    /** It goes on by itself once it is cool. */
    HEAD_HOT,
    OFFLINE,
    /** No power: what it had in its buffer is lost, half a ticket stays on the paper. */
    POWER_OFF,
    /** Answers come two seconds late. */
    STATUS_LATE,
    /** Answers come with a bit turned over. */
    STATUS_GARBLED,
    /** It prints, and answers nothing. */
    STATUS_ABSENT,
    /** It answers, but never says that a ticket is on paper. */
    NO_COMPLETION,
    /** Noise comes before each answer. */
    GARBAGE;

    /** Whether it holds back what the printer was sent until somebody has mended it. */
    boolean stopsPrinting() {
        return switch (this) {
            case PAPER_OUT, PAPER_JAMMED, COVER_OPEN, CUTTER_JAMMED, HEAD_HOT, OFFLINE, POWER_OFF -> true;
            case PAPER_LOW, STATUS_LATE, STATUS_GARBLED, STATUS_ABSENT, NO_COMPLETION, GARBAGE -> false;
        };
    }

    /** Whether it is an error that {@code DLE ENQ 2} ends; lack of paper is none. */
    boolean isError() {
        return this == CUTTER_JAMMED || this == PAPER_JAMMED;
    }
}
