package vn.luot.hub.queue;

/** In what capacity somebody, or a device, acts in the hall. */
public enum Role {
    KIOSK,
    BOARD,
    TABLET,
    CLERK,
    HOST,
    MANAGER,
    /** Looks after the devices, and serves nobody. */
    TECHNICIAN,
    ADMIN
}
