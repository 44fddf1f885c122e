package vn.luot.kiosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of every touch: in the outbox or, as long as the disk takes nothing more, in memory. */
final class Intents {
    private static final Logger LOG = LoggerFactory.getLogger(Intents.class);

    private final Outbox outbox;
    private final Map<String, Intent> unwritten = new HashMap<>();

    Intents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Nothing may be asked of the hub before this is durable. */
    void intend(Intent intent) throws IOException {
        outbox.intend(intent);
    }

    /** Never fails: a full disk must not keep from a visitor, or from the paper, what is known. */
    void keep(Intent intent) {
        try {
            outbox.keep(intent);
            unwritten.remove(intent.key());
        } catch (IOException e) {
            if (unwritten.put(intent.key(), intent) == null) LOG.error("The outbox cannot be written", e);
        }
    }

    Optional<Intent> find(String key) throws IOException {
        return unwritten.containsKey(key) ? Optional.of(unwritten.get(key)) : outbox.find(key);
    }

    /** The intent as it is known now: the hub may have heard of it while it was printed. */
    Intent latest(Intent known) {
        try {
            return find(known.key()).orElse(known);
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
            return known;
        }
    }

    /** Writes what could not be written before; whether all of it is on disk now. */
    boolean writeAll() {
        List.copyOf(unwritten.values()).forEach(this::keep);
        return unwritten.isEmpty();
    }

    /** What was cut short, oldest first, as it is known now. */
    List<Intent> unsettled() throws IOException {
        return known(outbox.unsettled());
    }

    /** What the hub has to be told, in the order in which it was given. */
    List<Intent> toUpload() throws IOException {
        return known(outbox.toUpload()).stream()
                .filter(intent -> intent.given().upload() == Given.Upload.WAITING)
                .toList();
    }

    private List<Intent> known(List<Intent> written) {
        var all = new ArrayList<Intent>();
        for (var intent : written) all.add(unwritten.getOrDefault(intent.key(), intent));
        return all;
    }
}
