package vn.luot.protocol.hub;

/**
 * The hub did not answer, or answered 5xx: whether it did what was asked is unknown. Ask again with the same key. The
 * message is for a technician, in Vietnamese and English.
 */
public final class HubAway extends Exception {
    private static final long serialVersionUID = 1L;

    public HubAway(String reason, Throwable cause) {
        super(reason, cause);
    }
}
