package vn.luot.hub.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of what was being made when the program was killed: each holds a whole copy of the data, which is not locked. What
 * cannot be thrown away is told in the log, and hinders nothing else.
 */
public final class LeftOver {
    /** Where a backup is made. */
    static final String BACKUP = "making-";

    /** Where a restore is made ready. */
    static final String RESTORE = "restoring-";

    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private LeftOver() {}

    /** Throws away what restores left; only for whoever holds the lock of the folder, as a restore at work does. */
    public static void ofRestores(Path data) {
        throwAway(data, RESTORE, Instant.MAX);
    }

    /** Throws away what backups left: nothing was written there for an hour. */
    public static void ofBackups(Path folder, Instant now) {
        throwAway(folder, BACKUP, now.minus(LONGEST_SILENCE));
    }

    private static void throwAway(Path folder, String name, Instant writtenBefore) {
        try (var desks = Files.newDirectoryStream(folder, name + "*")) {
            for (var desk : desks) {
                if (Files.isDirectory(desk, LinkOption.NOFOLLOW_LINKS)
                        && writtenAt(desk).isBefore(writtenBefore)) throwAway(desk);
            }
        } catch (NoSuchFileException e) {
            // The folder was never needed, or what was made there is finished.
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("What is left in {} of a program that was killed cannot be looked at", folder, e);
        }
    }

    static void throwAway(Path desk) {
        try {
            for (var file : all(desk)) Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            // Somebody else did.
        } catch (IOException e) {
            LOG.warn("{} holds a copy of the data that nobody needs, and cannot be thrown away", desk, e);
        }
    }

    private static Instant writtenAt(Path desk) throws IOException {
        var latest = Instant.MIN;
        for (var file : all(desk)) {
            var at = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
            if (at.isAfter(latest)) latest = at;
        }
        return latest;
    }

    /** What is in a folder comes before the folder. */
    private static List<Path> all(Path desk) throws IOException {
        try (var files = Files.walk(desk)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
