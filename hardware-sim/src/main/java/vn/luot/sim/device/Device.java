package vn.luot.sim.device;

import java.util.function.Consumer;

/** A simulated device: bytes come in, bytes go out. Safe to use from any thread. */
public interface Device {
    /** Where its answers go; called once, before anything else. */
    void connect(Consumer<byte[]> answers);

    void receive(byte[] bytes);

    /** The line was quiet for some characters; protocols without a length end their frames so. */
    default void silence() {}
}
