package vn.luot.kiosk.printer;

/** What became of a ticket that was given to the printer. */
public sealed interface PrintOutcome {
    /** The printer said that it is on paper, and that nothing is wrong since. */
    record Printed() implements PrintOutcome {}

    /** Nothing was sent: the printer was not fit to print. */
    record NotPrinted(PrinterState why) implements PrintOutcome {}

    /** It was sent, and the printer did not say that it is on paper; perhaps it is, or a part of it. */
    record Unknown(PrinterState why) implements PrintOutcome {}
}
