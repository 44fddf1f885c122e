package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.luot.board.Await.until;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.luot.board.BoardConfig.Board;
import vn.luot.board.BoardConfig.Bus;
import vn.luot.board.BoardPlan.CounterDisplay;
import vn.luot.board.BoardPlan.MainBoard;
import vn.luot.board.BoardState.Health;
import vn.luot.board.led.BoardProtocol;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.message.HardwareCondition;

class BoardAgentTest {
    private final Vertx vertx = Vertx.vertx();
    private StandInHub hub;
    private MatrixSigns signs;
    private NumericDisplays displays;
    private BoardAgent agent;

    @BeforeEach
    void start() throws IOException {
        hub = new StandInHub(vertx);
        signs = new MatrixSigns();
        displays = new NumericDisplays();
        agent = BoardAgent.start(
                vertx,
                hub.uri(),
                DeviceToken.of("a-board-token"),
                boards(),
                line -> quick(),
                Duration.ofMillis(1),
                Duration.ofMinutes(2));
        until(() -> assertThat(hub.hasListener()).isTrue());
    }

    @AfterEach
    void close() throws IOException {
        agent.close().await();
        displays.close();
        signs.close();
        hub.close();
        vertx.close().await();
    }

    @Test
    void bringsACallToTheMainBoardAndToItsCounter() {
        hub.call("A012 > 3");

        until(() -> assertThat(signs.text("01")).isEqualTo("A012 > 3"));
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));
        until(() -> assertThat(displays.digits(12)).isEqualTo("  donG"));
    }

    @Test
    void drawsWhatItMissedWhileTheHubWasAway() {
        hub.call("A012 > 3");
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));

        hub.dropEverybody();
        hub.call("B001 > 3");

        until(() -> assertThat(displays.digits(3)).isEqualTo("  b001"));
        until(() -> assertThat(signs.text("01")).isEqualTo("B001 > 3\rA012 > 3"));
    }

    @Test
    void keepsTheLastCallAndTellsTheOperatorWhileTheHubIsAway() {
        hub.call("A012 > 3");
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));

        try (var told = new Told(BoardAgent.class)) {
            hub.dropEverybody();

            until(() -> assertThat(told.lines())
                    .anyMatch(line -> line.startsWith("No hub for 0 s, the boards keep what they show: "))
                    .contains("The hub is back after 0 s; the boards are drawn again"));
        }
        // It may still blink.
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));
    }

    @Test
    void followsAHubThatWentBack() {
        hub.call("A012 > 3");
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));

        hub.becomes(Halls.quiet());
        hub.dropEverybody();

        until(() -> assertThat(displays.digits(3)).isEqualTo("  ----"));
        until(() -> assertThat(signs.text("01")).isEmpty());
    }

    @Test
    void showsTheLastCallAfterTheLineWasPulledAndPutBack() throws IOException {
        hub.call("A012 > 3");
        until(() -> assertThat(displays.digits(3)).isEqualTo("  A012"));

        displays.unplug();
        until(() -> assertThat(agent.boards().get(1).health()).isEqualTo(Health.LINE_DOWN));
        hub.call("A013 > 3");
        until(() -> assertThat(signs.text("01")).isEqualTo("A013 > 3\rA012 > 3"));
        displays.plug();

        until(() -> assertThat(displays.digits(3)).isEqualTo("  A013"));
    }

    @Test
    void tellsWhatEveryBoardShows() {
        hub.call("A012 > 3");

        until(() -> assertThat(agent.boards())
                .extracting(BoardState::address, BoardState::shows, BoardState::text, BoardState::health)
                .containsExactly(
                        tuple("01", "main", "A012 > 3", Health.SENT),
                        tuple("3", "counter:3", "A012", Health.ANSWERS),
                        tuple("12", "counter:12", "ĐÓNG", Health.ANSWERS)));
    }

    @Test
    void noBoardSeemsGoneBeforeItWasAsked() {
        until(() -> assertThat(hub.reports()).isNotEmpty());

        assertThat(hub.reports().get(0).parts())
                .hasSize(3)
                .noneMatch(part -> part.condition() == HardwareCondition.GONE);
    }

    @Test
    void refusesWhatIsNotTheAddressOfAHub() {
        assertThatThrownBy(() ->
                        BoardAgent.start(vertx, URI.create("hub:8080"), DeviceToken.of("a-board-token"), boards()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://HOST:PORT");
    }

    private BoardConfig boards() {
        return new BoardConfig(List.of(
                new Bus(signs.line(), BoardProtocol.ALPHA, List.of(new Board("01", new MainBoard(4)))),
                new Bus(
                        displays.line(),
                        BoardProtocol.MODBUS,
                        List.of(new Board("3", new CounterDisplay(3)), new Board("12", new CounterDisplay(12))))));
    }

    private static BusTiming quick() {
        return new BusTiming(
                Duration.ofNanos(1_000), Duration.ofMillis(5), Duration.ofSeconds(5), Duration.ofMillis(200));
    }
}
