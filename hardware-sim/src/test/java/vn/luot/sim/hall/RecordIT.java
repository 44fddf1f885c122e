package vn.luot.sim.hall;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;

/** A manager gives the hall a voice of its own, with the browser's microphone. */
@Timeout(300)
class RecordIT {
    private static final String PASSWORD = "nam con ga trong";

    @TempDir
    private static Path data;

    private static Stage stage;

    @BeforeAll
    static void set() throws Exception {
        stage = Stage.set(data);
        HubSetup.open(data.resolve("hub"), HubConfig.systemClock())
                .access()
                .addPerson(Role.MANAGER, "hoa", "Chị Hoa", PASSWORD);
    }

    @AfterAll
    static void strike() {
        stage.close();
    }

    @Test
    void recordsAClipHearsItAndGoesBackToTheShippedVoice() {
        var page = signedIn("hoa", PASSWORD);
        var please = page.locator("[data-clip=please]");
        assertThat(please.locator(".words")).hasText("Xin mời số thứ tự");

        please.locator("button", new Locator.LocatorOptions().setHasText("Ghi âm"))
                .click();
        assertThat(please).hasClass("recording");

        // It ends by itself; the browser's microphone for tests beeps.
        assertThat(please.locator(".chip"))
                .hasText("của trung tâm", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(data.resolve("hub/voice/vi/please.wav")).exists().isNotEmptyFile();

        page.fill("input[name=number]", "a025");
        page.locator(".hear button").click();
        assertThat(page.locator(".heard")).hasText("Xin mời số thứ tự A không hai mươi lăm, đến quầy số ba");

        please.locator("button", new Locator.LocatorOptions().setHasText("Bỏ")).click();
        assertThat(please.locator(".chip"))
                .hasText("có sẵn", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        assertThat(Files.exists(data.resolve("hub/voice/vi/please.wav"))).isFalse();
        assertThat(stage.complaints(page)).isEmpty();
    }

    @Test
    void aClerkIsToldThatRecordingIsNotTheirs() {
        var page = signedIn(stage.centre.hub().clerkName(1), stage.centre.hub().password());

        assertThat(page.locator(".note")).containsText("Chỉ lãnh đạo và quản trị");
    }

    private static Page signedIn(String name, String password) {
        var page = stage.screen(stage.centre.hub().address().resolve("/record/"));
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", password);
        page.keyboard().press("Enter");
        return page;
    }
}
