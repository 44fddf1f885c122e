package vn.luot.sim.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Folders with all that is in them. */
public final class Folders {
    private Folders() {}

    /** Removes {@code folder}, if it is there. */
    public static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        for (var file : innermostFirst(folder)) Files.deleteIfExists(file);
    }

    private static List<Path> innermostFirst(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
