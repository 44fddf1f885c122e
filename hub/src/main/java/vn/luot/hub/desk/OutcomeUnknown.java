package vn.luot.hub.desk;

/** The journal failed while the wish was being kept: whether it was granted is only known to who asks again. */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(Throwable cause) {
        super(cause);
    }
}
