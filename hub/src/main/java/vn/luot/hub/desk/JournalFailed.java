package vn.luot.hub.desk;

/** The journal could not be written or read. */
public final class JournalFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public JournalFailed(Throwable cause) {
        super(cause);
    }
}
