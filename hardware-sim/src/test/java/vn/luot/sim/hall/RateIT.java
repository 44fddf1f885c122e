package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.CounterState;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.TicketView;
import vn.luot.protocol.message.Vote;

/** Story (c): who was served touches a face, once. */
@Timeout(300)
class RateIT {
    @TempDir
    private static Path data;

    private static Stage stage;
    private static HubLink link;
    private static final Chronicle CHRONICLE = new Chronicle();

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        var hub = stage.centre.hub();
        link = new HubLink(stage.centre.vertx(), hub.address(), hub.boardToken(), "board", CHRONICLE);
        link.start();
        Stage.await("the chronicle has begun", CHRONICLE::connected);
    }

    @AfterAll
    static void strike() {
        link.close().await();
        stage.close();
    }

    @Test
    void aFaceIsOneVoteForTheTicketThatWasServed() throws Exception {
        var clerk = stage.clerk(1);
        stage.does(clerk, 1, "open");
        var tablet = stage.screen("tablet-1");
        var number = stage.takeTicket("dat-dai.nop");
        stage.does(clerk, 1, "next");
        assertThat(tablet.locator(".ticket.called .number")).hasText(number);
        stage.does(clerk, 1, "start");
        assertThat(tablet.locator(".ticket.serving .number")).hasText(number);

        stage.does(clerk, 1, "finish");
        var served = toRate(1).orElseThrow();
        tablet.locator("button.level").first().click();

        assertThat(tablet.locator("h1")).containsText("cảm ơn");
        Stage.await("the vote is kept", () -> toRate(1).isEmpty());
        assertThatThrownBy(() ->
                        device(1).post("/api/ratings", new Vote(served.token(), 5, List.of(), null), Object.class))
                .isInstanceOfSatisfying(
                        HubProblem.class, no -> assertThat(no.problem().code()).isEqualTo("ALREADY_RATED"));
        assertThat(stage.complaints(tablet)).isEmpty();
    }

    @Test
    void aLowScoreIsAskedForItsReasons() throws Exception {
        serve(2);
        var tablet = stage.screen("tablet-2");

        tablet.locator("button.level").last().click();
        chooseReason(tablet);
        tablet.fill(".reasons textarea", "Chờ lâu quá");
        tablet.locator(".reasons button.primary").click();

        assertThat(tablet.locator("h1")).containsText("cảm ơn");
        Stage.await("the vote is kept", () -> toRate(2).isEmpty());
    }

    @Test
    void aVotePressedWhileTheHubIsAwayCountsOnceItIsBackAndOnlyOnce() throws Exception {
        serve(3);
        var served = toRate(3).orElseThrow();
        var tablet = stage.screen("tablet-3");
        pressFaceWhileTheHubIsAway(tablet);
        assertThat(votesFor(served)).isZero();

        tablet.context().setOffline(false);

        Stage.await("the vote is kept", () -> toRate(3).isEmpty());
        reload(tablet);
        assertThat(tablet.locator("button.level")).hasCount(0);
        assertCountsOnce(served, 3);
    }

    @Test
    void aVotePressedWhileTheHubIsAwayOutlivesAReload() throws Exception {
        serve(4);
        var served = toRate(4).orElseThrow();
        var tablet = stage.screen("tablet-4");
        pressFaceWhileTheHubIsAway(tablet);

        assertThatThrownBy(tablet::reload).isInstanceOf(PlaywrightException.class);
        assertThat(votesFor(served)).isZero();
        tablet.context().setOffline(false);
        reload(tablet);

        Stage.await("the vote is kept", () -> toRate(4).isEmpty());
        assertCountsOnce(served, 4);
    }

    @Test
    void whoWritesDownReasonsIsNotInterruptedByTheNextCall() throws Exception {
        serve(5);
        var served = toRate(5).orElseThrow();
        var tablet = stage.screen("tablet-5");
        tablet.locator("button.level").last().click();
        chooseReason(tablet);
        tablet.fill(".reasons textarea", "Chờ lâu");
        assertThat(tablet.locator(".desk .clerk")).hasText("Cán bộ quầy 5");

        stage.takeTicket(serviceOf(5));
        var next = stage.does(stage.clerk(5), 5, "next").ticket().number();

        assertThat(tablet.locator(".desk .next")).containsText(next);
        assertThat(tablet.locator(".reasons textarea")).hasValue("Chờ lâu");
        tablet.fill(".reasons textarea", "Chờ lâu quá");
        tablet.locator(".reasons button.primary").click();
        assertThat(tablet.locator("h1")).containsText("cảm ơn");
        Stage.await("the vote counts", () -> votesFor(served) == 1);
        assertThat(kept(served, "comment")).isEqualTo("Chờ lâu quá");
        assertThat(stage.complaints(tablet)).isEmpty();
    }

    @Test
    void whoLeavesInTheMiddleKeepsWhatWasAnswered() throws Exception {
        serve(6);
        var served = toRate(6).orElseThrow();
        var tablet = stage.screen("tablet-6");
        tablet.locator("button.level").last().click();
        chooseReason(tablet);

        tablet.clock().install();
        tablet.clock().fastForward(31_000);

        assertThat(tablet.locator("h1")).containsText("cảm ơn");
        Stage.await("the vote counts", () -> votesFor(served) == 1);
        assertThat(kept(served, "reasons")).isNotEmpty();
    }

    @Test
    void theScaleIsThePlans() throws Exception {
        serve(7);
        var tablet = stage.screen("tablet-7");
        assertThat(tablet.locator("button.level")).hasCount(5);

        stage.changePlan(plan -> {
            var levels = ((ObjectNode) plan.get("rating")).putArray("levels");
            levels.addObject()
                    .put("score", 5)
                    .putObject("name")
                    .put("vi", "Đơn giản")
                    .put("en", "Simple");
            levels.addObject()
                    .put("score", 3)
                    .putObject("name")
                    .put("vi", "Cần giảm giấy tờ")
                    .put("en", "Fewer papers");
            levels.addObject()
                    .put("score", 1)
                    .putObject("name")
                    .put("vi", "Phức tạp")
                    .put("en", "Complicated");
        });

        assertThat(tablet.locator("button.level")).hasText(new String[] {"Đơn giản", "Cần giảm giấy tờ", "Phức tạp"});
        tablet.locator("button.level").first().click();
        assertThat(tablet.locator("h1")).containsText("cảm ơn");
        Stage.await("the vote is kept", () -> toRate(7).isEmpty());
    }

    /** The tablet hears nothing for a moment after the face: the second tap of a double tap presses no reason. */
    static void chooseReason(Page tablet) throws Exception {
        var reason = tablet.locator(".reasons button.tile").first();
        Stage.await("the reason is chosen", () -> {
            if (reason.getAttribute("aria-pressed").equals("true")) return true;
            reason.click();
            return false;
        });
    }

    private static void pressFaceWhileTheHubIsAway(Page tablet) {
        tablet.locator("button.level").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        tablet.context().setOffline(true);
        tablet.locator("button.level").first().click();
        assertThat(tablet.locator("h1")).containsText("cảm ơn");
    }

    /** Waits until the tablet has heard the hub, which is when it brings the votes that it still has. */
    private static void reload(Page tablet) {
        tablet.reload();
        assertThat(tablet.locator("h1")).hasText("Xin chào quý khách");
    }

    private static void assertCountsOnce(TicketView served, int counter) throws Exception {
        assertThatThrownBy(() -> device(counter)
                        .post("/api/ratings", new Vote(served.token(), 1, List.of(), null), Object.class))
                .isInstanceOfSatisfying(
                        HubProblem.class, no -> assertThat(no.problem().code()).isEqualTo("ALREADY_RATED"));
        // A step that comes after any other vote.
        stage.does(stage.clerk(counter), counter, "close");
        Stage.await("the counter is closed", () -> isClosed(counter));
        assertThat(votesFor(served)).isEqualTo(1);
    }

    private static boolean isClosed(int counter) {
        return CHRONICLE.hall().counters().stream()
                .anyMatch(view -> view.id() == counter && view.state() == CounterState.CLOSED);
    }

    /** How many the hub has counted. */
    private static long votesFor(TicketView served) {
        return CHRONICLE.lately().stream()
                .filter(step -> step.kind() == StepKind.RATED && step.ticket().id() == served.id())
                .count();
    }

    private static void serve(int counter) throws Exception {
        var clerk = stage.clerk(counter);
        stage.does(clerk, counter, "open");
        stage.takeTicket(serviceOf(counter));
        stage.does(clerk, counter, "next");
        stage.does(clerk, counter, "start");
        stage.does(clerk, counter, "finish");
    }

    /** What the journal has of a vote. */
    private static String kept(TicketView served, String column) throws SQLException {
        try (var store = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("hub/luot.db"));
                var asked = store.prepareStatement("SELECT " + column + " FROM ticket WHERE id = " + served.id());
                var found = asked.executeQuery()) {
            return found.getString(1);
        }
    }

    private static String serviceOf(int counter) {
        return stage.centre.hub().plan().counters().get(counter - 1).services().get(0);
    }

    private static Api device(int counter) {
        return Api.ofDevice(stage.centre.hub().address(), stage.centre.hub().tabletToken(counter));
    }

    /** The ticket that the tablet asks to rate. */
    private static Optional<TicketView> toRate(int counter) throws HubProblem, HubAway, InterruptedException {
        return device(counter).get("/api/hall?view=tablet/" + counter, HallView.class).counters().stream()
                .filter(view -> view.id() == counter)
                .findFirst()
                .map(view -> view.toRate());
    }
}
