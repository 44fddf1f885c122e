package vn.luot.sim.hall;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterView;
import vn.luot.protocol.message.HallView;

/** A whole centre for a story, with a real browser for whoever sits in front of a screen. */
final class Stage implements AutoCloseable {
    private static final List<String> MEDIA =
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

    static final String PASSWORD = "bốn từ không liên quan";
    private static final Browser.NewContextOptions VIETNAMESE = new Browser.NewContextOptions().setLocale("vi-VN");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Centre centre;
    private final Path data;
    private final Playwright playwright;
    private final Browser browser;
    private Api administrator;
    private final Map<Page, List<String>> complaints = new HashMap<>();

    private Stage(Path data, Centre centre, Playwright playwright, Browser browser) {
        this.data = data;
        this.centre = centre;
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser of the stories: the one of this machine. */
    static Path chromium() {
        return Chromium.installed()
                .orElseThrow(
                        () -> new AssertionError("the stories need a browser on the PATH: apt-get install chromium"));
    }

    static Stage set(Path data) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        var centre = Centre.start(data, SteadyPort.free());
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(Stream.concat(Chromium.OPTIONS.stream(), MEDIA.stream())
                                .toList()));
        return new Stage(data, centre, playwright, browser);
    }

    /** A screen of its own, as another device: nothing is shared with the others. */
    Page screen(URI address) {
        var page = browser.newContext(VIETNAMESE).newPage();
        listen(page);
        // A page that shows a lively hall goes on loading pictures for ever.
        page.navigate(address.toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        return page;
    }

    Page screen(String id) {
        return screen(address(id));
    }

    URI address(String id) {
        return centre.screens().stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst()
                .orElseThrow()
                .address();
    }

    private void listen(Page page) {
        var heard = new ArrayList<String>();
        complaints.put(page, heard);
        page.onPageError(heard::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) heard.add(message.text() + " (" + message.location() + ")");
        });
    }

    /** What {@code page} failed at: its scripts, its requests, and what its security policy forbade. */
    List<String> complaints(Page page) {
        return complaints.get(page);
    }

    /** A clerk who has signed in, and an open day. */
    Api clerk(int counter) throws HubProblem, HubAway, InterruptedException {
        var clerk = Api.ofPerson(centre.hub().address());
        clerk.signIn(centre.hub().clerkName(counter), centre.hub().password());
        if (hall(clerk).day() == null) clerk.post("/api/day/open", null, Object.class);
        return clerk;
    }

    /** Somebody of another role, who has signed in. */
    Api person(Role role) throws HubProblem, HubAway, InterruptedException {
        var name = role.name().toLowerCase(Locale.ROOT);
        HubSetup.open(data.resolve("hub"), HubConfig.systemClock())
                .access()
                .addPerson(role, name, "Nguyễn Thị Minh", PASSWORD);
        var person = Api.ofPerson(centre.hub().address());
        person.signIn(name, PASSWORD);
        return person;
    }

    /** The administrator changes the plan in force. */
    void changePlan(Consumer<ObjectNode> change) throws HubProblem, HubAway, InterruptedException {
        if (administrator == null) administrator = person(Role.ADMIN);
        administrator.change("/api/plan", change);
    }

    HallView hall(Api somebody) throws HubProblem, HubAway, InterruptedException {
        return somebody.get("/api/hall", HallView.class);
    }

    /** A visitor takes a ticket for {@code service} at the kiosk, as soon as that has found its hub and its printer. */
    String takeTicket(String service) throws HubProblem, HubAway, InterruptedException {
        var kiosk = Api.ofTouchscreen(centre.kiosk());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var end = Visitors.touch(kiosk, service, "vi");
        while (end.at("/outcome").asText().equals("NOT_ISSUED") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000);
            end = Visitors.touch(kiosk, service, "vi");
        }
        if (!end.at("/outcome").asText().equals("ISSUED"))
            throw new AssertionError("no ticket for " + service + ": " + end);
        return end.at("/ticket/number").asText();
    }

    /** The ticket at the counter after the clerk's verb; absent when there is none. */
    CounterView does(Api clerk, int counter, String verb) throws HubProblem, HubAway, InterruptedException {
        return clerk.post("/api/counters/" + counter + "/" + verb, null, CounterView.class)
                .orElseThrow(() -> new AssertionError("nobody waits"));
    }

    /** Something that may have happened by now; it may be asked of the hub. */
    interface Happening {
        boolean happened() throws HubProblem, HubAway, InterruptedException;
    }

    static void await(String what, Happening happening) throws HubProblem, HubAway, InterruptedException {
        await(PATIENCE, what, happening);
    }

    static void await(Duration atMost, String what, Happening happening)
            throws HubProblem, HubAway, InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!happening.happened()) {
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
