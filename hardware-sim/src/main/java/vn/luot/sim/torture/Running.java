package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program in a process of its own, perhaps behind a tracer that hurts it. Signals go to the program and not to the tracer:
 * whoever kills a tracer sets its program free.
 */
final class Running implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path log;
    /** Where its own words begin. */
    private final long logBegins;

    private final long begun = System.nanoTime();

    private Running(Process process, Path log, long logBegins) {
        this.process = process;
        this.log = log;
        this.logBegins = logBegins;
    }

    /** @param log what it says goes here, after what others said */
    static Running start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().put("LUOT_LOG", "INFO");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var logBegins = Files.exists(log) ? Files.size(log) : 0;
        return new Running(builder.start(), log, logBegins);
    }

    /** When it was started, by {@link System#nanoTime}. */
    long begun() {
        return begun;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return programs().findFirst().orElse(process.toHandle()).pid();
    }

    private Stream<ProcessHandle> programs() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(each -> !each.info().command().orElse("").endsWith("/strace"));
    }

    /** SIGKILL, and gone. */
    void kill() {
        signal("KILL");
        awaitEnd();
    }

    /** Asks it to end, as an operator does. */
    void stop() {
        signal("TERM");
        awaitEnd();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        var pids = new ArrayList<>(List.of("kill", "-" + name));
        programs().forEach(each -> pids.add("" + each.pid()));
        try {
            new ProcessBuilder(pids)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no signal was sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it ended by itself within the time. */
    boolean endsWithin(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEnd() {
        if (endsWithin(PATIENCE_SECONDS)) return;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException("a program did not end: " + log);
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Whether it says so within the time, or at its end. */
    boolean says(String words, int seconds) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (said().contains(words)) return true;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return said().contains(words);
    }

    /** All that it said until now. */
    String said() throws IOException {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(logBegins);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("CONT");
            kill();
        }
    }
}
