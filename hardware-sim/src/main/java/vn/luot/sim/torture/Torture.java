package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import vn.luot.hub.desk.JournalFailed;

/** All chapters, each in a folder of its own with a new centre. */
public final class Torture {
    /** How much of everything. */
    public enum Effort {
        /** Under a minute, for the tests. */
        BRIEF,
        /** Under five minutes. */
        QUICK,
        FULL
    }

    public static final List<String> CHAPTERS =
            List.of("day", "power-cuts", "bad-disk", "old-backup", "full-disk", "clock", "storm");

    private final Path folder;
    private final long seed;
    private final Effort effort;
    private final String only;
    private final Ledger ledger;

    /** @param only the chapter to run; empty for all */
    public Torture(Path folder, long seed, Effort effort, String only, Consumer<String> told) {
        this.folder = folder;
        this.seed = seed;
        this.effort = effort;
        this.only = only;
        this.ledger = new Ledger(told);
    }

    private interface Chapter {
        void suffer(Place place, SplittableRandom chance)
                throws IOException, InterruptedException, SQLException, JournalFailed;
    }

    /** @return whether nothing was lost, doubled, made up or damaged */
    public boolean run() throws IOException, InterruptedException, SQLException, JournalFailed {
        if (effort == Effort.QUICK) {
            sideBySide(this::day, this::otherChapters);
        } else {
            day();
            otherChapters();
        }
        if (effort != Effort.BRIEF) {
            chapter("storm", (place, chance) -> new ReconnectStorm(place, ledger, chance).run(500, much(0, 1, 10)));
        }
        ledger.tell("| seconds | n | p50 | p95 | max | goal | |");
        ledger.times().forEach(ledger::tell);
        ledger.tell("goals short: " + (isOnTime() ? "none" : String.join("; ", ledger.tooSlow())));
        ledger.deeds().forEach(ledger::tell);
        ledger.tell(ledger.closing());
        return ledger.isClean();
    }

    /** Whether nothing took longer than its goal, which a busy machine may bring about by itself. */
    public boolean isOnTime() {
        return ledger.tooSlow().isEmpty();
    }

    private interface Chapters {
        void suffer() throws IOException, InterruptedException, SQLException, JournalFailed;
    }

    /** Both for the most part wait; each is in halls of its own. */
    private static void sideBySide(Chapters these, Chapters those)
            throws IOException, InterruptedException, SQLException, JournalFailed {
        var beside = new FutureTask<Void>(() -> {
            those.suffer();
            return null;
        });
        new Thread(beside, "side by side").start();
        try {
            these.suffer();
        } finally {
            ended(beside);
        }
    }

    private static void ended(Future<Void> beside) throws InterruptedException {
        try {
            beside.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chapter could not be told", e.getCause());
        }
    }

    private void day() throws IOException, InterruptedException, SQLException, JournalFailed {
        chapter("day", this::dayOfFaults);
    }

    private void otherChapters() throws IOException, InterruptedException, SQLException, JournalFailed {
        chapter("power-cuts", this::powerCuts);
        chapter("bad-disk", (place, chance) -> new BadDisk(place, ledger, chance).run(much(1, 4, 24)));
        chapter("old-backup", (place, chance) -> new OldBackup(place, ledger, chance).run());
        if (effort != Effort.BRIEF) {
            chapter("full-disk", (place, chance) -> new FullDisk(place, ledger, chance).run(much(0, 1, 8)));
            chapter("clock", (place, chance) -> new ClockJumps(place, ledger, chance).run());
        }
    }

    private void chapter(String name, Chapter chapter)
            throws IOException, InterruptedException, SQLException, JournalFailed {
        if (!only.isEmpty() && !only.equals(name)) return;
        ledger.tell(name);
        var place = Place.in(folder.resolve(name));
        chapter.suffer(place, new SplittableRandom(seed ^ name.hashCode()));
        Planted.lookedFor(place.folder(), ledger);
    }

    private int much(int brief, int quick, int full) {
        return switch (effort) {
            case BRIEF -> brief;
            case QUICK -> quick;
            case FULL -> full;
        };
    }

    private void powerCuts(Place place, SplittableRandom chance)
            throws IOException, InterruptedException, SQLException {
        new PowerCuts(place, ledger, chance).run(much(40, 300, 800), much(20, 150, 1_500), much(10, 25, 5));
    }

    private void dayOfFaults(Place place, SplittableRandom chance)
            throws IOException, InterruptedException, SQLException, JournalFailed {
        var mishaps = switch (effort) {
            case BRIEF -> List.of(Mishap.KILL_HUB, Mishap.KILL_KIOSK, Mishap.KILL_BOARD, Mishap.KILL_HUB);
            case QUICK, FULL -> List.of(Mishap.values());
        };
        try (var day = new DayOfFaults(place, ledger, chance)) {
            day.run(mishaps, effort == Effort.FULL ? Duration.ofMinutes(10) : Duration.ZERO);
        }
    }
}
