package vn.luot.kiosk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The kiosk's page with the picture that it draws first in it: on a slow kiosk PC, asking for it takes longer than drawing. */
final class OpeningPage {
    private static final String FILE = "/web/kiosk/kiosk.html";
    private static final String PLACE = "<script type=\"application/json\" id=\"state\">";

    private final String before;
    private final String after;

    OpeningPage() {
        var page = file();
        var place = page.indexOf(PLACE) + PLACE.length();
        if (place < PLACE.length()) throw new IllegalStateException(FILE + " has no place for the state");
        before = page.substring(0, place);
        after = page.substring(place);
    }

    /** @param state as JSON; no name in it can end the element that it stands in */
    String with(String state) {
        return before + state.replace("<", "\\u003c") + after;
    }

    private static String file() {
        try (var page = OpeningPage.class.getResourceAsStream(FILE)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
