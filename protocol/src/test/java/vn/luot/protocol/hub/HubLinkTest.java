package vn.luot.protocol.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Halls;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.message.Vote;

@Timeout(120)
class HubLinkTest {
    private static final FeedMessage SNAPSHOT_5 = new FeedMessage.Snapshot(Halls.withNobodyCalled(5), 1);

    /** Keeps what the link told, in order. */
    private static final class Heard implements HubLink.Listener {
        private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

        @Override
        public void connected(HallView hall) {
            news.add("connected " + hall.seq());
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {
            news.add(
                    step.kind() + " " + after.seq() + " " + after.calls().get(0).number() + (live ? " live" : ""));
        }

        @Override
        public void lost(String reason) {
            news.add("lost " + reason);
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {
            news.add("refused " + refusal.code());
        }

        @Override
        public void pairing(String code) {
            news.add("pairing " + code);
        }

        String next() throws InterruptedException {
            return FakeHub.take(news);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final FakeHub hub = new FakeHub(vertx);
    private final Heard heard = new Heard();
    private HubLink link;

    @BeforeEach
    void hubListens() {
        hub.listen();
        link = new HubLink(vertx, hub.address(), "T0KEN", "counter/3", heard);
    }

    @AfterEach
    void close() {
        link.close().await();
        vertx.close().await();
    }

    @Test
    void saysHelloForItsView() throws InterruptedException {
        link.start();

        var device = hub.nextFollower();

        assertThat(device.uri()).isEqualTo("/feed?view=counter%2F3");
        assertThat(device.nextWords())
                .matches("\\{\"type\":\"hello\",\"version\":2,\"token\":\"T0KEN\",\"program\":\"[0-9a-f-]{36}\"}");
    }

    @Test
    void followsTheHallFromASnapshotStepByStep() throws InterruptedException {
        var device = connected();

        device.tell(new FeedMessage.Live(Halls.call(6, "A001", 1), true));
        device.tell(new FeedMessage.Live(Halls.recall(7, "A001", 1), true));

        assertThat(heard.next()).isEqualTo("CALLED 6 A001 live");
        assertThat(heard.next()).isEqualTo("RECALLED 7 A001 live");
    }

    @Test
    void resumesWhereItWasCutOff() throws InterruptedException {
        var device = connected();
        device.tell(new FeedMessage.Live(Halls.call(6, "A001", 1), true));
        assertThat(heard.next()).startsWith("CALLED 6");

        device.hangUp();
        assertThat(heard.next()).startsWith("lost hub đã ngắt / the hub hung up");
        var again = hub.nextFollower();
        assertThat(again.uri()).isEqualTo("/feed?view=counter%2F3&since=6&epoch=1");
        again.tell(new FeedMessage.Live(Halls.call(7, "A002", 2), false));

        assertThat(heard.next()).isEqualTo("connected 6");
        assertThat(heard.next()).isEqualTo("CALLED 7 A002");
    }

    @Test
    void isConnectedAgainByABeatWhenNothingWasMissed() throws InterruptedException {
        connected().hangUp();
        assertThat(heard.next()).startsWith("lost");

        hub.nextFollower().tell(new FeedMessage.Beat(5, Halls.NINE));

        assertThat(heard.next()).isEqualTo("connected 5");
    }

    @Test
    void takesTheSnapshotOfARestoredHubForTruth() throws InterruptedException {
        connected().hangUp();
        assertThat(heard.next()).startsWith("lost");

        hub.nextFollower().tell(new FeedMessage.Snapshot(Halls.withNobodyCalled(2), 2));

        assertThat(heard.next()).isEqualTo("connected 2");
    }

    @Test
    void drawsNoStepTwice() throws InterruptedException {
        var device = connected();

        device.tell(new FeedMessage.Live(Halls.call(5, "A001", 1), true));
        device.tell(new FeedMessage.Live(Halls.call(6, "A002", 1), true));

        assertThat(heard.next()).isEqualTo("CALLED 6 A002 live");
    }

    @Test
    void comesBackAfterTheHubWasRestarted() throws InterruptedException {
        connected();

        hub.stop().await();
        assertThat(heard.next()).startsWith("lost");
        hub.listen();
        hub.nextFollower().tell(SNAPSHOT_5);

        assertThat(heard.next()).isEqualTo("connected 5");
    }

    @Test
    void saysOnceThatTheHubIsAway() throws InterruptedException {
        hub.stop().await();
        link.start();
        assertThat(heard.next()).startsWith("lost không nối được tới hub / cannot connect to the hub");

        hub.listen();
        hub.nextFollower().tell(SNAPSHOT_5);

        assertThat(heard.next()).isEqualTo("connected 5");
    }

    @Test
    void hangsUpOnASilentHub() throws InterruptedException {
        link = new HubLink(vertx, hub.address(), DeviceToken.of("T0KEN"), "board", Duration.ofMillis(300), heard);
        connected();

        assertThat(heard.next()).startsWith("lost hub im lặng").contains("the hub is silent");
        hub.nextFollower().tell(SNAPSHOT_5);
        assertThat(heard.next()).isEqualTo("connected 5");
    }

    @Test
    void asksAgainAfterARefusal() throws InterruptedException {
        link.start();
        hub.nextFollower().tell(new FeedMessage.Refused("NOT_SIGNED_IN", "Chưa đăng nhập", "Not signed in"));
        assertThat(heard.next()).isEqualTo("refused NOT_SIGNED_IN");
        refused(hub.nextFollower());
        assertThat(heard.next()).isEqualTo("refused DEVICE_REVOKED");

        hub.nextFollower().tell(SNAPSHOT_5);

        assertThat(heard.next()).isEqualTo("connected 5");
    }

    @Test
    void aRevokedDeviceShowsACodeAndGoesOnWithTheTokenItIsGiven(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("k1.token"), "T0KEN");
        var answers = new ArrayDeque<>(List.of(
                "{\"deviceCode\":\"D\",\"userCode\":\"BCDF-GHJK\"}",
                "{\"name\":\"K1\",\"role\":\"KIOSK\",\"token\":\"FRESH\"}"));
        hub.answerWith(response -> response.end(answers.remove()));
        link = new HubLink(vertx, hub.address(), DeviceToken.in(file, false), "kiosk", heard);
        link.start();
        refused(hub.nextFollower());

        assertThat(heard.next()).isEqualTo("refused DEVICE_REVOKED");
        assertThat(heard.next()).isEqualTo("pairing BCDF-GHJK");
        var follower = hub.nextFollower();
        while (!follower.nextWords().contains("FRESH")) {
            refused(follower);
            follower = hub.nextFollower();
        }
        follower.tell(SNAPSHOT_5);

        assertThat(heard.next()).isEqualTo("connected 5");
        assertThat(file).content().isEqualTo("FRESH\n");
        hub.answerWith(HttpServerResponse::end);
        link.get("/api/plan", Void.class).await();
        var asked = hub.nextAsked();
        while (asked.request().path().startsWith("/api/pairing")) asked = hub.nextAsked();
        assertThat(asked.request().getHeader("Authorization")).isEqualTo("Bearer FRESH");
    }

    private static void refused(FakeHub.Follower follower) {
        follower.tell(new FeedMessage.Refused("DEVICE_REVOKED", "Thiết bị bị thu hồi", "Device revoked"));
    }

    @Test
    void aHubOfAnotherVersionIsAsGoodAsAway() throws InterruptedException {
        hub.answer(426, Json.text(new Problem("about:blank", "U", 426, "UPGRADE_REQUIRED", "Cập nhật", "Update", "t")));

        var refused = link.get("/api/plan", HallView.class).otherwise(fault -> {
            assertThat(fault).isInstanceOf(HubAway.class).hasMessageContaining("update this program");
            return null;
        });

        assertThat(refused.await()).isNull();
        assertThat(hub.nextAsked().request().getHeader("Luot-Protocol")).isEqualTo("2");
    }

    @Test
    void worksWithALaterHub() throws InterruptedException {
        var device = connected();
        var step = Json.text(new FeedMessage.Live(Halls.call(6, "A001", 1), true));

        device.tell("{\"type\":\"whistle\",\"tune\":3}");
        device.tell(step.replace("CALLED\",\"day", "WHISTLED\",\"tune\":3,\"day"));
        device.tell(new FeedMessage.Live(Halls.call(7, "A002", 1), true));

        assertThat(heard.next()).isEqualTo("connected 6");
        assertThat(heard.next()).isEqualTo("CALLED 7 A002 live");
    }

    @Test
    void beginsAgainWhenItDoesNotUnderstand() throws InterruptedException {
        connected().tell("{\"type\":\"step\",\"step\":7}");

        assertThat(heard.next()).startsWith("lost không hiểu");
        assertThat(hub.nextFollower().uri()).isEqualTo("/feed?view=counter%2F3");
    }

    @Test
    void hearsNothingAfterItWasClosed() throws InterruptedException {
        var device = connected();
        var hungUp = new LinkedBlockingQueue<String>();
        device.socket().closeHandler(gone -> hungUp.add("hung up"));

        link.close().await();

        assertThat(FakeHub.take(hungUp)).isEqualTo("hung up");
        assertThat(heard.news).isEmpty();
    }

    @Test
    void postsWithKeyAndToken() throws Exception {
        hub.answer(201, "{\"score\":5,\"token\":\"A\",\"later\":true}");

        var answer = link.post("/api/ratings", "key-0123456789abcdef", new Vote("A", 5, null, null), Vote.class);

        var asked = hub.nextAsked();
        assertThat(asked.request().method()).hasToString("POST");
        assertThat(asked.request().uri()).isEqualTo("/api/ratings");
        assertThat(asked.request().getHeader("Authorization")).isEqualTo("Bearer T0KEN");
        assertThat(asked.request().getHeader("Idempotency-Key")).isEqualTo("key-0123456789abcdef");
        assertThat(asked.request().getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(asked.body()).isEqualTo("{\"token\":\"A\",\"score\":5,\"reasons\":[]}");
        assertThat(settled(answer).result()).isEqualTo(new Vote("A", 5, null, null));
    }

    @Test
    void gets() throws Exception {
        hub.answer(200, Json.text(Halls.withNobodyCalled(5)));

        var answer = link.get("/api/hall?view=kiosk", HallView.class);

        assertThat(hub.nextAsked().request().uri()).isEqualTo("/api/hall?view=kiosk");
        assertThat(settled(answer).result()).isEqualTo(Halls.withNobodyCalled(5));
    }

    @Test
    void answersNullWhenTheHubHasNothingToSay() throws Exception {
        hub.answer(204, "");

        var answer = settled(link.post("/api/counters/1/next", null, null, HallView.class));

        assertThat(answer.succeeded()).isTrue();
        assertThat(answer.result()).isNull();
    }

    @Test
    void tellsWhyTheHubSaysNo() throws Exception {
        var problem = new Problem(
                "about:blank", "Conflict", 409, "SERVICE_CLOSED", "Dịch vụ đã ngừng nhận số", "Service closed", "t1");
        hub.answer(409, Json.text(problem));

        var answer = settled(link.post("/api/tickets", "key-0123456789abcdef", null, Vote.class));

        assertThat(answer.cause())
                .isInstanceOfSatisfying(
                        HubProblem.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            503 | {"status":503,"code":"OUTCOME_UNKNOWN","messageVi":"a","messageEn":"b"}
            500 | oops
            200 | <html>a proxy</html>
            404 | <html>a proxy</html>
            404 | {}
            302 | moved
            """)
    void doesNotTakeAnUnclearAnswerForANo(int status, String body) throws Exception {
        hub.answer(status, body);

        var answer = settled(link.get("/api/plan", Vote.class));

        assertThat(answer.cause()).isInstanceOf(HubAway.class).hasMessageContaining("(" + status + ")");
    }

    @Test
    void knowsNothingWhenTheHubIsDown() throws Exception {
        hub.stop().await();

        var answer = settled(link.get("/api/plan", Vote.class));

        assertThat(answer.cause()).isInstanceOf(HubAway.class).hasMessageContaining("does not answer");
    }

    @Test
    void knowsNothingWhenTheHubDoesNotAnswer() throws Exception {
        hub.answerNothing();

        var answer = settled(link.get("/api/plan", Vote.class));

        assertThat(answer.cause()).isInstanceOf(HubAway.class).hasMessageContaining("does not answer");
    }

    @Test
    void asksNothingAfterItWasClosed() throws Exception {
        link.close().await();

        assertThat(settled(link.get("/api/plan", Vote.class)).cause())
                .isInstanceOf(HubAway.class)
                .hasMessage("đã đóng / closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://hub:8080", "hub:8080", "/hub", "http:///x"})
    void refusesAnAddressThatIsNoHub(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HubLink(vertx, URI.create(address), "T", "board", heard))
                .withMessageContaining("hãy ghi http://HOST:PORT / not the address of a hub: write http://HOST:PORT");
    }

    private FakeHub.Follower connected() throws InterruptedException {
        link.start();
        var device = hub.nextFollower();
        device.tell(SNAPSHOT_5);
        assertThat(heard.next()).isEqualTo("connected 5");
        return device;
    }

    private static <T> Future<T> settled(Future<T> answer) throws Exception {
        answer.toCompletionStage()
                .handle((result, failure) -> "settled")
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        return answer;
    }
}
