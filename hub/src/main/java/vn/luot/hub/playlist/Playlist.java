package vn.luot.hub.playlist;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.luot.protocol.message.Json;

/**
 * The pictures and films that televisions show beside the calls: whatever a centre puts into a folder, in the order of the
 * names. Reads the disk each time, so that what is put there counts at once.
 */
public final class Playlist {
    private static final String AT = "/playlist/";
    private static final String LIST = "list.json";
    private static final int MOST = 100;
    /** Televisions ask for a file with the time of its last change, so a day is not too long. */
    private static final int KEPT_SECONDS = 24 * 3_600;

    private static final String PICTURE = "jpg|jpeg|png|webp";
    private static final String FILM = "mp4|webm";
    /** SVG is left out: it may carry scripts. */
    private static final Pattern FILE = Pattern.compile(
            "[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,99}\\.(?i:(?<picture>" + PICTURE + ")|" + FILM + ")");

    private final Vertx vertx;
    private final Path folder;
    private final StaticHandler files;

    /** @param folder need not be there */
    public Playlist(Vertx vertx, Path folder) {
        this.vertx = vertx;
        this.folder = folder;
        this.files = StaticHandler.create(
                        FileSystemAccess.ROOT, folder.toAbsolutePath().toString())
                .setFilesReadOnly(false)
                .setMaxAgeSeconds(KEPT_SECONDS);
    }

    /** One file: its name, whether it moves, and when it was changed, ms. */
    record Shown(String file, boolean film, long changed) {}

    /** Before the static pages are laid. */
    public void serve(Router router) {
        router.route(AT + "*").handler(this::answer);
    }

    private void answer(RoutingContext call) {
        var name = call.normalizedPath().substring(AT.length());
        var method = call.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) call.next();
        else if (name.equals(LIST)) list(call);
        else file(call, call.pathParam("*"));
    }

    private void list(RoutingContext call) {
        vertx.executeBlocking(this::shown, false)
                .onSuccess(shown -> call.response()
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Cache-Control", "no-cache")
                        .end(Json.text(shown)))
                .onFailure(call::fail);
    }

    private void file(RoutingContext call, String name) {
        if (!FILE.matcher(name).matches()) {
            call.next();
            return;
        }
        call.response().putHeader("X-Content-Type-Options", "nosniff");
        files.handle(call);
    }

    /** What there is now, by name. */
    List<Shown> shown() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        var found = new ArrayList<Shown>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var path : all) {
                var name = FILE.matcher(path.getFileName().toString());
                if (!name.matches()) continue;
                var isFilm = name.group("picture") == null;
                found.add(new Shown(
                        name.group(), isFilm, Files.getLastModifiedTime(path).toMillis()));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Shown::file))
                .limit(MOST)
                .toList();
    }
}
