package vn.luot.sim.hall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import vn.luot.protocol.program.CannotStart;

/** Folders with all that is in them. */
public final class Folders {
    private Folders() {}

    /**
     * Makes {@code folder}, unless it is there.
     *
     * @param option that names it, without its dashes
     * @throws CannotStart when that is not possible
     */
    public static Path made(String option, Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotStart(
                            folder + ": không dùng được cho --" + option
                                    + ", hãy chọn một thư mục ghi được hoặc chưa có",
                            "of no use for --" + option
                                    + ": choose a folder that can be written, or does not exist yet",
                            e)
                    .about(option);
        }
    }

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
