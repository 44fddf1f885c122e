package vn.luot.sim.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries bytes between a port and a device, no faster than its baud rate allows, and lets the line fail: pulled out, a
 * device that takes no bytes, a device that does not answer. One thread a wire; the port is touched by no other.
 */
public final class Wire implements AutoCloseable {
    /** A start bit, eight data bits and a stop bit, or seven with parity. */
    private static final int BITS_A_BYTE = 10;

    private static final Duration IDLE = Duration.ofMillis(20);
    private static final Duration QUIET = Duration.ofMillis(5);

    private final Port port;
    private final Device device;
    private final Thread thread;
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();

    private volatile double speed = 1;
    private volatile boolean reading = true;
    private volatile boolean answering = true;
    private volatile boolean noise;
    private volatile boolean pluggedIn;
    private volatile boolean closed;
    private volatile long carried;
    private final Random dice = new Random(1);
    private long busyUntil;

    /** Plugs the device in. */
    public Wire(Port port, Device device) {
        this.port = port;
        this.device = device;
        this.thread = new Thread(this::carry, "wire " + port.address());
        thread.setDaemon(true);
        device.connect(answers::add);
        thread.start();
        plugIn();
    }

    public String address() {
        return port.address();
    }

    public boolean pluggedIn() {
        return pluggedIn;
    }

    public void plugIn() {
        order(port::plugIn);
        pluggedIn = true;
    }

    public void unplug() {
        order(port::unplug);
        pluggedIn = false;
    }

    /** A device that hangs: it takes no bytes off the line. */
    public void reading(boolean reading) {
        this.reading = reading;
    }

    public boolean reading() {
        return reading;
    }

    /** A device whose answers are lost: the line's other half is broken. */
    public void answering(boolean answering) {
        this.answering = answering;
    }

    public boolean answering() {
        return answering;
    }

    /** A bad wire: bits change on their way, both ways, and bytes come that nobody sent. */
    public void noise(boolean noise) {
        this.noise = noise;
    }

    public boolean noise() {
        return noise;
    }

    /** All that can be wrong with it. */
    public List<FaultSwitch> switches() {
        return List.of(
                new FaultSwitch("UNPLUGGED", () -> !pluggedIn, this::pull),
                new FaultSwitch("NOT_ANSWERING", () -> !answering, on -> answering(!on)),
                new FaultSwitch("NOISE", this::noise, this::noise),
                new FaultSwitch("NOT_READING", () -> !reading, on -> reading(!on)));
    }

    private void pull(boolean out) {
        if (out) unplug();
        else plugIn();
    }

    /** How many times faster than the baud rate bytes flow, for tests and for a hall whose time is sped up. */
    public void speed(double times) {
        speed = times;
    }

    /** How long {@code bytes} take at the baud rate; zero on a network line. */
    public Duration time(long bytes) {
        return port.baud() == 0 ? Duration.ZERO : Duration.ofNanos(bytes * BITS_A_BYTE * 1_000_000_000L / port.baud());
    }

    /** Bytes that the device was given since it was first plugged in. */
    public long carried() {
        return carried;
    }

    @Override
    public void close() {
        if (closed) return;
        unplug();
        closed = true;
    }

    private interface Order {
        void run() throws IOException;
    }

    /** Has the wire's thread do something with the port, and waits for it. */
    private void order(Order order) {
        if (!thread.isAlive()) throw new IllegalStateException(thread.getName() + " is closed");
        var done = new CompletableFuture<Void>();
        orders.add(() -> {
            try {
                order.run();
                done.complete(null);
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.join();
        } catch (CompletionException e) {
            throw new UncheckedIOException((IOException) e.getCause());
        }
    }

    private void carry() {
        var buffer = new byte[chunk()];
        var heard = false;
        try {
            while (!closed) {
                for (var order = orders.poll(); order != null; order = orders.poll()) order.run();
                var count = reading ? port.read(buffer, heard ? QUIET : IDLE) : hang();
                if (count > 0) receive(Arrays.copyOf(buffer, count));
                else if (heard) device.silence();
                heard = count > 0;
                if (noise && dice.nextInt(20) == 0) port.write(new byte[] {(byte) dice.nextInt(256)});
                answer();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the simulated device at " + port.address() + " stopped", e);
        }
    }

    /** As many bytes as pass in some ten milliseconds, so that a driver sees them leave steadily. */
    private int chunk() {
        return port.baud() == 0 ? 4096 : Math.max(1, port.baud() / BITS_A_BYTE / 100);
    }

    private int hang() {
        LockSupport.parkNanos(IDLE.toNanos());
        return 0;
    }

    private void receive(byte[] bytes) {
        pace(bytes.length);
        carried += bytes.length;
        device.receive(onTheWay(bytes));
    }

    private void answer() throws IOException {
        for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
            if (!answering) continue;
            pace(answer.length);
            port.write(onTheWay(answer));
        }
    }

    private byte[] onTheWay(byte[] bytes) {
        if (!noise || dice.nextBoolean()) return bytes;
        var damaged = bytes.clone();
        damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
        return damaged;
    }

    private void pace(int bytes) {
        var now = System.nanoTime();
        if (busyUntil - now < 0) busyUntil = now;
        busyUntil += (long) (time(bytes).toNanos() / speed);
        for (var left = busyUntil - now; left > 0; left = busyUntil - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
