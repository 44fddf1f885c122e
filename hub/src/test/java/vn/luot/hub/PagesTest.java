package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;

/** The screens' own files, and how the hub does in a country of other letters. */
class PagesTest {
    @TempDir
    private static Path data;

    private static RunningHub hub;

    @BeforeAll
    static void start() {
        hub = RunningHub.in(data);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clerk/", "/phone/", "/tv/", "/counter/?n=3", "/tablet/?n=3", "/t/any-token"})
    void showsAPageToAnybodyAndBindsIt(String page) {
        var answer = hub.nobody().get(page);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("ws:")
                .doesNotContain("*");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/hall", "/api/session/provider", "/health/live", "/openapi.yaml", "/nowhere", "/tv"})
    void bindsWhateverElseIsAnswered(String path) {
        var answer = hub.nobody().get(path);

        assertThat(answer.header("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @CsvSource({"/, /clerk/", "/tv, /tv/", "/counter?n=3, /counter/?n=3"})
    void leadsToThePageAndKeepsWhichOne(String asked, String page) {
        var answer = hub.nobody().get(asked);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).hasValue(page);
    }

    @Test
    void readsAddressesWhateverTheLettersOfTheMachine() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            hub.as(Role.CLERK).press(1, "finish").problem(409, "DAY_NOT_OPEN");
            assertThat(hub.as(Role.KIOSK).get("/api/hall?view=kiosk").status()).isEqualTo(200);
        } finally {
            Locale.setDefault(before);
        }
    }
}
