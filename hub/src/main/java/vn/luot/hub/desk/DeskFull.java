package vn.luot.hub.desk;

/** More wishes wait than the desk takes on, or it is closing; nothing was done. */
public final class DeskFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeskFull() {
        super(null, null, false, false);
    }
}
