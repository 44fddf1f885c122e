package vn.luot.sim.torture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A disk after the power went in the middle: what was flushed, and any part of what was not. */
final class CrashImage {
    private static final int SECTOR = 512;

    /** What becomes of that which was written and not flushed. */
    enum Unflushed {
        /** The disk had it all. */
        ALL,
        /** The disk had none of it. */
        NONE,
        /** The disk had some of the sectors. */
        SOME_SECTORS
    }

    private CrashImage() {}

    /**
     * Makes the files of a database as they may be after the power went behind the first {@code count} deeds.
     *
     * @param before the files as they were before the recording
     */
    static void make(
            Path before,
            Path folder,
            List<Recording.Entry> deeds,
            int count,
            Unflushed unflushed,
            SplittableRandom chance)
            throws IOException {
        Place.remove(folder);
        Files.createDirectories(folder);
        for (var name : List.of("luot.db", "luot.db-wal")) {
            if (Files.exists(before.resolve(name))) Files.copy(before.resolve(name), folder.resolve(name));
            try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                replay(file, ofFile(deeds, count, name), unflushed, chance);
            }
        }
    }

    private static List<Recording.Deed> ofFile(List<Recording.Entry> deeds, int count, String name) {
        var own = new ArrayList<Recording.Deed>();
        for (var entry : deeds.subList(0, count)) if (entry.deed().file().equals(name)) own.add(entry.deed());
        return own;
    }

    private static void replay(
            RandomAccessFile file, List<Recording.Deed> deeds, Unflushed unflushed, SplittableRandom chance)
            throws IOException {
        var flushed = 0;
        for (var i = 0; i < deeds.size(); i++) if (deeds.get(i) instanceof Recording.Flush) flushed = i + 1;
        for (var i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            if (i >= flushed && unflushed == Unflushed.NONE) return;
            if (deed instanceof Recording.Truncate truncate) file.setLength(truncate.length());
            if (deed instanceof Recording.Write write) {
                if (i < flushed || unflushed == Unflushed.ALL) write(file, write, 0, write.bytes().length);
                else someSectors(file, write, chance);
            }
        }
    }

    private static void someSectors(RandomAccessFile file, Recording.Write write, SplittableRandom chance)
            throws IOException {
        for (var at = 0; at < write.bytes().length; ) {
            var toSector = SECTOR - (int) ((write.offset() + at) % SECTOR);
            var length = Math.min(toSector, write.bytes().length - at);
            if (chance.nextBoolean()) write(file, write, at, length);
            at += length;
        }
    }

    private static void write(RandomAccessFile file, Recording.Write write, int from, int length) throws IOException {
        file.seek(write.offset() + from);
        file.write(write.bytes(), from, length);
    }
}
