package vn.luot.sim.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.sim.torture.CrashImage.Unflushed;

class RecordingTest {
    /** Of /d/luot.db-wal: "A" at 0, flushed, "B" at 1, not flushed. */
    private static final String TRACE = """
            7  1795650473.000000001 pwrite64(9<\\x2f\\x64\\x2f\\x6c\\x75\\x6f\\x74\\x2e\\x64\\x62\\x2d\\x77\\x61\\x6c>, "\\x41", 1, 0) = 1
            7  1795650473.000000002 fsync(9<\\x2f\\x64\\x2f\\x6c\\x75\\x6f\\x74\\x2e\\x64\\x62\\x2d\\x77\\x61\\x6c> <unfinished ...>
            8  1795650473.000000003 unlink("\\x2f") = 0
            7  1795650473.000000004 <... fsync resumed>) = 0
            7  1795650473.000000005 pwrite64(9<\\x2f\\x64\\x2f\\x6c\\x75\\x6f\\x74\\x2e\\x64\\x62\\x2d\\x77\\x61\\x6c>, "\\x42", 1, 1) = 1
            """;

    @TempDir
    private Path folder;

    private Recording recording;

    @BeforeEach
    void read() throws IOException {
        var log = folder.resolve("strace.log");
        Files.writeString(log, TRACE);
        recording = Recording.read(log);
        Files.createDirectories(folder.resolve("before"));
    }

    @Test
    void aPowerCutKeepsWhatWasFlushedAndPerhapsTheRest() throws IOException {
        assertThat(image(2, Unflushed.NONE)).isEqualTo("A");
        assertThat(image(3, Unflushed.NONE)).isEqualTo("A");
        assertThat(image(3, Unflushed.ALL)).isEqualTo("AB");
    }

    @Test
    void aPowerCutBeforeTheFlushKeepsNothingForSure() throws IOException {
        assertThat(image(1, Unflushed.NONE)).isEmpty();
        assertThat(image(1, Unflushed.ALL)).isEqualTo("A");
    }

    private String image(int calls, Unflushed unflushed) throws IOException {
        var image = folder.resolve("image");
        CrashImage.make(
                folder.resolve("before"), image, recording.entries(), calls, unflushed, new SplittableRandom(1));
        return Files.readString(image.resolve("luot.db-wal"));
    }
}
