package vn.luot.sim.device;

/** What can be wrong with a printer; its status bytes say so. */
public enum PrinterFault {
    PAPER_LOW,
    PAPER_OUT,
    COVER_OPEN,
    CUTTER_JAMMED,
    OFFLINE;

    /** Whether it holds back what the printer was sent until somebody has mended it. */
    boolean stopsPrinting() {
        return this != PAPER_LOW;
    }
}
