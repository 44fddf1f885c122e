package vn.luot.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;

/** The hub as a program: starts it, or does what else there is to do with its data. */
@Command(
        subcommands = {
            Main.Init.class,
            AccessCommands.Device.class,
            AccessCommands.Person.class,
            BackupCommands.Backup.class,
            BackupCommands.RestoreBackup.class,
            VerifyCommand.class
        })
public final class Main extends Start {
    /** Words that ask for more than to start a hub: the other commands, and what lists them all. */
    static final Set<String> ASK_FOR_MORE =
            Set.of("init", "device", "person", "backup", "restore", "verify", "-h", "--help", "-V", "--version");

    public static void main(String... args) {
        if (isOnlyToStart(args)) {
            var start = new Start();
            start.getReady();
            Program.main(start, args);
        } else {
            Program.main(new Main(), args);
        }
    }

    /** Reading what all the other commands can be asked took a third of the time that a hub needs to start. */
    private static boolean isOnlyToStart(String... args) {
        if (System.getenv("LUOT_CONFIG") != null) return false;
        return Stream.of(args).noneMatch(arg -> ASK_FOR_MORE.contains(arg) || arg.startsWith("--config"));
    }

    /** Where a hub's data is. */
    static final class Data {
        @Option(
                names = "--data",
                defaultValue = "luot-data",
                paramLabel = "DIR",
                description = "Thư mục dữ liệu / folder of the data (${DEFAULT-VALUE})")
        private Path folder;

        HubSetup open() {
            return HubSetup.open(folder, HubConfig.systemClock());
        }

        Path folder() {
            return folder;
        }

        Path checkpoints() {
            return folder.resolve(HubSetup.CHECKPOINTS);
        }

        Path file() {
            return HubSetup.file(folder);
        }

        Path backups() {
            return folder.resolve("backups");
        }
    }

    /** When backups are made, and where. */
    static final class Backups {
        private static final String NEVER = "never";

        @Option(
                names = "--backup-at",
                defaultValue = "01:30",
                paramLabel = "HH:MM",
                description = "Giờ sao lưu hằng ngày, hoặc never / time of the daily backup, or never"
                        + " (${DEFAULT-VALUE})")
        private String at;

        @Option(
                names = "--backup-to",
                paramLabel = "DIR",
                description = "Thư mục sao lưu, nên ở đĩa khác; mặc định: DIR/backups"
                        + " / folder of the backups, better on another disk")
        private Path to;

        @Option(
                names = "--backup-days",
                defaultValue = "14",
                paramLabel = "N",
                description = "Giữ bản sao lưu bao nhiêu ngày / days that backups are kept (${DEFAULT-VALUE})")
        private int days;

        @Mixin
        private BackupCommands.Lock lock;

        Optional<DailyBackup.Plan> plan(Path usual) {
            if (at.equals(NEVER)) return Optional.empty();
            if (days < 1) {
                throw new CannotStart(
                                days + " ngày là quá ít: hãy giữ ít nhất 1 ngày", "keep backups for one day at least")
                        .about("backup-days");
            }
            return Optional.of(
                    new DailyBackup.Plan(time(), Optional.ofNullable(to).orElse(usual), days, lock.passphrase()));
        }

        private LocalTime time() {
            try {
                return LocalTime.parse(at);
            } catch (DateTimeParseException e) {
                throw new CannotStart(
                                "«" + at + "» không phải giờ, hãy ghi như 01:30 hoặc never",
                                "not a time: write 01:30, or never",
                                e)
                        .about("backup-at");
            }
        }
    }

    /** Makes a new hub. */
    @Command(
            name = "init",
            mixinStandardHelpOptions = true,
            description = "Tạo dữ liệu cho một trung tâm mới / makes the data of a new centre.")
    static final class Init implements Callable<Integer> {
        @Mixin
        private Data data;

        @Option(
                names = "--plan",
                paramLabel = "FILE",
                description =
                        "Kế hoạch của trung tâm (JSON); mặc định: mẫu Hương Trà / the centre's plan; default: a sample")
        private Path plan;

        @Option(
                names = "--admin",
                required = true,
                paramLabel = "NAME",
                description = "Tên đăng nhập của quản trị / sign-in name of the administrator")
        private String admin;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var checked = plan();
            var password = AccessCommands.Password.forNewPerson();
            var setup = HubSetup.init(data.folder, checked, HubConfig.systemClock());
            addAdmin(setup, password);
            var out = command.commandLine().getOut();
            out.println("Đã tạo dữ liệu trong " + data.folder + " / the data was made");
            password.tell(out);
            return 0;
        }

        private void addAdmin(HubSetup setup, AccessCommands.Password password) {
            try {
                AccessCommands.add(setup.access(), Role.ADMIN, admin, admin, password.text());
            } catch (CannotStart e) {
                // Nobody could sign in; the data is made anew at the next try.
                setup.remove();
                throw e;
            }
        }

        private Plan plan() {
            if (plan == null) return Plans.huongTra();
            try {
                return Plans.read(Files.readAllBytes(plan));
            } catch (IOException e) {
                throw new CannotStart("không đọc được tệp " + plan, "the plan's file cannot be read", e);
            } catch (BadPlan e) {
                var faults = e.problems().stream()
                        .map(problem -> "\n  " + problem.path() + ": " + problem.vi() + " / " + problem.en())
                        .collect(Collectors.joining());
                throw new CannotStart("kế hoạch " + plan + " có lỗi", "the plan has faults:" + faults);
            }
        }
    }
}
