package vn.luot.sim.hall;

import com.microsoft.playwright.Page;

/** How high letters are on a real screen: what is read from far needs a capital of 1/250 of the way, 40 mm from 10 m. */
final class Capitals {
    /** The height of a television of 55 inches, and of a screen of 24 inches. */
    static final int TELEVISION_MM = 685;

    static final int COUNTER_DISPLAY_MM = 299;

    private static final String MEASURE = """
            (element) => {
              const paint = document.createElement("canvas").getContext("2d");
              paint.font = getComputedStyle(element).font;
              return paint.measureText("H").actualBoundingBoxAscent / innerHeight;
            }
            """;

    private Capitals() {}

    /** @return millimetres of a capital of the first element there, on a screen that is so high */
    static double millimetres(Page page, String selector, int screen) {
        var share = (Number) page.locator(selector).first().evaluate(MEASURE);
        return share.doubleValue() * screen;
    }
}
