package vn.luot.sim.hall;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port for a program that comes back at the same one. It is none of those that the system gives to outgoing connections:
 * while the program is away, such a connection could take it, even one that looks for this very program and so finds itself.
 */
public final class SteadyPort {
    private static final int FIRST = 20_000, LAST = 32_000;

    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, LAST));

    private SteadyPort() {}

    /** One that is free now; another at every call. */
    public static int free() {
        while (true) {
            var port = FIRST + Math.floorMod(NEXT.getAndIncrement(), LAST - FIRST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Somebody else has it.
            }
        }
    }
}
