package vn.luot.hub.access;

import java.io.Serial;
import vn.luot.protocol.message.Text;

/** A name that cannot be shown. */
public final class BadName extends NotAdded {
    @Serial
    private static final long serialVersionUID = 1L;

    BadName(Text fault) {
        super(new Text("tên " + fault.vi(), "the name " + fault.en()));
    }
}
