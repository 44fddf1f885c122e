package vn.luot.sim.device;

import java.util.List;
import java.util.function.Consumer;

/** Several devices on one pair of wires: each hears everything. */
public record Bus(List<? extends Device> devices) implements Device {
    public Bus {
        devices = List.copyOf(devices);
    }

    @Override
    public void connect(Consumer<byte[]> answers) {
        devices.forEach(device -> device.connect(answers));
    }

    @Override
    public void receive(byte[] bytes) {
        devices.forEach(device -> device.receive(bytes));
    }

    @Override
    public void silence() {
        devices.forEach(Device::silence);
    }
}
