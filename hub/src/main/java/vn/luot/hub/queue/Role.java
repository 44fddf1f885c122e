package vn.luot.hub.queue;

/** In what capacity somebody, or a device, acts in the hall. The names are in journals: never rename one. */
public enum Role {
    KIOSK,
    BOARD,
    TABLET,
    /** Keys at one counter; the door lets it act there and nowhere else. */
    KEYPAD,
    CLERK,
    HOST,
    MANAGER,
    /** Looks after the devices, and serves nobody. */
    TECHNICIAN,
    ADMIN,
    /** Whoever holds a ticket, and may do little but with that one. Nobody signs in as such. */
    HOLDER
}
