package vn.luot.sim.device;

import java.util.Arrays;
import java.util.function.Consumer;

/** Lets so many bytes of what comes next through, and loses the rest. */
public final class Cable implements Device {
    private static final int WHOLE = Integer.MAX_VALUE;

    private final Device device;
    private int left = WHOLE;

    public Cable(Device device) {
        this.device = device;
    }

    public synchronized void breakAfter(int bytes) {
        left = bytes;
    }

    public synchronized boolean isBroken() {
        return left == 0;
    }

    public synchronized void mend() {
        left = WHOLE;
    }

    @Override
    public void connect(Consumer<byte[]> answers) {
        device.connect(answers);
    }

    @Override
    public synchronized void receive(byte[] bytes) {
        var through = Math.min(left, bytes.length);
        if (left != WHOLE) left -= through;
        device.receive(Arrays.copyOf(bytes, through));
    }

    @Override
    public void silence() {
        device.silence();
    }
}
