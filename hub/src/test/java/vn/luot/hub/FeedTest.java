package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.FeedMessage.Beat;
import vn.luot.protocol.message.FeedMessage.Live;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.ServiceView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;

/** What listeners hear over a real socket. */
class FeedTest {
    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private FeedListener board() {
        return FeedListener.of(hub.as(Role.BOARD), "view=board");
    }

    // What is heard.

    @Test
    void greetsWithTheWholeHall() {
        hub.as(Role.KIOSK).take("land");

        try (var board = board()) {
            var hall = board.hall();

            assertThat(hall.seq()).isEqualTo(3);
            assertThat(hall.day()).hasToString("2026-11-23");
            assertThat(hall.services()).extracting(ServiceView::waiting).containsExactly(1, 0, 0);
            assertThat(hall.counters()).extracting("clerk").containsExactly("Chị Lan", null);
        }
    }

    @Test
    void tellsEverybodyEveryStepInOrder() {
        try (var board = board();
                var lan = FeedListener.of(hub.as(Role.CLERK), "view=hall");
                var other = board()) {
            for (var listener : List.of(board, lan, other)) listener.hall();

            serve("land");

            for (var listener : List.of(board, lan, other)) {
                assertThat(steps(listener, 4))
                        .extracting(StepView::kind)
                        .containsExactly(StepKind.ISSUED, StepKind.CALLED, StepKind.STARTED, StepKind.FINISHED);
            }
        }
    }

    @Test
    void leadsEveryListenerToTheSameHall() {
        try (var lan = FeedListener.of(hub.as(Role.CLERK), "view=hall")) {
            var hall = lan.hall();

            serve("land");
            serve("land");
            for (var step : steps(lan, 8)) hall = hall.after(step);

            var truth = hub.as(Role.CLERK).get("/api/hall?view=hall").as(HallView.class);
            assertThat(hall).isEqualTo(truth);
        }
    }

    @Test
    void tellsACounterOnlyWhatConcernsIt() {
        try (var desk = FeedListener.of(hub.as(Role.BOARD), "view=counter/2")) {
            assertThat(desk.hall().counters()).extracting("id").containsExactly(2);

            serve("land");
            hub.person(Role.CLERK, "minh", "Anh Minh").press(2, "open");

            assertThat(desk.step().kind()).isEqualTo(StepKind.ISSUED);
            var opened = desk.step();
            assertThat(opened.kind()).isEqualTo(StepKind.COUNTER_OPENED);
            assertThat(opened.counter().id()).isEqualTo(2);
        }
    }

    @Test
    void handsTheTokenOnlyToTheTabletThatAsksForAVote() {
        try (var tablet = FeedListener.of(hub.as(Role.TABLET), "view=tablet/1");
                var otherTablet = FeedListener.of(hub.as(Role.TABLET), "view=tablet/2");
                var board = board();
                var lan = FeedListener.of(hub.as(Role.CLERK), "view=hall");
                var kiosk = FeedListener.of(hub.as(Role.KIOSK), "view=kiosk")) {
            var all = List.of(tablet, otherTablet, board, lan, kiosk);
            all.forEach(FeedListener::hall);

            var token = serve("land");
            var heardByTablet = steps(tablet, 4);
            // A last step that all hear, so that all before has been said.
            hub.as(Role.KIOSK).take("maps");
            for (var listener : all) {
                while (!listener.step().service().id().equals("maps"))
                    assertThat(listener.heard()).isNotEmpty();
            }

            assertThat(heardByTablet.get(3).counter().toRate().token()).isEqualTo(token);
            assertThat(tablet.heard()).filteredOn(text -> text.contains(token)).hasSize(1);
            for (var listener : List.of(otherTablet, board, lan, kiosk)) {
                assertThat(listener.heard()).noneMatch(text -> text.contains(token));
            }
            try (var late = FeedListener.of(hub.as(Role.TABLET), "view=tablet/1")) {
                assertThat(late.hall().counters().get(0).toRate().token()).isEqualTo(token);
            }
        }
    }

    @Test
    void beatsWithTheLastStepAlsoAfterARestart() {
        hub = hub.restarted();
        try (var board = board()) {
            var hall = board.hall();

            assertThat(hall.seq()).isEqualTo(2);
            assertThat(board.next()).isEqualTo(new Beat(2, hall.at()));
        }
    }

    // Who comes back.

