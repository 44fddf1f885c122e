package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Text;
import vn.luot.sim.device.PrinterFault;

@Timeout(120)
class HallServerTest {
    @TempDir
    private Path ports;

    private final Vertx vertx = Vertx.vertx();
    private final HallTime time = new HallTime(1);
    private final BlockingQueue<JsonNode> scenes = new LinkedBlockingQueue<>();
    private Hardware hardware;
    private HallServer server;
    private URI page;

    @BeforeEach
    void start() {
        hardware = new Hardware(ports, List.of(1, 2, 3));
        var crowd = new Crowd(List.of(), List.of());
        var chronicle = new Chronicle();
        var tv = new Screen("tv", new Text("Tivi", "TV"), URI.create("http://127.0.0.1:9/tv/#token=x"));
        server = new HallServer(
                vertx, hardware, time, crowd, List.of(tv), () -> Scene.of(time, hardware, chronicle, crowd));
        page = URI.create("http://127.0.0.1:" + server.listen(0).await());
    }

    @AfterEach
    void stop() {
        hardware.close();
        vertx.close().await();
    }

    @Test
    void servesThePageAndLetsItShowTheOtherScreens() throws Exception {
        var answer = get("/");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("sim.js");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-src http://127.0.0.1:9")
                .doesNotContain("unsafe");
    }

    @Test
    void showsWhatIsPrintedAndLit() throws Exception {
        watch();
        // The sign first: a scene with the ticket in it is then one with the sign lit.
        hardware.sign().receive("\0\0\0\0\0\1Z01\2AA\u001B0bA012 > 3\4".getBytes(StandardCharsets.US_ASCII));
        hardware.printer().receive("Phieu A012\n\u001DV\1".getBytes(StandardCharsets.ISO_8859_1));

        var scene = awaitScene("/printer/tickets/0/bytes", "14");

        assertThat(scene.at("/sign/text").asText()).isEqualTo("A012 > 3");
        assertThat(scene.at("/counters").size()).isEqualTo(3);
        assertThat(ImageIO.read(new ByteArrayInputStream(get("/ticket/1.png").body()))
                        .getWidth())
                .isEqualTo(576);
        assertThat(get("/ticket/2.png").statusCode()).isEqualTo(404);
    }

    @Test
    void breaksThingsAndMendsThem() throws Exception {
        watch();

        assertThat(post("/switch/printer.PAPER_OUT", "{\"on\":true}", page.toString()))
                .isEqualTo(204);
        awaitScene("/broken/0", "printer.PAPER_OUT");
        assertThat(hardware.printer().faults()).containsExactly(PrinterFault.PAPER_OUT);
        assertThat(post("/switch/printer.PAPER_OUT", "{\"on\":false}", page.toString()))
                .isEqualTo(204);
        assertThat(post("/switch/sign.UNPLUGGED", "{\"on\":true}", page.toString()))
                .isEqualTo(204);
        awaitScene("/broken/0", "sign.UNPLUGGED");

        assertThat(hardware.signLine().pluggedIn()).isFalse();
        assertThat(post("/switch/sign.NONSENSE", "{\"on\":true}", page.toString()))
                .isEqualTo(404);
    }

    @Test
    void breaksAndMendsWhateverCanHappen() throws Exception {
        for (var fault : hardware.switches()) {
            assertThat(post("/switch/" + fault.id(), "{\"on\":true}", page.toString()))
                    .isEqualTo(204);
            assertThat(fault.isOn().getAsBoolean()).as(fault.id()).isTrue();

            assertThat(post("/switch/" + fault.id(), "{\"on\":false}", page.toString()))
                    .isEqualTo(204);
            assertThat(fault.isOn().getAsBoolean()).as(fault.id()).isFalse();
        }
    }

    @Test
    void turnsTheSpeedOfTime() throws Exception {
        assertThat(post("/speed", "{\"speed\":20}", page.toString())).isEqualTo(204);
        assertThat(time.speed()).isEqualTo(20);

        assertThat(post("/speed", "{\"speed\":-1}", page.toString())).isEqualTo(400);
        assertThat(post("/speed", "{\"speed\":\"fast\"}", page.toString())).isEqualTo(400);
        assertThat(post("/speed", "speed", page.toString())).isEqualTo(400);
        assertThat(post("/speed", "", page.toString())).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://elsewhere.example", "null", "http://127.0.0.1:1"})
    void aForeignPageIsNotObeyedAndSeesNothing(String origin) throws Exception {
        assertThat(post("/speed", "{\"speed\":20}", origin)).isEqualTo(403);
        assertThat(watch(origin)).failsWithin(Duration.ofSeconds(60));

        assertThat(time.speed()).isEqualTo(1);
    }

    @Test
    void aPageWithoutOriginIsNotObeyed() throws Exception {
        var request = HttpRequest.newBuilder(page.resolve("/speed"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"speed\":20}"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        assertThat(time.speed()).isEqualTo(1);
    }

    @Test
    void aNameThatLeadsHereFromElsewhereIsRefused() throws Exception {
        try (var socket = new Socket("127.0.0.1", page.getPort())) {
            socket.getOutputStream()
                    .write("GET /screens HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("token");
        }
    }

    @Test
    void letsGoOfItsPort() throws Exception {
        server.close().await();

        assertThatThrownBy(() -> get("/")).isInstanceOf(ConnectException.class);
    }

    private void watch() {
        watch(page.toString()).join();
    }

    private CompletableFuture<WebSocket> watch(String origin) {
        var scene = URI.create(page.toString().replace("http", "ws") + "/scene");
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(scene, new Viewer());
    }

    private JsonNode awaitScene(String pointer, String value) throws InterruptedException {
        while (true) {
            var scene = scenes.poll(60, TimeUnit.SECONDS);
            assertThat(scene).as("a scene where %s is %s", pointer, value).isNotNull();
            if (scene.at(pointer).asText().equals(value)) return scene;
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page.resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private int post(String path, String body, String origin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page.resolve(path))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private final class Viewer implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                scenes.add(read(text.toString()));
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, part, last);
        }

        private JsonNode read(String json) {
            try {
                return Json.MAPPER.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
