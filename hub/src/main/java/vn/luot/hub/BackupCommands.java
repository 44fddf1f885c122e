package vn.luot.hub;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.db.BackupFolder;
import vn.luot.hub.db.Passphrase;
import vn.luot.hub.db.Restore;

/** The commands that keep a hub's data safe. */
final class BackupCommands {
    private BackupCommands() {}

    /** What backups are locked with. */
    static final class Lock {
        @Option(
                names = "--passphrase-file",
                paramLabel = "FILE",
                description = "Tệp chứa mật khẩu của bản sao lưu / file of the backups' passphrase (none: not locked)")
        private Path file;

        Passphrase passphrase() {
            return file == null ? Passphrase.NONE : Passphrase.in(file);
        }
    }

    @Command(
            name = "backup",
            mixinStandardHelpOptions = true,
            description = "Sao lưu, cả khi máy chủ đang chạy / makes a backup, also while the hub runs.")
    static final class Backup implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(
                names = "--to",
                paramLabel = "DIR",
                description = "Thư mục chứa bản sao lưu; mặc định: DIR/backups / folder of the backup")
        private Path to;

        @Mixin
        private Lock lock;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var folder = new BackupFolder(Optional.ofNullable(to).orElseGet(data::backups));
            var made = folder.make(data.open().database(), lock.passphrase(), HubConfig.systemClock());
            out(command)
                    .println("Đã sao lưu " + made.steps() + " bước, " + made.tickets() + " phiếu / backed up: "
                            + made.file());
            return 0;
        }
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Khôi phục từ bản sao lưu; dữ liệu cũ được giữ riêng"
                    + " / puts a backup in the place of the data, which is kept aside.")
    static final class RestoreBackup implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(names = "--from", required = true, paramLabel = "FILE", description = "Bản sao lưu / the backup")
        private Path from;

        @Option(
                names = "--accept-loss",
                description = "Chấp nhận mất những gì mới hơn bản sao lưu / lose what is newer than the backup")
        private boolean acceptLoss;

        @Mixin
        private Lock lock;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var clock = HubConfig.systemClock();
            Restore.Witness log = (fresh, epoch, starting) -> new AccessLog(fresh, HubSetup.HALL, clock)
                    .note(AccessLog.Kind.RESTORED, AccessLog.COMMAND_LINE, "", "epoch " + epoch, starting);
            var restored = new Restore(from, lock.passphrase(), acceptLoss, clock, log).to(data.file());
            var out = out(command);
            out.println("Đã khôi phục " + restored.steps() + " bước, " + restored.tickets() + " phiếu, kỷ nguyên mới "
                    + restored.epoch() + " / restored, with a new epoch");
            restored.said().forEach(out::println);
            return 0;
        }
    }

    private static PrintWriter out(CommandSpec command) {
        return command.commandLine().getOut();
    }
}
