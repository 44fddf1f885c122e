package vn.luot.kiosk;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Reprint;

/** Tells the hub of tickets that may be on two papers: again until it heard, also after a restart. */
final class ReprintNotes {
    private static final Logger LOG = LoggerFactory.getLogger(ReprintNotes.class);
    private static final String NOTE = "reprints";
    private final HubTickets hub;
    private final HubMemory memory;
    private final Outbox outbox;
    private final Intents intents;
    private final KioskLoop loop;
    /** Keys of intents. */
    private final Set<String> untold = new LinkedHashSet<>();

    private final Set<String> beingTold = new LinkedHashSet<>();
    private final AgainLater again;

    ReprintNotes(HubTickets hub, HubMemory memory, Outbox outbox, Intents intents, KioskLoop loop) {
        this.hub = hub;
        this.memory = memory;
        this.outbox = outbox;
        this.intents = intents;
        this.loop = loop;
        this.again = new AgainLater(loop, this::tell);
    }

    void recall() {
        try {
            outbox.note(NOTE)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> untold.addAll(List.of(text.split(" "))));
        } catch (IOException e) {
            LOG.error("Which tickets were printed again cannot be read", e);
        }
    }

    /** Before the second paper comes out. */
    void add(Intent reprinted) {
        untold.add(reprinted.key());
        keep();
        tell();
    }

    void tell() {
        if (!memory.isHere()) return;
        for (var key : List.copyOf(untold)) {
            ticket(key).ifPresentOrElse(this::tell, () -> told(key));
        }
    }

    private Optional<Intent> ticket(String key) {
        try {
            return intents.find(key).filter(intent -> intent.receipt() != null);
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
            return Optional.empty();
        }
    }

    /** The hub has to have heard of the ticket before. */
    private void tell(Intent intent) {
        var waits = intent.isOffline() && intent.given().upload() == Given.Upload.WAITING;
        if (waits || !beingTold.add(intent.key())) return;
        hub.noteReprint(new Reprint(intent.receipt().token()))
                .whenCompleteAsync((done, fault) -> heard(intent, fault), loop);
    }

    private void heard(Intent intent, Throwable fault) {
        beingTold.remove(intent.key());
        if (fault == null || HubAnswer.isNo(fault)) told(intent.key());
        else again.ask();
    }

    private void told(String key) {
        untold.remove(key);
        keep();
    }

    private void keep() {
        try {
            outbox.note(NOTE, String.join(" ", untold));
        } catch (IOException e) {
            LOG.error("Which tickets were printed again cannot be written", e);
        }
    }
}
