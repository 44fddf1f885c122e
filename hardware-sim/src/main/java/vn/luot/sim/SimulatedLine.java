package vn.luot.sim;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;
import vn.luot.protocol.program.Range;
import vn.luot.sim.device.Device;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.Port;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.TcpPort;
import vn.luot.sim.device.Wire;

/** The line that a stand-alone simulated device hangs on. */
final class SimulatedLine {
    private static final Path USUAL = Path.of("/tmp/luot-sim-tty");

    /** What drivers take for one. */
    private static final Range BAUDS = new Range(300, 4_000_000);

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

    /**
     * Plugs the device in, prints where, and stays until the program is stopped. What is typed breaks and mends it.
     *
     * @param faults of the device itself, beside those of its line
     */
    int run(Device device, List<FaultSwitch> faults) throws IOException, InterruptedException {
        return run(device, faults, TypedFaults.OtherWords.NONE);
    }

    /** The same; what is no fault is for the device. */
    int run(Device device, List<FaultSwitch> faults, TypedFaults.OtherWords others)
            throws IOException, InterruptedException {
        var wire = new Wire(port(), device);
        System.out.println(wire.address());
        new TypedFaults(faults, wire, others, System.out).follow(System.in);
        return Program.untilStopped(wire::close);
    }

    private Port port() throws IOException {
        if (tcp != null) return networkPort(Range.PORTS.holding("tcp", tcp));
        return new PtyPort(link == null ? free(USUAL) : replaceable(link), BAUDS.holding("baud", baud));
    }

    private static TcpPort networkPort(int number) throws IOException {
        try {
            return new TcpPort(number);
        } catch (BindException e) {
            throw new CannotStart(
                            "cổng --tcp " + number
                                    + " đang được chương trình khác dùng, hãy chọn cổng khác hoặc 0 để lấy cổng trống bất kỳ",
                            "the port is taken by another program: choose another one, or 0 for any that is free",
                            e)
                    .about("tcp");
        }
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
        var folder = link.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new CannotStart(
                            "--link: không có hoặc không ghi được vào thư mục " + folder
                                    + ", hãy tạo thư mục ấy hoặc chọn tên khác, ví dụ " + USUAL,
                            "no such folder, or it cannot be written: make it, or choose another name, such as "
                                    + USUAL)
                    .about("link");
        }
        if (Files.isSymbolicLink(link) || Files.notExists(link)) return link;
        throw new CannotStart(
                        "--link: " + link + " không phải cổng giả mà là tệp có sẵn, hãy chọn tên khác",
                        "it is a file of its own and no pseudo port: choose another name")
                .about("link");
    }
}
