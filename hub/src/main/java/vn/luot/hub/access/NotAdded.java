package vn.luot.hub.access;

import java.io.Serial;
import vn.luot.protocol.message.Text;

/** Why a person or a device cannot be added; the words say what to do. */
public abstract sealed class NotAdded extends RuntimeException permits NameTaken, BadName, BadPassword {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    NotAdded(Text reason) {
        super(reason.vi() + " / " + reason.en());
        this.reason = reason;
    }

    public String vi() {
        return reason.vi();
    }

    public String en() {
        return reason.en();
    }
}
