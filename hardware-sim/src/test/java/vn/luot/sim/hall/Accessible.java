package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What the rules of accessibility say of a page, as axe knows them. */
final class Accessible {
    /** In the middle of a fade, a button has a colour that nobody has chosen. */
    private static final String STILL = """
            () => Promise.allSettled(document.getAnimations()
              .filter((one) => one instanceof CSSTransition)
              .map((one) => one.finished)).then(() => null)""";

    private Accessible() {}

    /** Once nothing fades any more, there is nothing against the rules, {@code passedOver} left out. */
    static void isOpenToAll(Page page, String... passedOver) {
        page.evaluate(STILL);
        var axe = new AxeBuilder(page);
        if (passedOver.length > 0) axe.exclude(List.of(passedOver));
        var violations = axe.analyze().getViolations();
        assertThat(violations)
                .as(() -> violations.stream()
                        .map(one -> one.getId() + " " + one.getNodes())
                        .toList()
                        .toString())
                .isEmpty();
    }
}
