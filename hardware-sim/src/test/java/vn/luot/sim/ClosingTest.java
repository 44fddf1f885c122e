package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final Closing closing = new Closing();
    private final ArrayList<String> closed = new ArrayList<>();

    @Test
    void closesTheLastThatWasOpenedFirst() {
        closing.add(() -> closed.add("folder"));
        closing.add(() -> closed.add("hub"));

        closing.run();
        closing.run();

        assertThat(closed).containsExactly("hub", "folder");
    }

    @Test
    void closesTheRestWhenOneFails() {
        closing.add(() -> closed.add("folder"));
        closing.add(() -> {
            throw new IllegalStateException("stuck");
        });

        assertThatThrownBy(closing::run).hasMessage("stuck");

        assertThat(closed).containsExactly("folder");
    }
}
