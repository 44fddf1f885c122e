package vn.luot.protocol.line;

import java.io.IOException;

/** The device at the other end of a line is not there, or takes no bytes. */
public final class LineGone extends IOException {
    private static final long serialVersionUID = 1L;

    public LineGone(String reason) {
        super(reason);
    }

    public LineGone(String reason, Throwable cause) {
        super(reason, cause);
    }
}
