package vn.luot.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.hub.desk.CheckpointKey;
import vn.luot.hub.desk.Checkpoints;
import vn.luot.hub.desk.JournalCheck;
import vn.luot.protocol.message.Text;

/** Checks that a hub's data is what was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Kiểm tra dữ liệu có bị hỏng, sửa, xoá hay cắt không"
                + " / checks that nothing in the data was damaged, changed, deleted or cut off.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private Main.Data data;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "Tệp điểm kiểm, tốt nhất là bản giữ ở nơi khác; mặc định: DIR/checkpoints.jsonl"
                    + " / file of checkpoints, better the copy that was kept elsewhere")
    private Path checkpoints;

    @Option(
            names = "--key",
            paramLabel = "DIR",
            description = "Thư mục có audit.pub, tốt nhất là bản giữ ở nơi khác; mặc định: DIR"
                    + " / folder of audit.pub, better the copy that was kept elsewhere")
    private Path key;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        var setup = data.open();
        var known = Checkpoints.read(checkpoints == null ? data.checkpoints() : checkpoints);
        var result = new JournalCheck(setup.database(), HubSetup.HALL)
                .check(known, known.isEmpty() ? null : CheckpointKey.publicIn(key == null ? data.folder() : key));
        var faults = new ArrayList<>(setup.database().faults());
        faults.addAll(result.faults());
        setup.access().log().fault().ifPresent(faults::add);
        var out = command.commandLine().getOut();
        result.notes().forEach(note -> out.println(line(note)));
        faults.forEach(fault -> out.println(line(fault)));
        out.println(result.steps() + " bước, " + known.size() + " điểm kiểm, " + faults.size() + " sai lệch / "
                + result.steps() + " steps, " + known.size() + " checkpoints, " + faults.size() + " faults");
        return faults.isEmpty() ? 0 : 1;
    }

    private static String line(Text text) {
        return text.vi() + " / " + text.en();
    }
}
