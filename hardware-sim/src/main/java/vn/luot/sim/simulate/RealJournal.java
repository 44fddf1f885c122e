package vn.luot.sim.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.JournalCheck;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.queue.Step;
import vn.luot.protocol.message.Text;

/** The hub's own journal in SQLite, in a file of its own: in some runs everything that is kept goes through it. */
final class RealJournal implements AutoCloseable {
    private static final int HALL = 1;
    private static final String NAME = "luot.db";
    private static final List<String> FILES = List.of(NAME, NAME + "-wal", NAME + "-shm");

    private final Path folder;
    private Database database;
    private SqliteJournal journal;

    RealJournal() {
        try {
            folder = Files.createTempDirectory("luot-simulate");
            begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() throws IOException {
        Files.copy(Empty.DATABASE, folder.resolve(NAME));
        database = Database.open(folder.resolve(NAME));
        journal = new SqliteJournal(database, HALL);
    }

    void append(List<Step> steps) {
        try {
            if (!steps.isEmpty()) journal.append(steps);
        } catch (JournalFailed e) {
            throw new IllegalStateException("the store does not take " + steps, e);
        }
    }

    void replay(Consumer<Step> reader) throws JournalFailed {
        journal.replay(reader);
    }

    /** The program ended; the next one begins with what is in the file. */
    void reopen() {
        journal.close();
        journal = new SqliteJournal(database, HALL);
    }

    /** Begins with an older copy. */
    void restore(List<Step> kept) {
        clear();
        try {
            begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        append(kept);
    }

    /** What is not as it was written: links of the steps, and tickets that are not what the steps left. */
    List<Text> faults() {
        return new JournalCheck(database, HALL).check(List.of(), null).faults();
    }

    private void clear() {
        journal.close();
        try {
            for (var file : FILES) Files.deleteIfExists(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clear();
        folder.toFile().delete();
    }

    /** Made once, because making the tables takes longer than a run. */
    private static final class Empty {
        private static final Path DATABASE = make();

        private static Path make() {
            try {
                var folder = Files.createTempDirectory("luot-simulate");
                var file = folder.resolve(NAME);
                folder.toFile().deleteOnExit();
                file.toFile().deleteOnExit();
                Database.open(file);
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
