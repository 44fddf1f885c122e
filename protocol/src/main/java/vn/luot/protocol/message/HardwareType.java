package vn.luot.protocol.message;

/** What a piece of hardware is for. The names are those of the hub's journal. */
public enum HardwareType {
    PRINTER,
    BOARD,
    SCANNER,
    KEYPAD,
    /** What a visitor calls a person with; it is there while somebody does. */
    BELL,
    /** Of the device itself; it is there while it is wrong. */
    CLOCK
}
