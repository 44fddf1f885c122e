package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Json;

/** The voice of a centre: the shipped one, its own recordings on top, and languages added as folders. */
class VoiceTest {
    private static final byte[] WAV = Arrays.copyOf("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII), 100);

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.in(data);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void speaksTheShippedLanguages() throws Exception {
        assertThat(settings().get("languages").toString()).isEqualTo("[\"vi\",\"en\"]");
        assertThat(settings().at("/recorded/vi")).isEmpty();
        assertThat(get("/voice/vi/manifest.json").body()).asString().contains("Xin mời số thứ tự");
        assertThat(get("/voice/vi/please.mp3").statusCode()).isEqualTo(200);
    }

    @Test
    void playsARecordingAtOnceAndGoesBackToTheShippedOne() throws Exception {
        assertThat(put("/api/voice/vi/please", Role.MANAGER, WAV)).isEqualTo(204);

        var file = settings().at("/recorded/vi/please").asText();
        assertThat(file).startsWith("please.wav?v=");
        assertThat(get("/voice/vi/" + file).body()).isEqualTo(WAV);

        assertThat(hub.as(Role.MANAGER)
                        .send("DELETE", "/api/voice/vi/please", null)
                        .status())
                .isEqualTo(204);
        assertThat(settings().at("/recorded/vi")).isEmpty();
        assertThat(get("/voice/vi/please.wav").statusCode()).isEqualTo(404);
        assertThat(get("/voice/vi/please.mp3").statusCode()).isEqualTo(200);
    }

    @Test
    void addsALanguageByAFolder() throws Exception {
        var pack = Files.createDirectories(data.resolve("voice/km"));
        Files.writeString(pack.resolve("manifest.json"), "{\"language\":\"km\",\"clips\":{\"1\":{\"text\":\"muoy\"}}}");
        Files.write(pack.resolve("1.wav"), WAV);

        assertThat(settings().get("languages").toString()).isEqualTo("[\"vi\",\"en\",\"km\"]");
        assertThat(settings().at("/recorded/km/1").asText()).startsWith("1.wav");
        assertThat(get("/voice/km/manifest.json").body()).asString().contains("muoy");
        assertThat(get("/voice/km/1.wav").body()).isEqualTo(WAV);
    }

    @Test
    void keepsSpeakingWhenAFolderIsBroken() throws Exception {
        Files.createDirectories(data.resolve("voice/km"));
        Files.writeString(data.resolve("voice/km/manifest.json"), "{broken");
        Files.writeString(data.resolve("voice/voice.json"), "not json");

        assertThat(settings().get("languages").toString()).isEqualTo("[\"vi\",\"en\"]");
        assertThat(settings().get("times").asInt()).isEqualTo(2);
    }

    @Test
    void takesTheCentresOwnSettings() throws Exception {
        Files.createDirectories(data.resolve("voice"));
        Files.writeString(
                data.resolve("voice/voice.json"), "{\"times\":1,\"volume\":[{\"from\":\"11:30\",\"percent\":40}]}");

        assertThat(settings().get("times").asInt()).isEqualTo(1);
        assertThat(settings().at("/volume/0/percent").asInt()).isEqualTo(40);
        assertThat(settings().get("chime").asText()).isEqualTo("chime.mp3");
    }

    @Test
    void refusesWhatIsNoRecording() throws Exception {
        assertThat(put("/api/voice/vi/please", Role.ADMIN, "<svg>".repeat(20).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(put("/api/voice/vi/please", Role.ADMIN, Arrays.copyOf(WAV, 600_000)))
                .isEqualTo(413);
        assertThat(put("/api/voice/vi/no-such-clip", Role.ADMIN, WAV)).isEqualTo(404);
        assertThat(put("/api/voice/fr/please", Role.ADMIN, WAV)).isEqualTo(404);
        assertThat(put("/api/voice/vi/please", Role.CLERK, WAV)).isEqualTo(403);
        assertThat(data.resolve("voice")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/voice/../luot.db",
                "/voice/vi/..%2f..%2fluot.db",
                "/voice/%2e%2e/luot.db",
                "/voice/vi/please.db",
                "/voice/VI%00/1.wav"
            })
    void givesNoOtherFileOfTheHub(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    private JsonNode settings() throws Exception {
        return Json.read(get("/voice/voice.json").body(), JsonNode.class);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
    }

    private int put(String path, Role role, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path))
                .PUT(BodyPublishers.ofByteArray(body))
                .header("Content-Type", "audio/wav")
                .header("Authorization", "Bearer " + hub.as(role).token().orElseThrow());
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + hub.port() + path);
    }
}
