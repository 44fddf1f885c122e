package vn.luot.kiosk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where a kiosk keeps what it asked of the hub and what came of it. What a method wrote is durable when it returns. */
public interface Outbox {
    /** Keeps a new intent; one key is one intent. */
    void intend(Intent intent) throws IOException;

    /** Keeps what became of an intent. */
    void keep(Intent intent) throws IOException;

    Optional<Intent> find(String key) throws IOException;

    /** Intents that were cut short, oldest first. */
    List<Intent> unsettled() throws IOException;
}
