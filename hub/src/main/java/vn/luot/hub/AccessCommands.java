package vn.luot.hub;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.access.AccessRefused;
import vn.luot.hub.access.People;
import vn.luot.hub.access.Proof;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.program.CannotStart;

/** The commands that let devices and persons in, and shut them out. */
final class AccessCommands {
    private AccessCommands() {}

    /** Devices of the centre. */
    @Command(
            name = "device",
            mixinStandardHelpOptions = true,
            description = "Thiết bị của trung tâm / devices of the centre.",
            subcommands = {AccessCommands.AddDevice.class, AccessCommands.RevokeDevice.class})
    static final class Device {}

    /** The roles of devices, as written on the command line. */
    private enum DeviceRole {
        kiosk,
        board,
        tablet,
        keypad;

        private Role role() {
            return Role.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** Lets a device in. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Thêm thiết bị, in mã của nó đúng một lần / adds a device and prints its token once.")
    static final class AddDevice implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
        private DeviceRole role;

        @Option(names = "--name", required = true, description = "Tên thiết bị / name of the device, such as K1")
        private String name;

        @Option(
                names = "--counter",
                paramLabel = "N",
                description = "Quầy của bàn phím; chỉ cho keypad / the keypad's counter; only for a keypad")
        private Integer counter;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            if ((role == DeviceRole.keypad) != (counter != null)) {
                throw new CannotStart(
                        "bàn phím cần --counter N, thiết bị khác thì không",
                        "a keypad needs --counter N, and other devices have none");
            }
            try {
                var access = data.open().access();
                var token = counter == null ? access.addDevice(role.role(), name) : access.addKeypad(counter, name);
                command.commandLine().getOut().println(token);
                return 0;
            } catch (AccessRefused e) {
                throw new CannotStart(e.vi(), e.en(), e);
            }
        }
    }

    /** Shuts a device out. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Thu hồi mã của thiết bị, có hiệu lực trong 5 giây / shuts a device out within 5 s.")
    static final class RevokeDevice implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(names = "--name", required = true, description = "Tên thiết bị / name of the device, such as K1")
        private String name;

        @Override
        public Integer call() {
            try {
                data.open().access().devices().revoke(AccessLog.COMMAND_LINE, name);
                return 0;
            } catch (AccessRefused e) {
                throw new CannotStart(e.vi(), e.en(), e);
            }
        }
    }

    /** People of the centre. */
    @Command(
            name = "person",
            mixinStandardHelpOptions = true,
            description = "Người của trung tâm / persons of the centre.",
            subcommands = {AccessCommands.AddPerson.class, AccessCommands.ResetPassword.class})
    static final class Person {}

    /** The roles of persons, as written on the command line. */
    private enum PersonRole {
        clerk,
        host,
        manager,
        technician,
        admin;

        private Role role() {
            return Role.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    /** Lets a person in. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Thêm người, hỏi hoặc in mật khẩu / adds a person and asks for, or prints, the password.")
    static final class AddPerson implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
        private PersonRole role;

        @Option(names = "--name", required = true, description = "Tên đăng nhập / sign-in name")
        private String name;

        @Option(names = "--shown-as", required = true, description = "Tên cho người dân thấy / name that visitors see")
        private String shownAs;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var password = Password.forNewPerson();
            add(data.open().access(), role.role(), name, shownAs, password.text());
            password.tell(command.commandLine().getOut());
            return 0;
        }
    }

    /** For whoever has forgotten the password, an administrator too. */
    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Đặt lại mật khẩu và bỏ yếu tố thứ hai; người đó phải đổi khi đăng nhập"
                    + " / gives a new password, to be changed at sign-in, and takes the second factor away.")
    static final class ResetPassword implements Callable<Integer> {
        @Mixin
        private Main.Data data;

        @Option(names = "--name", required = true, description = "Tên đăng nhập / sign-in name")
        private String name;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            var access = data.open().access();
            try {
                new Password(access.people().resetPassword(AccessLog.COMMAND_LINE, name, Proof.NONE), true)
                        .tell(command.commandLine().getOut());
                access.secondFactors().remove(AccessLog.COMMAND_LINE, name, Proof.NONE);
                return 0;
            } catch (AccessRefused e) {
                throw new CannotStart(e.vi(), e.en(), e);
            }
        }
    }

    static void add(Access access, Role role, String name, String shownAs, String password) {
        try {
            access.addPerson(role, name, shownAs, password);
        } catch (AccessRefused e) {
            throw new CannotStart(e.vi(), e.en(), e);
        }
    }

    /**
     * A new person's password: typed at a terminal, or else made here and printed once.
     *
     * @param made whether it was made here
     */
    record Password(String text, boolean made) {
        static Password forNewPerson() {
            var console = System.console();
            var typed = console == null ? "" : typed(console);
            return typed.isEmpty() ? new Password(People.freshPassword(), true) : new Password(typed, false);
        }

        private static String typed(Console console) {
            return new String(
                    console.readPassword("Mật khẩu (bỏ trống để máy đặt) / password (empty to have one made): "));
        }

        void tell(PrintWriter out) {
            if (made) out.println("Mật khẩu, chỉ hiện lần này / password, shown only now: " + text);
        }
    }
}
