package vn.luot.protocol.message;

/** How a piece of hardware is. The names are those of the hub's journal. */
public enum HardwareCondition {
    OK,
    /** Works, but will not for long: paper runs low. */
    LOW,
    /** No paper. */
    OUT,
    /** Stuck, or reports an error that a person has to clear. */
    JAM,
    COVER,
    /** Of a bell: somebody calls, and nobody has answered. */
    RUNG,
    /** Of a clock: it is minutes or more off the hub's. */
    CLOCK_SKEW,
    /** Does not answer, or its line or its device is gone. */
    GONE,
    /** Its device no longer has it. */
    REMOVED
}
