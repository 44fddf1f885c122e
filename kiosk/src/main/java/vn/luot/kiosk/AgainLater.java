package vn.luot.kiosk;

import java.time.Duration;

/** Does something again after a while; asked for several times meanwhile, once. On the kiosk's thread only. */
final class AgainLater {
    private static final Duration WHILE = Duration.ofSeconds(2);

    private final KioskLoop loop;
    private final Runnable work;
    private boolean comes;

    AgainLater(KioskLoop loop, Runnable work) {
        this.loop = loop;
        this.work = work;
    }

    void ask() {
        if (comes) return;
        comes = true;
        loop.after(WHILE, () -> {
            comes = false;
            work.run();
        });
    }
}
