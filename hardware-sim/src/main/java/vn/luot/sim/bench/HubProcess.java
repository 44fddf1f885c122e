package vn.luot.sim.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import vn.luot.hub.Main;

/** A hub in a process of its own, started as {@code ./luot hub} starts it. */
final class HubProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens at http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final int port;

    private HubProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static HubProcess start(Path data) throws IOException {
        var command = new ArrayList<>(hub());
        command.addAll(List.of("--data", data.toString(), "--host", "127.0.0.1", "--port", "0"));
        var builder = new ProcessBuilder(command);
        // It says its port in the log, which an operator may have silenced.
        builder.environment().put("LUOT_LOG", "INFO");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        var process = builder.start();
        return new HubProcess(process, port(process));
    }

    /** As the script starts it, with what it gives a hub of the machine; without the script, as it is. */
    private static List<String> hub() {
        var script = System.getenv("LUOT_COMMAND");
        if (script != null) return List.of(script, "hub");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName());
    }

    private static int port(Process process) throws IOException {
        var log = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            var listens = LISTENS.matcher(line);
            if (listens.find()) return Integer.parseInt(listens.group(1));
        }
        throw new IOException("the hub ended before it listened");
    }

    int port() {
        return port;
    }

    /** What the system says it holds of the machine's memory. */
    double residentMegabytes() throws IOException {
        var status = Files.readString(Path.of("/proc", "" + process.pid(), "status"));
        var resident = RESIDENT.matcher(status);
        if (!resident.find()) throw new IOException("no VmRSS in " + status);
        return Long.parseLong(resident.group(1)) / 1_024.0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
