package vn.luot.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;
import vn.luot.sim.device.Device;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

/** The line that a stand-alone simulated device hangs on. */
final class SimulatedLine {
    private static final Path USUAL = Path.of("/tmp/luot-sim-tty");

    @Option(
            names = "--link",
            paramLabel = "PATH",
            description =
                    "Tên cổng nối tiếp giả; không ghi thì /tmp/luot-sim-tty, hoặc -2, -3 … khi tên ấy đang được dùng"
                            + " / name of the pseudo serial port; without it /tmp/luot-sim-tty, or -2, -3 … while that is in use")
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

    /**
     * The same, and what is typed breaks and mends it.
     *
     * @param faults of the device itself, beside those of its line
     */
    int runBreakable(Device device, Map<String, Consumer<Boolean>> faults) throws IOException, InterruptedException {
        return run(device, wire -> new TypedFaults(faults, wire, System.out).follow(System.in));
    }

    private int run(Device device, Consumer<Wire> also) throws IOException, InterruptedException {
        var wire = new Wire(
                tcp == null ? new PtyPort(link == null ? free(USUAL) : replaceable(link), baud) : new TcpPort(tcp),
                device);
        System.out.println(wire.address());
        also.accept(wire);
        return Program.untilStopped(wire::close);
    }

    /** The first name that leads to no port: a link that a killed device left behind leads nowhere. */
    static Path free(Path usual) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? usual : Path.of(usual + "-" + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** Only a link is replaced, never somebody's file. */
    static Path replaceable(Path link) {
        if (Files.isSymbolicLink(link) || Files.notExists(link)) return link;
        throw new CannotStart(
                "--link: " + link + " không phải cổng giả mà là tệp có sẵn, hãy chọn tên khác",
                "--link: " + link + " is a file of its own and no pseudo port: choose another name");
    }
}
