package vn.luot.protocol.message;

/** What staff ask of a kiosk. */
public enum ErrandKind {
    /** To print a ticket that was issued elsewhere, or again. */
    PRINT,
    /** To tell whoever rang its bell that a person comes. */
    COMING,
    /** To tell what its screen shows. */
    LOOK,
    /** To print the slip of the day's end. */
    DAY_END
}
