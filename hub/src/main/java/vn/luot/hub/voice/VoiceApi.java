package vn.luot.hub.voice;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.protocol.message.Json;

/** The centre's own voice: pages fetch it before the shipped one, and staff record it. */
public final class VoiceApi {
    /** Five seconds of one channel at 48 kHz; no clip is as long. */
    private static final int LARGEST_RECORDING = 512 * 1024;

    private static final int WAV_HEADER = 44;

    private final Vertx vertx;
    private final VoicePacks packs;

    public VoiceApi(Vertx vertx, VoicePacks packs) {
        this.vertx = vertx;
        this.packs = packs;
    }

    /** Before the shared limit on bodies is laid: recordings are larger than JSON. */
    public void takeRecordings(Router router) {
        router.put("/api/voice/:language/:clip")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_RECORDING));
    }

    /** Before the static pages are laid: what the centre has of its own is served, the rest is left to them. */
    public void serve(Router router) {
        router.route("/voice/*").handler(this::own);
    }

    private void own(RoutingContext call) {
        var path = call.normalizedPath().substring("/voice/".length()).split("/", -1);
        if (!call.request().method().equals(HttpMethod.GET)) call.next();
        else if (path.length == 1 && path[0].equals("voice.json")) settings(call);
        else if (path.length == 2 && path[1].equals("manifest.json")) manifest(call, path[0]);
        else if (path.length == 2) clip(call, path[0], path[1]);
        else call.next();
    }

    private void settings(RoutingContext call) {
        vertx.executeBlocking(packs::settings, false)
                .onSuccess(settings -> json(call, settings))
                .onFailure(call::fail);
    }

    private void manifest(RoutingContext call, String language) {
        vertx.executeBlocking(() -> packs.manifest(language), false)
                .onSuccess(found -> found.ifPresentOrElse(manifest -> json(call, manifest), call::next))
                .onFailure(call::fail);
    }

    private void clip(RoutingContext call, String language, String name) {
        vertx.executeBlocking(() -> packs.ownFile(language, name), false)
                .onSuccess(found -> found.ifPresentOrElse(
                        file -> call.response()
                                .putHeader("X-Content-Type-Options", "nosniff")
                                .putHeader("Cache-Control", "no-cache")
                                .sendFile(file.toString()),
                        call::next))
                .onFailure(call::fail);
    }

    private static void json(RoutingContext call, Object body) {
        call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache")
                .end(Json.text(body));
    }

    /** PUT /api/voice/{language}/{clip}: the body is a WAV file. */
    public void record(Call call) {
        var language = call.path("language");
        var clip = call.path("clip");
        var wav = wav(call);
        call.then(
                vertx.executeBlocking(
                        () -> {
                            if (!packs.hasClip(language, clip)) return false;
                            packs.keep(language, clip, wav);
                            return true;
                        },
                        false),
                kept -> answer(call, kept));
    }

    /** DELETE /api/voice/{language}/{clip} */
    public void forget(Call call) {
        var language = call.path("language");
        var clip = call.path("clip");
        call.then(
                vertx.executeBlocking(
                        () -> {
                            if (!packs.hasClip(language, clip)) return false;
                            packs.forget(language, clip);
                            return true;
                        },
                        false),
                forgotten -> answer(call, forgotten));
    }

    private static void answer(Call call, boolean known) {
        if (!known) {
            throw new Failure(
                    404,
                    "CLIP_UNKNOWN",
                    "Ngôn ngữ này không có lời đó. Hãy tải lại trang.",
                    "There is no such language, or no such clip in it. Reload the page.");
        }
        call.answerNothing();
    }

    private static byte[] wav(Call call) {
        var body = call.context().body().buffer();
        var bytes = body == null ? new byte[0] : body.getBytes();
        if (bytes.length <= WAV_HEADER || !is("RIFF", bytes, 0) || !is("WAVEfmt ", bytes, 8)) {
            throw new Failure(
                    400,
                    "FILE_REJECTED",
                    "Đoạn ghi âm phải là tệp WAV, dài không quá 5 giây. Hãy ghi lại.",
                    "A recording is a WAV file of at most 5 seconds. Record it again.");
        }
        return bytes;
    }

    private static boolean is(String word, byte[] bytes, int at) {
        return Arrays.equals(bytes, at, at + word.length(), word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
    }
}
