package vn.luot.sim.simulate;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

/** Reads frames as devices do; those of one view get the same frame, and it is read once for all of them. */
final class Frames {
    private static final int KEPT = 64;

    private final Map<String, FeedMessage> read = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, FeedMessage> eldest) {
            return size() > KEPT;
        }
    };

    FeedMessage read(String frame) throws IOException {
        var known = read.get(frame);
        if (known != null) return known;
        var fresh = Json.readLeniently(frame, FeedMessage.class);
        read.put(frame, fresh);
        return fresh;
    }
}
