package vn.luot.sim.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several devices on one pair of wires: each hears everything, and when two answer at once, neither is understood.
 */
public final class Bus implements Device {
    private final List<? extends Device> devices;
    private final List<byte[]> spoken = new ArrayList<>();
    private Consumer<byte[]> answers = answer -> {};

    public Bus(List<? extends Device> devices) {
        this.devices = List.copyOf(devices);
    }

    @Override
    public synchronized void connect(Consumer<byte[]> answers) {
        this.answers = answers;
        devices.forEach(device -> device.connect(spoken::add));
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        for (var octet : bytes) {
            devices.forEach(device -> device.receive(new byte[] {octet}));
            speak();
        }
    }

    @Override
    public synchronized void silence() {
        devices.forEach(Device::silence);
        speak();
    }

    private void speak() {
        spoken.stream().reduce(Bus::collision).ifPresent(answers);
        spoken.clear();
    }

    /** The second begins while the first still speaks: wherever either pulls the wire down, a receiver reads a zero. */
    private static byte[] collision(byte[] first, byte[] second) {
        var mixed = new byte[Math.max(first.length, second.length + 1)];
        for (var at = 0; at < mixed.length; at++) {
            var one = at < first.length ? first[at] : 0xFF;
            var other = at > 0 && at <= second.length ? second[at - 1] : 0xFF;
            mixed[at] = (byte) (one & other);
        }
        return mixed;
    }
}
