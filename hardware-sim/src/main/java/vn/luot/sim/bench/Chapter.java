package vn.luot.sim.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** Figures that belong together. */
interface Chapter {
    /** Measures, and tells each figure as soon as it is known. */
    void measure(Site site, Consumer<Figure> told) throws IOException;
}
