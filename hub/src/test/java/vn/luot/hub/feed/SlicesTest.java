package vn.luot.hub.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final Slices slices = new Slices(loop::addLast, System::nanoTime);
    private final List<String> done = new ArrayList<>();

    @Test
    void doesPartsBeforeWhatCameLater() {
        slices.execute(() -> slices.next(List.of(() -> done.add("a1"), () -> done.add("a2"))));
        slices.execute(() -> done.add("b"));

        runTheLoop();

        assertThat(done).containsExactly("a1", "a2", "b");
    }

    @Test
    void letsOthersHaveTheirTurnBetween() {
        slices.execute(() -> slices.next(IntStream.rangeClosed(1, 5)
                .<Runnable>mapToObj(part -> () -> slowly("part " + part))
                .toList()));
        loop.addLast(() -> done.add("an answer"));

        runTheLoop();

        assertThat(done).containsSubsequence("an answer", "part 5").hasSize(6);
        assertThat(done.stream().filter(what -> what.startsWith("part")))
                .containsExactly("part 1", "part 2", "part 3", "part 4", "part 5");
    }

    @Test
    void goesOnAfterAPartThatFails() {
        slices.execute(() -> {
            throw new IllegalStateException("a bug");
        });
        slices.execute(() -> done.add("next"));

        assertThatThrownBy(this::runTheLoop).hasMessage("a bug");
        runTheLoop();

        assertThat(done).containsExactly("next");
    }

    private void slowly(String what) {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < 3_000_000) Thread.onSpinWait();
        done.add(what);
    }

    private void runTheLoop() {
        for (var task = loop.pollFirst(); task != null; task = loop.pollFirst()) task.run();
    }
}
