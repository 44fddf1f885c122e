package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Story (b): a clerk presses one key, and the whole hall knows who comes next. */
@Timeout(300)
class CallNextIT {
    @TempDir
    private static Path data;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void oneKeyLightsTheBoardsAndIsShownAndSpokenOnTheTelevision() throws Exception {
        stage.clerk(1);
        var number = stage.takeTicket("dat-dai.nop");
        var television = stage.screen("tv");
        var clerk = signedIn(1);
        clerk.locator("ul.counters button.tile").first().click();
        assertThat(clerk.locator("[data-mode=free]")).isVisible();
        // The feed may tell of the open counter before the hub answers the clerk, whose page asks one thing a time.
        assertThat(clerk.locator("button.primary.huge")).isEnabled();

        clerk.keyboard().press("Enter");

        assertThat(clerk.locator("[data-mode=called] .number")).hasText(number);
        Stage.await("the main board is lit", () -> board().equals(number + " > 1"));
        Stage.await("the counter's display is lit", () -> display(1).equalsIgnoreCase(number));
        assertThat(television.locator("section.call .number")).hasText(number);
        television.waitForFunction("document.querySelector('[data-speaking]').dataset.speaking !== ''");
        assertThat(television.locator("[data-speaking]").getAttribute("data-speaking"))
                .isEqualTo(SpokenCall.of(number, 1));
        assertThat(stage.complaints(television)).isEmpty();
        assertThat(stage.complaints(clerk)).isEmpty();
    }

    @Test
    void aBoardThatWasPulledOutAndPutBackShowsTheLastCall() throws Exception {
        var clerk = stage.clerk(2);
        stage.does(clerk, 2, "open");
        stage.takeTicket("dat-dai.nop");
        stage.takeTicket("dat-dai.nop");
        var first = stage.does(clerk, 2, "next").ticket().number();
        Stage.await("the first call is lit", () -> board().startsWith(first + " > 2"));

        stage.centre.hardware().signLine().unplug();
        stage.centre.hardware().sign().powerCycle();
        stage.does(clerk, 2, "start");
        stage.does(clerk, 2, "finish");
        var second = stage.does(clerk, 2, "next").ticket().number();
        assertThat(board()).isEmpty();
        stage.centre.hardware().signLine().plugIn();

        Stage.await("the second call is lit", () -> board().startsWith(second + " > 2"));
        var newest = stage.hall(clerk).calls().get(0);
        assertThat(board()).startsWith(newest.number() + " > " + newest.counter());
    }

    @Test
    void aDisplayThatLostItsPowerShowsItsCounterAgain() throws Exception {
        var clerk = stage.clerk(3);
        stage.does(clerk, 3, "open");
        var display = stage.centre.hardware().display(3);
        Stage.await("the counter is shown open", () -> display.text().contains("----"));

        display.powerCycle();

        Stage.await("it is drawn again", () -> display.text().contains("----"));
    }

    private static Page signedIn(int counter) {
        var page = stage.screen("clerk");
        page.fill("input[name=name]", stage.centre.hub().clerkName(counter));
        page.fill("input[name=password]", stage.centre.hub().password());
        page.keyboard().press("Enter");
        return page;
    }

    private static String board() {
        return stage.centre.hardware().sign().lit().text();
    }

    private static String display(int counter) {
        return stage.centre.hardware().display(counter).text().strip();
    }
}
