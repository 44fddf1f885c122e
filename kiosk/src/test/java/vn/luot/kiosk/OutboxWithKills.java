package vn.luot.kiosk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An outbox of a program that is killed just before or after it wrote. */
final class OutboxWithKills implements Outbox {
    enum Point {
        NEVER,
        BEFORE_INTENT,
        AFTER_INTENT,
        BEFORE_NUMBER,
        AFTER_NUMBER,
        BEFORE_PRINTED,
        AFTER_PRINTED
    }

    /** Nothing of the program runs after this. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Outbox disk;
    private final Point point;

    OutboxWithKills(Outbox disk, Point point) {
        this.disk = disk;
        this.point = point;
    }

    private interface Write {
        void run() throws IOException;
    }

    private void write(Point before, Write write, Point after) throws IOException {
        if (point == before) throw new Killed();
        write.run();
        if (point == after) throw new Killed();
    }

    @Override
    public void intend(Intent intent) throws IOException {
        write(Point.BEFORE_INTENT, () -> disk.intend(intent), Point.AFTER_INTENT);
    }

    @Override
    public void give(Intent intent, Block after) throws IOException {
        write(Point.BEFORE_NUMBER, () -> disk.give(intent, after), Point.AFTER_NUMBER);
    }

    @Override
    public void keep(Intent intent) throws IOException {
        if (intent.state() != Intent.State.PRINTED) disk.keep(intent);
        else write(Point.BEFORE_PRINTED, () -> disk.keep(intent), Point.AFTER_PRINTED);
    }

    @Override
    public Optional<Intent> find(String key) throws IOException {
        return disk.find(key);
    }

    @Override
    public List<Intent> unsettled() throws IOException {
        return disk.unsettled();
    }

    @Override
    public List<Intent> toUpload() throws IOException {
        return disk.toUpload();
    }

    @Override
    public List<Intent> unwanted() throws IOException {
        return disk.unwanted();
    }

    @Override
    public List<Block> blocks() throws IOException {
        return disk.blocks();
    }

    @Override
    public void keep(Block block) throws IOException {
        disk.keep(block);
    }

    @Override
    public void drop(Block block) throws IOException {
        disk.drop(block);
    }

    @Override
    public Optional<String> note(String name) throws IOException {
        return disk.note(name);
    }

    @Override
    public void note(String name, String text) throws IOException {
        disk.note(name, text);
    }
}
