package vn.luot.sim;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.Program;
import vn.luot.sim.device.Device;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

/** The line that a stand-alone simulated device hangs on. */
final class SimulatedLine {
    @Option(
            names = "--link",
            paramLabel = "PATH",
            defaultValue = "/tmp/luot-sim-tty",
            description = "Tên cổng nối tiếp giả / name of the pseudo serial port (${DEFAULT-VALUE})")
    private Path link;

    @Option(
            names = "--baud",
            defaultValue = "9600",
            description = "Tốc độ đường truyền, bit/giây / bits a second (${DEFAULT-VALUE})")
    private int baud;

    @Option(
            names = "--tcp",
            paramLabel = "PORT",
            description = "Nghe ở cổng mạng này thay cho cổng nối tiếp, 0 = cổng trống bất kỳ"
                    + " / listen on this TCP port instead, 0 = any free one")
    private Integer tcp;

    /** Plugs the device in, prints where, and stays until the program is stopped. */
    int run(Device device) throws IOException, InterruptedException {
        return run(device, wire -> {});
    }

    /** @param also told of the line before the program waits */
    int run(Device device, Consumer<Wire> also) throws IOException, InterruptedException {
        var wire = new Wire(tcp == null ? new PtyPort(link, baud) : new TcpPort(tcp), device);
        System.out.println(wire.address());
        also.accept(wire);
        return Program.untilStopped(wire::close);
    }
}
