package vn.luot.kiosk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;

/** The kiosk's own numbers. A number counts as given as soon as anybody tried to give it: none is ever given twice. */
final class Blocks {
    private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

    private final Outbox outbox;
    private final List<Block> blocks = new ArrayList<>();

    Blocks(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Finds what was kept before a restart. */
    void recall() {
        try {
            blocks.addAll(outbox.blocks());
        } catch (IOException e) {
            LOG.error("The kiosk's numbers cannot be read; it gives none without the hub", e);
        }
    }

    /** The block that the next number of a service comes from; empty when there is none for {@code day}. */
    Optional<Block> next(String service, LocalDate day) {
        return blocks.stream()
                .filter(block -> isOf(block, service, day) && block.left() > 0)
                .findFirst();
    }

    int left(String service, LocalDate day) {
        return blocks.stream()
                .filter(block -> isOf(block, service, day))
                .mapToInt(Block::left)
                .sum();
    }

    /** Gives the next number of {@code block}; durable when this returns. */
    void give(Intent intent, Block block) throws IOException {
        var after = block.given();
        blocks.set(blocks.indexOf(block), after);
        outbox.give(intent, after);
    }

    void add(NumberBlock numbers) throws IOException {
        var block = Block.fresh(numbers);
        outbox.keep(block);
        blocks.add(block);
    }

    /** What the hub does not know is void: of an earlier day, say, or forgotten by a store that was restored. */
    void keepOnly(BlocksView known) {
        // While no day is open the hub names none, and the same day may be opened again.
        if (known.day() == null) return;
        for (var block : List.copyOf(blocks)) {
            if (!known.blocks().contains(block.numbers())) drop(block);
        }
    }

    private void drop(Block block) {
        blocks.remove(block);
        try {
            outbox.drop(block);
        } catch (IOException e) {
            LOG.warn("A void block of numbers stays on the disk until the next start", e);
        }
    }

    private static boolean isOf(Block block, String service, LocalDate day) {
        return block.numbers().service().equals(service)
                && block.numbers().day().equals(day);
    }
}
