package vn.luot.kiosk.printer;

/**
 * Whether visitors may rely on the printer: three tickets in a row that were not proved end it, and only a proved one
 * brings it back, whatever the printer says about itself.
 */
final class Trust {
    private static final int FAILURES_THAT_END_IT = 3;

    private int failures;
    private PrinterState why = PrinterState.READY;

    void proved() {
        failures = 0;
    }

    void failed(PrinterState cause) {
        failures++;
        why = cause;
    }

    boolean isLost() {
        return failures >= FAILURES_THAT_END_IT;
    }

    /** What others are told when the printer says {@code seen}; its own trouble is said first. */
    PrinterState shown(PrinterState seen) {
        return isLost() && seen.canPrint() ? PrinterState.OUT_OF_SERVICE : seen;
    }

    int failures() {
        return failures;
    }

    /** What ended the last ticket that failed. */
    PrinterState why() {
        return why;
    }
}
