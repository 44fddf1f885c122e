package vn.luot.sim.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /** Needs a browser, and minutes. */
    private static final List<Chapter> SCREENS = List.of(new ScreenFigures());

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
        var screens = quick ? Stream.<Chapter>of() : SCREENS.stream();
        return run(Stream.concat(CHAPTERS.stream(), screens).toList(), quick ? Effort.QUICK : Effort.FULL, told);
    }

    /** Measures the screens alone. */
    public static boolean screens(Consumer<String> told) throws IOException {
        return run(SCREENS, Effort.FULL, told);
    }

    private static boolean run(List<Chapter> chapters, Effort effort, Consumer<String> told) throws IOException {
        var allMet = new AtomicBoolean(true);
        try (var site = new Site(effort)) {
            for (var chapter : chapters) {
                chapter.measure(site, figure -> {
                    told.accept(figure.line());
                    if (!figure.isMet()) allMet.set(false);
                });
            }
        }
        return allMet.get();
    }
}
