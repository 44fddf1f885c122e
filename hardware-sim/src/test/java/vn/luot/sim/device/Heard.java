package vn.luot.sim.device;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** What a device answered so far. */
final class Heard implements Consumer<byte[]> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Heard from(Device device) {
        var heard = new Heard();
        device.connect(heard);
        return heard;
    }

    @Override
    public synchronized void accept(byte[] answer) {
        bytes.writeBytes(answer);
    }

    synchronized String hex() {
        return Hex.text(bytes.toByteArray());
    }
}
