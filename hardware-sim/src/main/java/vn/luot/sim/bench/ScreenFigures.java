package vn.luot.sim.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.luot.hub.settings.Plans;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.line.LineAddress;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;
import vn.luot.sim.hall.Chromium;
import vn.luot.sim.hall.DayAndNight;

/**
 * What people see, in the machine's own Chromium: how soon the kiosk's page can be touched and answers a touch on a processor
 * four times slower than this one, how soon a call is drawn on the television, and what that keeps of five thousand calls.
 */
final class ScreenFigures implements Chapter {
    private static final int SLOWER = 4;
    private static final double INTERACTIVE_MS = 1_000;
    private static final double TOUCH_MS = 100;
    private static final double DRAWN_MS = 300;
    /** Of the heap after the first fifth of the calls; the browser compiles what it finds worth it at any time. */
    private static final double FLAT = 1.2;

    private static final int FIFTHS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private static final String FRAME = "new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))";

    /** When the first tile was there, and the frame with it. */
    private static final String WATCH_TILES = """
            new MutationObserver((_, watcher) => {
              if (!document.querySelector("button.tile:not([disabled])")) return;
              watcher.disconnect();
              requestAnimationFrame(() => setTimeout(() => (window.interactive = performance.now())));
            }).observe(document, { subtree: true, childList: true });
            """;

    /** When each number was drawn first, by the clock of this machine. */
    private static final String WATCH_CALLS = """
            window.drawn = {};
            new MutationObserver(() => {
              for (const { textContent: number } of document.querySelectorAll(".call .number, .recent li > :nth-child(2)")) {
                if (number in drawn) continue;
                drawn[number] = 0;
                requestAnimationFrame(() => setTimeout(() => (drawn[number] = Date.now())));
              }
            }).observe(document, { subtree: true, childList: true, characterData: true });
            """;

