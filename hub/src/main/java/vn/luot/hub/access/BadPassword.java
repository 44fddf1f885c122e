package vn.luot.hub.access;

import java.io.Serial;
import vn.luot.protocol.message.Text;

/** A password that is too easy to guess. */
public final class BadPassword extends NotAdded {
    @Serial
    private static final long serialVersionUID = 1L;

    BadPassword(Text fault) {
        super(fault);
    }
}
