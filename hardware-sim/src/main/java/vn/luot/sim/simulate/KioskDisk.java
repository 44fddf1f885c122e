package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.luot.kiosk.Block;
import vn.luot.kiosk.Given;
import vn.luot.kiosk.Intent;
import vn.luot.kiosk.Outbox;
import vn.luot.protocol.message.NumberBlock;

/** A kiosk's disk. What was flushed outlives the kiosk's program; what was only written does not. */
final class KioskDisk {
    /** All that a kiosk keeps. */
    static final class Contents {
        private final Map<String, Intent> intents = new LinkedHashMap<>();
        private final Map<NumberBlock, Block> blocks = new LinkedHashMap<>();
        private final Map<String, String> notes = new LinkedHashMap<>();

        private Contents copy() {
            var copy = new Contents();
            copy.intents.putAll(intents);
            copy.blocks.putAll(blocks);
            copy.notes.putAll(notes);
            return copy;
        }

        void keep(Intent intent) {
            intents.put(intent.key(), intent);
        }

        void keep(Block block) {
            blocks.put(block.numbers(), block);
        }
    }

    private final Contents kept = new Contents();
    private final List<Consumer<Contents>> written = new ArrayList<>();
    private Contents seen = new Contents();

    /** Moments in the writing of something. */
    enum Point {
        BEFORE_WRITING,
        FLUSHED
    }

    /** What may go wrong; right to do nothing. */
    interface DiskFaults {
        /** @throws Killed when the program ends here, or ended before */
        void at(Point point);
    }

    void write(Consumer<Contents> what) {
        what.accept(seen);
        written.add(what);
    }

    void flush() {
        written.forEach(what -> what.accept(kept));
        written.clear();
    }

    void crash() {
        written.clear();
        seen = kept.copy();
    }

    List<Intent> intents() {
        return List.copyOf(seen.intents.values());
    }

    /** The outbox of one life of the kiosk. */
    Outbox outbox(DiskFaults faults) {
        return new Durable(faults);
    }

    private final class Durable implements Outbox {
        private final DiskFaults faults;

        private Durable(DiskFaults faults) {
            this.faults = faults;
        }

        private void keep(Consumer<Contents> what) {
            faults.at(Point.BEFORE_WRITING);
            write(what);
            flush();
            faults.at(Point.FLUSHED);
        }

        @Override
        public void intend(Intent intent) {
            keep(intent);
        }

        @Override
        public void keep(Intent intent) {
            keep(disk -> disk.keep(intent));
        }

        @Override
        public void give(Intent intent, Block after) {
            keep(disk -> {
                disk.keep(intent);
                disk.keep(after);
            });
        }

        @Override
        public Optional<Intent> find(String key) {
            return Optional.ofNullable(seen.intents.get(key));
        }

        @Override
        public List<Intent> unsettled() {
            return those(intent -> intent.state() == Intent.State.PENDING || intent.state() == Intent.State.ISSUED);
        }

        @Override
        public List<Intent> toUpload() {
            return those(intent -> intent.isOffline() && intent.given().upload() == Given.Upload.WAITING);
        }

        @Override
        public List<Intent> unwanted() {
            return those(intent -> intent.isOffline() && intent.given().upload() == Given.Upload.REFUSED);
        }

        private List<Intent> those(Predicate<Intent> which) {
            return seen.intents.values().stream().filter(which).toList();
        }

        @Override
        public List<Block> blocks() {
            return List.copyOf(seen.blocks.values());
        }

        @Override
        public void keep(Block block) {
            keep(disk -> disk.keep(block));
        }

        @Override
        public void drop(Block block) {
            keep(disk -> disk.blocks.remove(block.numbers()));
        }

        @Override
        public Optional<String> note(String name) {
            return Optional.ofNullable(seen.notes.get(name));
        }

        @Override
        public void note(String name, String text) {
            keep(disk -> disk.notes.put(name, text));
        }
    }
}