    @Test
    void tellsAReturningListenerWhatWasMissedAsThePast() {
        var last = missedThreeTickets();

        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=" + last)) {
            for (var missed = 1; missed <= 3; missed++) {
                var again = board.next(Live.class);
                assertThat(again.live()).isFalse();
                assertThat(again.step().seq()).isEqualTo(last + missed);
            }
            assertThat(board.next())
                    .isInstanceOfSatisfying(
                            Beat.class, beat -> assertThat(beat.seq()).isEqualTo(last + 3));

            hub.as(Role.KIOSK).take("land");
            assertThat(board.step().seq()).isEqualTo(last + 4);
        }
    }

    private long missedThreeTickets() {
        try (var board = board()) {
            board.hall();
            hub.as(Role.KIOSK).take("land");
            var last = board.step().seq();
            IntStream.range(0, 3).forEach(ticket -> hub.as(Role.KIOSK).take("land"));
            return last;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "x", "", "999999999999999999999999"})
    void showsTheWholeHallToWhoeverKnowsAnotherPast(String since) {
        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=" + since)) {
            assertThat(board.hall().seq()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&epoch=2", "&epoch=x"})
    void showsTheWholeHallToWhoeverKnowsAnotherLifeOfTheStore(String epoch) {
        var last = missedThreeTickets();

        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&since=" + last + epoch)) {
            assertThat(board.hall().seq()).isEqualTo(last + 3);
        }
    }

    @Test
    void showsTheWholeHallAfterARestart() {
        hub = hub.restarted();
        hub.as(Role.KIOSK).take("land");

        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=1")) {
            assertThat(board.hall().seq()).isEqualTo(3);
        }
    }

    @Test
    void showsTheWholeHallToWhoeverHeardThatADayBeganAndNotHow() {
        hub.as(Role.CLERK).press(1, "close");
        hub.as(Role.CLERK).post("/api/day/close", null);
        hub.clock().set("2026-11-24T08:00");
        var clerk = hub.person(Role.CLERK, "minh", "Anh Minh");
        clerk.post("/api/day/open", null);
        hub.as(Role.KIOSK).take("land");

        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=4")) {
            assertThat(board.hall().seq()).isEqualTo(6);
        }
    }

    @Test
    void showsTheWholeHallToWhoeverMissedANewDay() {
        var last = missedThreeTickets();
        hub.as(Role.CLERK).press(1, "close");
        hub.as(Role.CLERK).post("/api/day/close", null);
        hub.clock().set("2026-11-24T08:00");
        // Yesterday's session has ended.
        hub.person(Role.CLERK, "minh", "Anh Minh").post("/api/day/open", null);

        try (var board = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=" + last)) {
            var hall = board.hall();
            assertThat(hall.day()).hasToString("2026-11-24");
            assertThat(hall.services()).extracting(ServiceView::waiting).containsOnly(0);
            assertThat(hall.services()).extracting(ServiceView::open).contains(true);
        }
    }

    // When more changes than one step says.

    @Test
    void showsTheWholeHallWhenTheDayChanges() {
        try (var board = board()) {
            board.hall();
            hub.as(Role.CLERK).press(1, "close");
            hub.as(Role.CLERK).post("/api/day/close", null);

            assertThat(board.step().kind()).isEqualTo(StepKind.COUNTER_CLOSED);
            assertThat(board.step().kind()).isEqualTo(StepKind.DAY_CLOSED);
            var evening = board.hall();
            assertThat(evening.day()).isNull();
            assertThat(evening.services()).extracting(ServiceView::open).containsOnly(false);
        }
    }

    @Test
    void showsTheWholeHallWhenTheClockOpensAService() {
        try (var board = board()) {
            assertThat(board.hall().services()).extracting(ServiceView::open).containsExactly(true, true, false);

            hub.clock().set("2026-11-23T13:30");

            assertThat(hallWithOpen(board, true, true, true).at()).hasToString("2026-11-23T13:30+07:00");
            hub.clock().set("2026-11-23T17:00");
            hallWithOpen(board, false, false, false);
        }
    }

    private static HallView hallWithOpen(FeedListener listener, Boolean... open) {
        var hall = listener.hall();
        while (!hall.services().stream().map(ServiceView::open).toList().equals(List.of(open))) hall = listener.hall();
        return hall;
    }

    // Crowds and the slow.

    @Test
    void keepsListenersThroughARush() {
        var rush = 2_000;
        try (var board = board()) {
            var hall = board.hall();

            takeAtOnce(rush);

            assertThat(steps(board, rush))
                    .extracting(StepView::seq)
                    .containsExactlyElementsOf(LongStream.rangeClosed(hall.seq() + 1, hall.seq() + rush)
                            .boxed()
                            .toList());
            try (var late = FeedListener.of(hub.as(Role.BOARD), "view=board&epoch=1&since=" + (hall.seq() + 1))) {
                for (var missed = 1; missed < rush; missed++) {
                    assertThat(late.next(Live.class).step().seq()).isEqualTo(hall.seq() + 1 + missed);
                }
            }
        }
    }

    @Test
    void missesNoStepForWhoeverJoinsInTheRush() {
        var rush = 600;
        var taken = CompletableFuture.runAsync(() -> takeAtOnce(rush));
        var joined = new ArrayList<FeedListener>();
        while (!taken.isDone()) joined.add(board());

        taken.join();
        var last = 2L + rush;
        for (var listener : joined) {
            try (listener) {
                var seq = listener.hall().seq();
                while (seq < last) assertThat(listener.step().seq()).isEqualTo(++seq);
            }
        }
    }

    @Test
    void losesNoStepWhileTheWholeHallIsShown() {
        var lan = hub.as(Role.CLERK);
        lan.press(1, "close");
        try (var board = board()) {
            var seq = board.hall().seq();

            var taken = CompletableFuture.runAsync(() -> tryToTake(200));
            while (!taken.isDone()) {
                lan.post("/api/day/close", null).as(HallView.class);
                lan.post("/api/day/open", null).as(HallView.class);
            }
            taken.join();

            var last = lan.get("/api/hall").as(HallView.class).seq();
            while (seq < last) {
                if (board.next() instanceof Live live)
                    assertThat(live.step().seq()).isEqualTo(++seq);
            }
        }
    }

    /** The day may be closed just then. */
    private void tryToTake(int tickets) {
        var kiosk = hub.as(Role.KIOSK);
        IntStream.range(0, tickets).forEach(any -> kiosk.take(Caller.freshKey(), "land"));
    }

    @Test
    void letsGoWhoeverDoesNotRead() throws IOException {
        hub.close();
        hub = RunningHub.in(data.resolve("vast"), RunningHub.vastPlan());
        try (var deaf = DeafListener.of(hub.as(Role.BOARD), "view=counter/1");
                var board = board();
                var desk = FeedListener.of(hub.as(Role.BOARD), "view=counter/1")) {
            var lan = hub.as(Role.CLERK);
            board.hall();
            desk.hall();

            for (var day = 0; day < DeafListener.DAYS_TOO_MANY; day++) {
                lan.post("/api/day/open", null).as(HallView.class);
                lan.post("/api/day/close", null).as(HallView.class);
                for (var listener : List.of(board, desk)) {
                    hearUntil(listener, StepKind.DAY_OPENED);
                    hearUntil(listener, StepKind.DAY_CLOSED);
                }
            }

            assertThat(deaf.closeCode()).isEqualTo(1013);
        }
    }

    private static void hearUntil(FeedListener listener, StepKind kind) {
        while (!(listener.next() instanceof Live live && live.step().kind() == kind)) {
            assertThat(listener.heard()).isNotEmpty();
        }
    }

    // Who is not let in.

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            hello                                       | BAD_HELLO        | 4400
            {}                                          | BAD_HELLO        | 4400
            null                                        | BAD_HELLO        | 4400
            ``                                          | BAD_HELLO        | 4400
            {"type":"hello"}                            | BAD_HELLO        | 4400
            {"type":"hello","version":1,"x":1}          | BAD_HELLO        | 4400
            {"type":"hello","version":"1"}              | BAD_HELLO        | 4400
            {"type":"beat","seq":1}                     | BAD_HELLO        | 4400
            {"type":"hello","version":3}                | UPGRADE_REQUIRED | 4426
            {"type":"hello","version":0,"token":"x"}    | UPGRADE_REQUIRED | 4426
            {"type":"hello","version":1}                | NOT_SIGNED_IN    | 4401
            {"type":"hello","version":2}                | NOT_SIGNED_IN    | 4401
            {"type":"hello","version":1,"token":""}     | NOT_SIGNED_IN    | 4401
            {"type":"hello","version":1,"token":"x"}    | NOT_SIGNED_IN    | 4401
            """)
    void refusesABadHello(String hello, String code, int closeCode) {
        try (var listener = FeedListener.silent(hub.nobody(), "view=board").say(hello)) {
            assertThat(listener.refusedWith(code)).isEqualTo(closeCode);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "KIOSK,  board,     ROLE_NOT_ALLOWED, 4403",
        "KIOSK,  tablet/1,  ROLE_NOT_ALLOWED, 4403",
        "BOARD,  tablet/1,  ROLE_NOT_ALLOWED, 4403",
        "BOARD,  hall,      ROLE_NOT_ALLOWED, 4403",
        "TABLET, counter/1, ROLE_NOT_ALLOWED, 4403",
        "CLERK,  tablet/1,  ROLE_NOT_ALLOWED, 4403",
        "ADMIN,  kiosk,     ROLE_NOT_ALLOWED, 4403",
        "BOARD,  walls,     VIEW_UNKNOWN,     4400",
        "BOARD,  counter/0, VIEW_UNKNOWN,     4400",
    })
    void refusesAViewThatIsNotForTheRole(Role role, String view, String code, int closeCode) {
        try (var listener = FeedListener.of(hub.as(role), "view=" + view)) {
            assertThat(listener.refusedWith(code)).isEqualTo(closeCode);
        }
    }

    @Test
    void refusesBytesAndASecondMessage() {
        try (var bytes = FeedListener.silent(hub.as(Role.BOARD), "view=board").say((byte) 0, (byte) 0xff);
                var chatty = board()) {
            chatty.hall();
            chatty.hello(hub.as(Role.BOARD));

            assertThat(bytes.refusedWith("BAD_HELLO")).isEqualTo(4400);
            assertThat(chatty.refusedWith("BAD_HELLO")).isEqualTo(4400);
        }
    }

    @Test
    void refusesAMessageOfMoreThan64KiB() {
        try (var listener =
                FeedListener.silent(hub.as(Role.BOARD), "view=board").say("x".repeat(70_000))) {
            assertThat(listener.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void shakesNoHandWithAForeignPage() {
        var lan = hub.as(Role.CLERK);
        assertThatThrownBy(() -> FeedListener.silent(lan, "view=hall", "Origin", "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        try (var own = FeedListener.silent(lan, "view=hall", "Origin", "http://localhost:" + hub.port())) {
            assertThat(own.hello(lan).hall().seq()).isEqualTo(2);
        }
    }

    @Test
    void endsWithTheSessionAndWithTheDevice() {
        var lan = hub.person(Role.CLERK, "hoa", "Chị Hoa");
        var admin = hub.as(Role.ADMIN);
        var token = admin.post("/api/devices", "{\"name\":\"B9\",\"role\":\"BOARD\"}")
                .as(Map.class)
                .get("token")
                .toString();
        var board = hub.stranger(token, false);
        try (var person = FeedListener.of(lan, "view=hall");
                var device = FeedListener.of(board, "view=board")) {
            person.hall();
            device.hall();

            lan.send("DELETE", "/api/session", null);
            admin.send("DELETE", "/api/devices/B9", null);

            assertThat(person.refusedWith("NOT_SIGNED_IN")).isEqualTo(4401);
            assertThat(device.refusedWith("NOT_SIGNED_IN")).isEqualTo(4401);
        }
        try (var device = FeedListener.of(board, "view=board")) {
            assertThat(device.refusedWith("DEVICE_REVOKED")).isEqualTo(4401);
        }
    }

    @Test
    void refusesARequestThatIsNoHandshake() {
        hub.as(Role.BOARD).get("/feed?view=board").problem(400, "BAD_REQUEST");
    }

    private static List<StepView> steps(FeedListener listener, int count) {
        return IntStream.range(0, count).mapToObj(any -> listener.step()).toList();
    }

    /** A ticket from taking to finishing at counter 1; answers its token. */
    private String serve(String service) {
        var token = hub.as(Role.KIOSK).take(service).token();
        for (var verb : List.of("next", "start", "finish")) hub.as(Role.CLERK).press(1, verb);
        return token;
    }

    private void takeAtOnce(int tickets) {
        var kiosk = hub.as(Role.KIOSK);
        IntStream.range(0, tickets).parallel().forEach(any -> kiosk.take("land"));
    }
}
