package vn.luot.sim.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Measures how fast the hub is, held against what its parts could do alone on the same machine in the same minutes. */
public final class Bench {
    private static final List<Chapter> CHAPTERS = List.of(
            new IssueFigures(),
            new ServeFigures(),
            new DeskFigures(),
            new SlowDiskFigures(),
            new FeedFigures(),
            new PaperFigures(),
            new DayFigures(),
            new StartFigures(),
            new LineFigures(),
            new WaitFigures(),
            new BoardFigures());

    private Bench() {}

    /**
     * Measures everything.
     *
     * @param quick fewer and shorter rounds, within three minutes
     * @param told gets each line as soon as it is known
     * @return whether every goal is met
     * @throws IOException when the disk cannot be used
     */
    public static boolean run(boolean quick, Consumer<String> told) throws IOException {
        var allMet = new AtomicBoolean(true);
        try (var site = new Site(quick ? Effort.QUICK : Effort.FULL)) {
            for (var chapter : CHAPTERS) {
                chapter.measure(site, figure -> {
                    told.accept(figure.line());
                    if (!figure.isMet()) allMet.set(false);
                });
            }
        }
        return allMet.get();
    }
}
