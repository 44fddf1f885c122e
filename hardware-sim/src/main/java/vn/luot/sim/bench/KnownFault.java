package vn.luot.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareStatus;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.Json;

/** From breaking a device to when the hub tells its staff. */
final class KnownFault {
    private static final double MOST_SECONDS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final HttpClient STAFF = HttpClient.newHttpClient();

    private KnownFault() {}

    /** @param fault breaks a device of {@code type}, of which no other is in that condition */
    static Figure figure(String name, BenchHub hub, HardwareType type, HardwareCondition condition, Runnable fault) {
        var begun = System.nanoTime();
        fault.run();
        while (!isKnown(hub, type, condition)) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) throw new IllegalStateException(name + ": never known");
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        return new Figure(name, seconds, MOST_SECONDS, seconds / MOST_SECONDS, Goal.atMost(1));
    }

    private static boolean isKnown(BenchHub hub, HardwareType type, HardwareCondition condition) {
        return status(hub).hardware().stream().anyMatch(part -> part.type() == type && part.condition() == condition);
    }

    private static HardwareStatus status(BenchHub hub) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + "/api/hardware"))
                .header("Authorization", "Bearer " + hub.tokens().clerk())
                .build();
        try {
            var answer = STAFF.send(request, BodyHandlers.ofString());
            return Json.read(answer.body(), HardwareStatus.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
