package vn.luot.protocol.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;

@Timeout(120)
class HardwareBeatTest {
    private final Vertx vertx = Vertx.vertx();
    private final FakeHub hub = new FakeHub(vertx);
    private final BlockingQueue<HttpServerResponse> unanswered = new LinkedBlockingQueue<>();
    private volatile HardwareCondition condition = HardwareCondition.OK;
    private HubLink link;
    private HardwareBeat beat;

    @BeforeEach
    void start() {
        hub.listen();
        hub.answerWith(unanswered::add);
        link = new HubLink(vertx, hub.address(), "a-token", "kiosk", new Deaf());
        beat = new HardwareBeat(vertx, link, this::report);
        beat.begin();
    }

    @AfterEach
    void stop() {
        beat.stop();
        link.close().await();
        vertx.close().await();
    }

    private HardwareReport report() {
        return new HardwareReport(List.of(new HardwareReport.Part("printer", HardwareType.PRINTER, condition, null)));
    }

    @Test
    void tellsAnewWhileNothingChanges() throws Exception {
        assertThat(hub.nextAsked().body()).contains("OK");
        FakeHub.take(unanswered).end();

        assertThat(hub.nextAsked().body()).contains("OK");
    }

    @Test
    void newsWaitsForTheReportBeforeItAndIsToldOnce() throws Exception {
        assertThat(hub.nextAsked().body()).contains("OK");

        condition = HardwareCondition.OUT;
        beat.changed();
        beat.changed();
        link.post("/api/anything", null, null, Void.class);
        assertThat(hub.nextAsked().request().path()).isEqualTo("/api/anything");
        FakeHub.take(unanswered).end();

        assertThat(hub.nextAsked().body()).contains("OUT");
    }
}
