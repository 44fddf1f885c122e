package vn.luot.hub.access;

import java.io.Serial;
import vn.luot.protocol.message.Text;

/** The hall has a device, or a person, of this name. */
public final class NameTaken extends NotAdded {
    @Serial
    private static final long serialVersionUID = 1L;

    NameTaken(String name) {
        super(new Text(
                "tên «" + name + "» đã có, hãy chọn tên khác", "the name \"" + name + "\" is taken: choose another"));
    }
}
