package vn.luot.sim.device;

import java.io.IOException;
import java.time.Duration;

/** The device's end of a line, which can be pulled out and put back. Belongs to one thread: that of its {@link Wire}. */
public interface Port {
    /** Where a driver finds this device, as one writes it in a configuration: {@code serial:/…@9600} or {@code tcp:HOST:PORT}. */
    String address();

    /** Bits a second; 0 for a network line, which has no such limit. */
    int baud();

    void plugIn() throws IOException;

    /** What is on its way is lost, and the driver's end finds nobody there. */
    void unplug() throws IOException;

    /**
     * Waits for bytes, at most {@code patience}, and returns how many came; 0 when none did or nobody is at the other
     * end.
     */
    int read(byte[] into, Duration patience) throws IOException;

    /** Says {@code bytes} to the other end; what nobody takes is lost, as on a wire without handshake. */
    void write(byte[] bytes) throws IOException;
}
