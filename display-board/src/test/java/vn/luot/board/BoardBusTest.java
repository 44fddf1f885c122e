package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.board.Await.until;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardConfig.Bus;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.BoardPlan.MainBoard;
import vn.luot.board.BoardState.Health;
import vn.luot.board.led.BoardProtocol;
import vn.luot.board.led.Face;

class BoardBusTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(60);

    private final Vertx vertx = Vertx.vertx();
    private BoardBus bus;

    @AfterEach
    void close() {
        if (bus != null) bus.close().await();
        vertx.close().await();
    }

    @Test
    void bringsANumberToItsDisplay() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 2, PATIENT, NEVER);

            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A012"));
            until(() -> assertThat(displays.digits(2)).isEqualTo("  ----"));
            until(() -> assertThat(state(1).health()).isEqualTo(Health.ANSWERS));
            assertThat(state(1).text()).isEqualTo("A012");
        }
    }

    @Test
    void leavesBoardsAloneUntilTheHallIsKnown() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, PATIENT, SOON);
            until(() -> assertThat(displays.isConnected()).isTrue());

            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A012"));
            assertThat(displays.written()).first().isEqualTo("1:  A012");
        }
    }

    @Test
    void skipsNumbersThatANewerOneOvertook() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, PATIENT, NEVER);
            displays.hold(1);
            bus.show(Halls.after("A001 > 1"), Set.of());
            until(() -> assertThat(displays.written()).containsExactly("1:  A001"));

            bus.show(Halls.after("A002 > 1"), Set.of());
            bus.show(Halls.after("A003 > 1"), Set.of());
            displays.answer(1);

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A003"));
            assertThat(displays.written()).containsExactly("1:  A001", "1:  A003");
        }
    }

    @Test
    void repeatsAnUnansweredWriteOnceAndWithTheNewestNumber() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, Duration.ofSeconds(1), NEVER);
            displays.kill(1);
            bus.show(Halls.after("A001 > 1"), Set.of());
            until(() -> assertThat(displays.written()).containsExactly("1:  A001"));

            bus.show(Halls.after("A002 > 1"), Set.of());
            displays.revive(1);

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A002"));
            until(() -> assertThat(state(1).health()).isEqualTo(Health.ANSWERS));
            assertThat(displays.written()).containsExactly("1:  A001", "1:  A002");
        }
    }

    @Test
    void hearsTheAnswerThatIsOnItsWayBeforeItLetsGoOfTheLine() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, PATIENT, NEVER);
            displays.hold(1);
            bus.show(Halls.after("A001 > 1"), Set.of());
            until(() -> assertThat(displays.written()).containsExactly("1:  A001"));

            var closed = bus.close();
            displays.answer(1);
            closed.await();
            var after = state(1).health();
            bus = null;

            assertThat(after).isEqualTo(Health.ANSWERS);
        }
    }

    @Test
    void healsADisplayThatLostItsPower() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, IMPATIENT, SOON);
            bus.show(Halls.after("A012 > 1"), Set.of());
            until(() -> assertThat(state(1).health()).isEqualTo(Health.ANSWERS));

            displays.kill(1);
            until(() -> assertThat(state(1).health()).isEqualTo(Health.SILENT));
            displays.revive(1);

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A012"));
            until(() -> assertThat(state(1).health()).isEqualTo(Health.ANSWERS));
        }
    }

    @Test
    void asksOnlyAFewBeforeItKnowsThatTheWholeLineIsSilent() throws IOException {
        var all = 12;
        var writtenUntilKnown = new CompletableFuture<Integer>();
        try (var displays = new NumericDisplays()) {
            start(displays, all, Duration.ofSeconds(1), NEVER, () -> {
                var silent = bus.states().stream().filter(board -> board.health() == Health.SILENT);
                if (silent.count() == all)
                    writtenUntilKnown.complete(displays.written().size());
            });
            bus.show(Halls.after(), Set.of());
            until(() -> assertThat(bus.states()).allMatch(board -> board.health() == Health.ANSWERS));

            IntStream.rangeClosed(1, all).forEach(displays::kill);
            var written = displays.written().size();
            bus.show(board -> Face.still("8"));

            until(() -> assertThat(writtenUntilKnown).isDone());
            assertThat(writtenUntilKnown.join()).isEqualTo(written + 4);
        }
    }

    @Test
    void redrawsAtOnceWhenTheLineIsPutBack() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 2, PATIENT, NEVER);
            bus.show(Halls.after("A012 > 1"), Set.of());
            until(() -> assertThat(displays.digits(2)).isEqualTo("  ----"));

            displays.unplug();
            until(() -> assertThat(state(1).health()).isEqualTo(Health.LINE_DOWN));
            displays.kill(1);
            displays.revive(1);
            bus.show(Halls.after("A012 > 1", "B001 > 2"), Set.of());
            displays.plug();

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A012"));
            until(() -> assertThat(displays.digits(2)).isEqualTo("  b001"));
            until(() -> assertThat(state(2).health()).isEqualTo(Health.ANSWERS));
        }
    }

    @Test
    void servesTheOthersWhileOneIsSilent() throws IOException {
        try (var displays = new NumericDisplays()) {
            displays.kill(1);
            start(displays, 3, IMPATIENT, SOON);

            for (var number = 100; number < 110; number++) {
                var called = "A" + number;
                bus.show(Halls.after(called + " > 2"), Set.of());
                until(() -> assertThat(displays.digits(2)).isEqualTo("  " + called));
            }

            until(() -> assertThat(state(1).health()).isEqualTo(Health.SILENT));
            assertThat(state(1).text()).isEmpty();
            assertThat(state(2).health()).isEqualTo(Health.ANSWERS);
            assertThat(state(3).health()).isEqualTo(Health.ANSWERS);
        }
    }

    @Test
    void tellsWhyADisplayRefuses() throws IOException {
        try (var displays = new NumericDisplays()) {
            displays.refuse(1);
            start(displays, 1, PATIENT, NEVER);

            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(state(1).health()).isEqualTo(Health.REFUSES));
            assertThat(state(1).reason()).contains("exception 2");
        }
    }

    @Test
    void expectsNoAnswerFromDisplaysThatAreAllAddressed() throws IOException {
        try (var displays = new NumericDisplays()) {
            var all = new Bus(displays.line(), BoardProtocol.MODBUS, List.of(new Board("0", new CounterDisplay(1))));
            bus = BoardBus.start(vertx, all, timing(PATIENT, NEVER), () -> {});

            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(displays.digits(0)).isEqualTo("  A012"));
            until(() -> assertThat(state(1).health()).isEqualTo(Health.SENT));
        }
    }

    @Test
    void fillsAMatrixSignWithTheLastCalls() throws IOException {
        try (var signs = new MatrixSigns()) {
            startSigns(signs, NEVER);

            bus.show(Halls.after("A012 > 3", "B001 > 10"), Set.of());

            until(() -> assertThat(signs.text("01")).isEqualTo("B001 > 10\rA012 > 3"));
            until(() -> assertThat(signs.text("02")).isEqualTo("A012"));
            until(() -> assertThat(state(2).health()).isEqualTo(Health.SENT));
            assertThat(signs.pauseMillis()).as("pause after STX").isGreaterThanOrEqualTo(50);
        }
    }

    @Test
    void takesTheAnswerOfASignThatGivesOne() throws IOException {
        try (var signs = new MatrixSigns()) {
            signs.answerWith(0x15);
            startSigns(signs, SOON);
            bus.show(Halls.after("A012 > 3"), Set.of());
            until(() -> assertThat(state(1).health()).isEqualTo(Health.REFUSES));

            signs.answerWith(0x06);

            until(() -> assertThat(state(1).health()).isEqualTo(Health.ANSWERS));
        }
    }

    @Test
    void servesTheOthersWhenTheTextOfOneFails() throws IOException {
        try (var displays = new NumericDisplays();
                var told = new Told(BoardBus.class)) {
            var boards = IntStream.rangeClosed(1, 2)
                    .mapToObj(unit -> new BusBoard(
                            displays.line(),
                            BoardProtocol.MODBUS,
                            new Board("" + unit, new CounterDisplay(unit)),
                            () -> {}))
                    .toList();
            boards.get(0).close(); // from now on it fails to make a frame
            bus = BoardBus.start(vertx, displays.line(), boards, timing(PATIENT, NEVER));

            bus.show(Halls.after("A012 > 2"), Set.of());
            until(() -> assertThat(displays.digits(2)).isEqualTo("  A012"));
            bus.show(Halls.after("A012 > 1", "B001 > 2"), Set.of());

            until(() -> assertThat(displays.digits(2)).isEqualTo("  b001"));
            assertThat(told.lines())
                    .filteredOn(line -> line.contains("its text failed"))
                    .hasSize(2);
        }
    }

    /** Displays 1 to {@code count}, each at the counter of its number. */
    private void start(NumericDisplays displays, int count, Duration answer, Duration refresh) {
        start(displays, count, answer, refresh, () -> {});
    }

    private void start(NumericDisplays displays, int count, Duration answer, Duration refresh, Runnable changed) {
        var boards = IntStream.rangeClosed(1, count)
                .mapToObj(unit -> new Board("" + unit, new CounterDisplay(unit)))
                .toList();
        bus = BoardBus.start(
                vertx, new Bus(displays.line(), BoardProtocol.MODBUS, boards), timing(answer, refresh), changed);
    }

    private void startSigns(MatrixSigns signs, Duration refresh) {
        var boards = List.of(new Board("01", new MainBoard(4)), new Board("02", new CounterDisplay(3)));
        bus = BoardBus.start(
                vertx, new Bus(signs.line(), BoardProtocol.ALPHA, boards), timing(PATIENT, refresh), () -> {});
    }

    private static BusTiming timing(Duration answer, Duration refresh) {
        return new BusTiming(Duration.ofNanos(1_000), Duration.ofMillis(100), answer, refresh);
    }

    private BoardState state(int position) {
        return bus.states().get(position - 1);
    }

    @Test
    void blinksAFreshCallOnADisplayThatCannotBlinkByItself() throws IOException {
        try (var displays = new NumericDisplays()) {
            start(displays, 1, PATIENT, NEVER);

            bus.show(Halls.after("A012 > 1"), Set.of(1));
            until(() -> assertThat(displays.written()).startsWith("1:  A012", "1:      ", "1:  A012"));
            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(displays.digits(1)).isEqualTo("  A012"));
            assertThat(state(1).text()).isEqualTo("A012");
        }
    }

    @Test
    void tellsADisplayThatIsNotUnderstoodFromOneThatIsGone() throws IOException {
        try (var displays = new NumericDisplays()) {
            displays.garble(1);
            displays.kill(2);
            start(displays, 2, IMPATIENT, SOON);

            bus.show(Halls.after("A012 > 1"), Set.of());

            until(() -> assertThat(state(1).health()).isEqualTo(Health.GARBLED));
            until(() -> assertThat(state(2).health()).isEqualTo(Health.SILENT));
            assertThat(state(1).reason()).contains("two boards");
        }
    }

    @Test
    void lightsEverythingThenSaysWhoAnswers() throws Exception {
        try (var displays = new NumericDisplays()) {
            displays.kill(2);
            var boards = IntStream.rangeClosed(1, 2)
                    .mapToObj(unit -> new Board("" + unit, new CounterDisplay(unit)))
                    .toList();
            var config = new BoardConfig(List.of(new Bus(displays.line(), BoardProtocol.MODBUS, boards)));
            var out = new StringWriter();

            var well = LightAll.run(
                    vertx, config, line -> timing(IMPATIENT, NEVER), Duration.ofSeconds(1), new PrintWriter(out));

            assertThat(well).isFalse();
            assertThat(displays.written()).contains("1:888888", "1:     1", "1:      ");
            assertThat(out.toString().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("ANSWERS") && line.contains("counter:1"))
                    .anyMatch(line -> line.startsWith("SILENT") && line.contains("counter:2"));
        }
    }
}