    private static final String TOUCH = """
            (async () => {
              const shows = (name) => document.querySelector(`[data-screen=${name}]`);
              const begun = performance.now();
              document.querySelector("button.tile").click();
              while (!shows("services")) await %1$s;
              await %1$s;
              const took = performance.now() - begun;
              document.querySelector(".back").click();
              while (!shows("fields")) await %1$s;
              return took;
            })()
            """.formatted(FRAME);

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        var program = Chromium.installed().orElse(null);
        if (program == null) {
            System.err.println("Máy này chưa cài Chromium nên không đo các màn hình."
                    + " / Chromium is not installed here, so no screen is measured.");
            return;
        }
        try (var browser = ChromiumProcess.start(program, site.freshFolder())) {
            kiosk(site, browser, told);
            television(site, browser, told);
        }
    }

    private static void kiosk(Site site, ChromiumProcess browser, Consumer<Figure> told) throws IOException {
        var vertx = Vertx.vertx();
        try (var hub = BenchHub.start(site.freshFolder(), DayAndNight.open(Plans.huongTra()));
                var line = new Wire(new PtyPort(site.freshFolder().resolve("ttyPrinter"), 115_200), new SimPrinter())) {
            var kiosk = Kiosk.start(
                            vertx,
                            new KioskConfig(
                                    URI.create("http://127.0.0.1:" + hub.port()),
                                    hub.tokens().kiosk(),
                                    LineAddress.parse(line.address()),
                                    "generic-80mm",
                                    0,
                                    site.freshFolder()))
                    .await();
            try {
                var address = "http://127.0.0.1:" + kiosk.port() + "/";
                loads(site.effort().rounds(), browser, address, told);
                touches(site.effort().calls(), browser, address, told);
            } finally {
                kiosk.close().await();
            }
        } finally {
            vertx.close().await();
        }
    }

    private static void loads(int loads, ChromiumProcess browser, String address, Consumer<Figure> told)
            throws IOException {
        var millis = new Samples();
        // The first may find a kiosk that has not found its hub and its printer yet.
        for (var load = -1; load < loads; load++) {
            try (var tab = kioskTab(browser)) {
                tab.first(WATCH_TILES);
                tab.open(address);
                await(() -> !tab.of("window.interactive").isMissingNode());
                if (load >= 0) millis.add(tab.of("window.interactive").asDouble());
            }
        }
        told(told, "kiosk-page-interactive-on-quarter-of-cpu-ms", millis.median(), INTERACTIVE_MS);
    }

    private static void touches(int touches, ChromiumProcess browser, String address, Consumer<Figure> told)
            throws IOException {
        var millis = new Samples();
        try (var tab = kioskTab(browser)) {
            tab.open(address);
            await(() -> tab.of("document.querySelector('button.tile') !== null").asBoolean());
            for (var touch = 0; touch < touches; touch++)
                millis.add(tab.of(TOUCH).asDouble());
        }
        told(told, "touch-to-next-screen-on-quarter-of-cpu-p95-ms", millis.percentile(95), TOUCH_MS);
    }

    private static ChromiumTab kioskTab(ChromiumProcess browser) throws IOException {
        var tab = browser.tab();
        tab.size(1080, 1920);
        tab.slower(SLOWER);
        return tab;
    }

    private static void television(Site site, ChromiumProcess browser, Consumer<Figure> told) throws IOException {
        try (var hub = BenchHub.start(site.freshFolder())) {
            Load.once(hub.port(), hub.clerk().verb(1, "open"));
            var calls = new Calls(hub);
            try (var tab = televisionTab(browser, hub, true)) {
                var millis = new Samples();
                for (var call = 0; call < 2 * site.effort().calls(); call++) millis.add(calls.drawn(tab));
                told(told, "call-to-television-p99-ms", millis.percentile(99), DRAWN_MS);
            }
            try (var tab = televisionTab(browser, hub, false)) {
                memory(site.effort().visits() / 8, calls, tab, told);
            }
        }
    }

    private static ChromiumTab televisionTab(ChromiumProcess browser, BenchHub hub, boolean watched)
            throws IOException {
        var tab = browser.tab();
        tab.size(1920, 1080);
        if (watched) tab.first(WATCH_CALLS);
        tab.open("http://127.0.0.1:" + hub.port() + "/tv/#token=" + hub.tokens().board());
        await(() -> tab.of("document.querySelector('.call, .message, .waiting') !== null")
                .asBoolean());
        return tab;
    }

    private static void memory(int fifth, Calls calls, ChromiumTab tab, Consumer<Figure> told) {
        calls.followed(fifth, tab);
        var early = tab.heap() / 1_024.0;
        for (var times = 2; times <= FIFTHS; times++) {
            calls.followed(fifth, tab);
            var now = tab.heap() / 1_024.0;
            told.accept(new Figure(
                    "television-heap-after-" + times * fifth + "-calls-kB",
                    now,
                    early,
                    now / early,
                    Goal.atMost(FLAT)));
        }
    }

    private static void told(Consumer<Figure> told, String name, double value, double limit) {
        told.accept(new Figure(name, value, limit, value / limit, Goal.atMost(1)));
    }

    /** One clerk who calls one visitor after the other. */
    private static final class Calls {
        private final int port;
        private final Request kiosk;
        private final Request clerk;
        private int calls;

        private Calls(BenchHub hub) {
            this.port = hub.port();
            this.kiosk = hub.kiosk();
            this.clerk = hub.clerk();
        }

        /** Milliseconds from the clerk's key to the frame with the number. */
        private double drawn(ChromiumTab tab) {
            Load.once(port, kiosk.ticket());
            var begun = System.currentTimeMillis();
            Load.once(port, clerk.verb(1, "next"));
            var at = "window.drawn['" + number(calls++) + "'] ?? 0";
            await(() -> tab.of(at).asLong() > 0);
            finish();
            return tab.of(at).asLong() - begun;
        }

        /** Calls that the page was told of, to the last. */
        private void followed(int times, ChromiumTab tab) {
            for (var call = 0; call < times; call++) {
                Load.once(port, kiosk.ticket());
                Load.once(port, clerk.verb(1, "next"));
                calls++;
                finish();
            }
            var shown =
                    "[...document.querySelectorAll('.call .number, .recent li > :nth-child(2)')].some((one) => one.textContent === '"
                            + number(calls - 1) + "')";
            await(() -> tab.of(shown).asBoolean());
        }

        private void finish() {
            Load.once(port, clerk.verb(1, "start"));
            Load.once(port, clerk.verb(1, "finish"));
        }

        /** @param ticket from 0, for one service after the other */
        private static String number(int ticket) {
            var services = BenchPlan.SERVICES;
            return "%s%03d".formatted(BenchPlan.prefix(ticket % services), ticket / services + 1);
        }
    }

    private interface Seen {
        boolean now();
    }

    private static void await(Seen seen) {
        var begun = System.nanoTime();
        while (!seen.now()) {
            if (System.nanoTime() - begun > PATIENCE_NANOS)
                throw new IllegalStateException("the page does not get there");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
