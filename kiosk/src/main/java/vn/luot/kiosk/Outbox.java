package vn.luot.kiosk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a kiosk must not forget: what it asked of the hub and what came of it, its blocks of numbers, and some notes. What a
 * method wrote is durable when it returns; when it fails, nobody knows whether it is.
 */
public interface Outbox {
    /** Keeps a new intent; one key is one intent. */
    void intend(Intent intent) throws IOException;

    /** Keeps what became of an intent. */
    void keep(Intent intent) throws IOException;

    /** Keeps at once that an intent got a number by itself, and that its block has one less. */
    void give(Intent intent, Block after) throws IOException;

    Optional<Intent> find(String key) throws IOException;

    /** Intents that were cut short, oldest first. */
    List<Intent> unsettled() throws IOException;

    /** Tickets given without the hub that it was not told of, in the order in which they were given. */
    List<Intent> toUpload() throws IOException;

    /** Tickets given without the hub that it does not want, oldest first. */
    List<Intent> unwanted() throws IOException;

    /** In the order in which they were kept. */
    List<Block> blocks() throws IOException;

    /** Keeps a block; of a known one, how far it was given. */
    void keep(Block block) throws IOException;

    /** None of its numbers will be given any more. */
    void drop(Block block) throws IOException;

    Optional<String> note(String name) throws IOException;

    void note(String name, String text) throws IOException;
}
