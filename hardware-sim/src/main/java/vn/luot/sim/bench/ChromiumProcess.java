package vn.luot.sim.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import vn.luot.protocol.message.Json;
import vn.luot.sim.hall.Chromium;

/** The machine's own Chromium without a window, and without a test tool in the pages that it shows. */
final class ChromiumProcess implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("--headless=new", "--disable-extensions", "--mute-audio", "--remote-debugging-port=0");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    private ChromiumProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param folder its own and empty */
    static ChromiumProcess start(Path program, Path folder) throws IOException {
        var command = Stream.of(
                        Stream.of(program.toString()),
                        Chromium.OPTIONS.stream(),
                        OPTIONS.stream(),
                        Stream.of("--user-data-dir=" + folder, "about:blank"))
                .flatMap(part -> part)
                .toList();
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new ChromiumProcess(process, port(folder.resolve("DevToolsActivePort"), process));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** It writes the port that it chose into its folder. */
    private static int port(Path file, Process process) throws IOException {
        var begun = System.nanoTime();
        while (process.isAlive() && System.nanoTime() - begun < PATIENCE_NANOS) {
            if (Files.exists(file)) {
                var lines = Files.readAllLines(file);
                if (lines.size() > 1) return Integer.parseInt(lines.get(0));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new IOException("Chromium does not start");
    }

    /** A new page; it is the one in front. */
    ChromiumTab tab() throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var debugger = Json.read(answer.body(), JsonNode.class).path("webSocketDebuggerUrl");
            return ChromiumTab.at(http, URI.create(debugger.asText()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Returns when it is gone, and its folder is left alone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
