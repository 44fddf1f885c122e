package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.message.Json;

/** What a centre puts into a folder for its televisions. */
class PlaylistTest {
    private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8};

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
    void isEmptyWithoutTheFolder() throws Exception {
        assertThat(list()).isEmpty();
    }

    @Test
    void listsPicturesAndFilmsByNameAndNothingElse() throws Exception {
        put("02 Giờ làm việc.PNG");
        put("01-phòng cháy.mp4");
        put("logo.svg");
        put("notes.txt");
        put(".hidden.png");
        Files.createDirectories(data.resolve("playlist/folder.png"));

        assertThat(list())
                .extracting(one -> one.get("file").asText())
                .containsExactly("01-phòng cháy.mp4", "02 Giờ làm việc.PNG");
        assertThat(list()).extracting(one -> one.get("film").asBoolean()).containsExactly(true, false);
        assertThat(list())
                .allSatisfy(one -> assertThat(one.get("changed").asLong()).isPositive());
    }

    @Test
    void servesAFileWithItsTypeAndInParts() throws Exception {
        put("02 Giờ làm việc.PNG");
        put("film.mp4");

        var picture = get("/playlist/02%20Gi%E1%BB%9D%20l%C3%A0m%20vi%E1%BB%87c.PNG?v=1");
        assertThat(picture.body()).isEqualTo(BYTES);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        // Chromium asks for films in parts, and does not wind back what is not given so.
        var part = http.send(
                HttpRequest.newBuilder(at("/playlist/film.mp4"))
                        .header("Range", "bytes=2-4")
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).containsExactly(3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/playlist/../luot.db",
                "/playlist/..%2fluot.db",
                "/playlist/%2e%2e/luot.db",
                "/playlist/.hidden.png",
                "/playlist/logo.svg",
                "/playlist/a%00.png",
                "/playlist/",
                "/playlist/missing.png"
            })
    void givesNoOtherFileOfTheHub(String path) throws Exception {
        put(".hidden.png");
        put("logo.svg");

        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    private void put(String name) throws Exception {
        Files.write(Files.createDirectories(data.resolve("playlist")).resolve(name), BYTES);
    }

    private JsonNode list() throws Exception {
        return Json.read(get("/playlist/list.json").body(), JsonNode.class);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofByteArray());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + hub.port() + path);
    }
}
