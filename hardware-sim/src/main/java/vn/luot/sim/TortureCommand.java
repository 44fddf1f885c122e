package vn.luot.sim;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.protocol.program.CannotStart;
import vn.luot.sim.hall.Folders;
import vn.luot.sim.torture.Torture;

@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description =
                "Giết, treo, cắt mạng, hỏng đĩa các chương trình thật rồi đối chiếu sổ sách; thoát 1 khi có sai lệch"
                        + " / kills, stops, cuts off real programs on broken disks, then audits; exit code 1 when anything is owed")
final class TortureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--quick", description = "Dưới năm phút / under five minutes")
    private boolean quick;

    @Option(names = "--brief", description = "Dưới một phút / under a minute")
    private boolean brief;

    @Option(
            names = "--on-time",
            description = "Thoát 1 cả khi chậm hơn mục tiêu; chỉ dùng trên máy rảnh"
                    + " / exit code 1 when a goal was short, too; for a quiet machine only")
    private boolean onTime;

    @Option(names = "--seed", defaultValue = "1", description = "Hạt giống / seed (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--only", defaultValue = "", paramLabel = "NAME", description = "Chỉ một chương / one chapter only")
    private String only;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Nơi giữ dữ liệu và nhật ký của các chương trình / keeps the programs' data and logs here")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (!only.isEmpty() && !Torture.CHAPTERS.contains(only)) throw noSuchChapter();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        var out = command.commandLine().getOut();
        var folder = data == null ? Files.createTempDirectory("luot-torture") : Folders.made("data", data);
        var effort = brief ? Torture.Effort.BRIEF : quick ? Torture.Effort.QUICK : Torture.Effort.FULL;
        var torture = new Torture(folder, seed, effort, only, line -> {
            out.println(line);
            out.flush();
        });
        var isClean = torture.run();
        return isClean && (!onTime || torture.isOnTime()) ? 0 : 1;
    }

    private CannotStart noSuchChapter() {
        var chapters = String.join(", ", Torture.CHAPTERS);
        return new CannotStart(
                        "không có chương «" + only + "» cho --only, hãy chọn: " + chapters,
                        "no such chapter for --only: choose one of " + chapters)
                .about("only");
    }
}
