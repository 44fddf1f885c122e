package vn.luot.sim.device;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A QR scanner: what is held before it goes out as text and a carriage return; it listens to nothing. */
public final class SimScanner implements Device {
    private Consumer<byte[]> out = bytes -> {};

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        out = answers;
    }

    @Override
    public void receive(byte[] bytes) {
        // It takes no commands.
    }

    /** Holds a code before it. */
    public synchronized void scan(String code) {
        out.accept((code + "\r").getBytes(StandardCharsets.UTF_8));
    }
}
