package vn.luot.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.program.Range;
import vn.luot.sim.hall.Centre;
import vn.luot.sim.hall.Demo;
import vn.luot.sim.hall.Folders;
import vn.luot.sim.hall.OneVisit;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Cả trung tâm mô phỏng trong một chương trình; in ra địa chỉ từng màn hình"
                + " / a whole simulated centre in one program; prints the address of every screen")
final class DemoCommand implements Callable<Integer> {
    /** Two more follow. */
    private static final Range PORTS = new Range(0, 65_533);

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Cổng của máy chủ; kiosk và trang mô phỏng dùng hai cổng kế tiếp"
                    + " / port of the hub; kiosk and hall page take the next two (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--once",
            description = {
                "Cho một người dân đi hết các bước, in sáu kết quả rồi thoát"
                        + " / sends one citizen through, prints six facts and ends.",
                "Giây in được tính từ số byte và tốc độ đường truyền; lời gọi là câu phải nghe thấy theo một cách đọc"
                        + " độc lập, không có trình duyệt nào phát tiếng",
                "Seconds of printing are reckoned from bytes and line speed; the spoken text is what one should hear"
                        + " by an independent reading, as no browser speaks here."
            })
    private boolean once;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Giữ dữ liệu ở đây để chạy tiếp lần sau; mặc định là thư mục tạm"
                    + " / keeps the store here, to go on next time; usually a temporary folder")
    private Path data;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Cùng số thì cùng người / the same people (${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PORTS.holding("port", port);
        var closing = Closing.whenTheProgramEnds();
        var folder = folder(closing);
        return once ? once(folder, closing) : run(folder, closing);
    }

    private Path folder(Closing closing) throws IOException {
        if (data != null) return Folders.made("data", data);
        var temporary = Files.createTempDirectory("luot-demo");
        closing.add(() -> remove(temporary));
        return temporary;
    }

    private int once(Path folder, Closing closing) throws IOException, InterruptedException {
        try {
            var centre = Centre.start(folder, 0);
            closing.add(centre::close);
            OneVisit.walk(centre).lines().forEach(command.commandLine().getOut()::println);
            return 0;
        } catch (OneVisit.WentWrong | HubProblem | HubAway e) {
            command.commandLine().getErr().println("Có lỗi / it went wrong: " + e.getMessage());
            return 1;
        }
    }

    private int run(Path folder, Closing closing) throws IOException, InterruptedException {
        var centre = Centre.start(folder, port);
        closing.add(centre::close);
        var demo = Demo.start(centre, port == 0 ? 0 : port + 2, seed);
        closing.add(demo::close);
        var out = command.commandLine().getOut();
        for (var screen : demo.screens()) {
            var note = screen.note() == null ? "" : "  (" + screen.note().vi() + ")";
            out.println(screen.name().vi() + " / " + screen.name().en() + ": " + screen.address() + note);
        }
        new CountDownLatch(1).await(); // until it is stopped
        return 0;
    }

    private static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tidy up " + folder, e);
        }
    }
}
