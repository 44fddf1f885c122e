package vn.luot.sim.hall;

import java.net.URI;
import vn.luot.protocol.message.Text;

/**
 * A screen of the demo that one can look at.
 *
 * @param id such as "tv", "clerk" or "tablet-3"
 * @param address with the device's token in its fragment, where the page needs one
 * @param note what else one needs there; absent when nothing
 */
public record Screen(String id, Text name, URI address, Text note) {
    Screen(String id, Text name, URI address) {
        this(id, name, address, null);
    }
}
