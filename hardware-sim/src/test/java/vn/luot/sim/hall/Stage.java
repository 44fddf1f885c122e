package vn.luot.sim.hall;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;

/** A whole centre for a story, with a real browser for whoever sits in front of a screen. */
final class Stage implements AutoCloseable {
    private static final List<String> BROWSER = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    final Centre centre;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Stage(Centre centre, Playwright playwright, Browser browser) {
        this.centre = centre;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Stage set(Path data) throws IOException {
        var centre = Centre.start(data, 0);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(BROWSER));
        return new Stage(centre, playwright, browser);
    }

    /** A screen of its own, as another device: nothing is shared with the others. */
    Page screen(URI address) {
        var page = browser.newContext().newPage();
        page.onPageError(complaints::add);
        // A page that shows a lively hall goes on loading pictures for ever.
        page.navigate(address.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        return page;
    }

    Page screen(String id) {
        return screen(centre.screens().stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst()
                .orElseThrow()
                .address());
    }

    /** What the pages' scripts failed at. */
    List<String> complaints() {
        return complaints;
    }

    /** A clerk who has signed in, and an open day. */
    Api clerk(int counter) throws HubProblem, HubAway, InterruptedException {
        var clerk = Api.ofPerson(centre.hub().address());
        clerk.signIn(centre.hub().clerkName(counter), centre.hub().password());
        if (hall(clerk).day() == null) clerk.post("/api/day/open", null, Object.class);
        return clerk;
    }

    HallView hall(Api somebody) throws HubProblem, HubAway, InterruptedException {
        return somebody.get("/api/hall", HallView.class);
    }

    /** A visitor takes a ticket for {@code service} at the kiosk. */
    String takeTicket(String service) throws HubProblem, HubAway, InterruptedException {
        var kiosk = Api.ofTouchscreen(centre.kiosk());
        for (var tries = 0; tries < 100; tries++) {
            var end = Visitors.touch(kiosk, service, "vi");
            if (end.at("/outcome").asText().equals("ISSUED"))
                return end.at("/ticket/number").asText();
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("the kiosk issues no ticket for " + service);
    }

    /** The ticket at the counter after the clerk's verb; absent when there is none. */
    CounterView does(Api clerk, int counter, String verb) throws HubProblem, HubAway, InterruptedException {
        return clerk.post("/api/counters/" + counter + "/" + verb, null, CounterView.class)
                .orElseThrow(() -> new AssertionError("nobody waits"));
    }

    static void await(String what, BooleanSupplier happened) {
        await(Duration.ofSeconds(15), what, happened);
    }

    static void await(Duration atMost, String what, BooleanSupplier happened) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("did not happen: " + what);
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        centre.close();
    }
}
