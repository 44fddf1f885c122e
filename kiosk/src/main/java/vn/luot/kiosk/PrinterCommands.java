package vn.luot.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.SelfTestAnswer;
import vn.luot.kiosk.printer.TestPages;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.Text;

/** Tries a printer without a kiosk: says in one line what it is like, or what keeps it from printing. */
@Command(
        name = "printer",
        description = "Thử máy in / try the printer",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PrinterCommands.Test.class, PrinterCommands.Status.class, PrinterCommands.Profiles.class})
final class PrinterCommands {
    /** A ticket that was sent and not proved may be on paper all the same, or come with new paper. */
    private static final Text LOOK = new Text(
            "; không rõ trang đã ra giấy chưa, hãy xem giấy",
            "; whether the page came out, or a part of it, is not known: look at the paper");

    /** Which printer. */
    static final class Which {
        @Option(
                names = "--line",
                required = true,
                paramLabel = "LINE",
                description = "serial:/dev/ttyUSB0@19200, tcp:HOST:PORT")
        private LineAddress line;

        @Option(
                names = "--profile",
                defaultValue = PrinterProfile.DEFAULT,
                paramLabel = "NAME",
                description = "Loại máy in hoặc tệp .json / printer model or a .json file (${DEFAULT-VALUE})")
        private String profile;

        Printer open(PrinterProfile chosen) {
            return new Printer(line, chosen, state -> {}).start();
        }
    }

    @Command(
            name = "test",
            description = "In trang thử có đủ 134 chữ tiếng Việt / print a page with all Vietnamese letters",
            mixinStandardHelpOptions = true)
    static final class Test implements Callable<Integer> {
        @Mixin
        private Which which;

        @Option(names = "--ticket", description = "In một phiếu mẫu / print a sample ticket instead")
        private boolean ticket;

        @Option(
                names = "--template",
                paramLabel = "FILE",
                description = "Mẫu phiếu của trung tâm / the centre's ticket template")
        private Path template;

        @Option(
                names = "--save",
                defaultValue = "may-in.json",
                paramLabel = "FILE",
                description =
                        "Nơi ghi cấu hình sau khi xem trang thử / where the profile found is written (${DEFAULT-VALUE})")
        private Path save;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            var profile = PrinterProfile.named(which.profile);
            var lines = lines(profile);
            try (var printer = which.open(profile)) {
                var state = printer.greeting().join();
                if (!state.canPrint()) return told(spec, printer, state);
                var outcome = printer.print(lines).join();
                if (outcome instanceof PrintOutcome.Unknown unknown) return told(spec, printer, unknown.why(), LOOK);
                if (outcome instanceof PrintOutcome.NotPrinted not) return told(spec, printer, not.why());
                spec.commandLine().getOut().println("PRINTED");
            }
            if (!ticket && System.console() != null) {
                ask(profile, new BufferedReader(System.console().reader()));
            }
            return 0;
        }

        private List<PrintLine> lines(PrinterProfile profile) {
            if (!ticket) return TestPages.selfTest(which.profile, profile);
            var chosen = template == null ? TicketLayout.ofPlan() : TicketLayout.read(template);
            return TestPages.sampleTicket(chosen, Instant.now());
        }

        private void ask(PrinterProfile profile, BufferedReader person) {
            try {
                new SelfTestAnswer(profile, save).ask(person, spec.commandLine().getOut());
            } catch (IOException e) {
                throw new UncheckedIOException("reading the terminal", e);
            }
        }
    }

    @Command(
            name = "status",
            description = "Hỏi trạng thái máy in / ask for the printer's state",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        @Mixin
        private Which which;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try (var printer = which.open(PrinterProfile.named(which.profile))) {
                return told(spec, printer, printer.greeting().join());
            }
        }
    }

    @Command(
            name = "profiles",
            description = "Liệt kê các loại máy in / list the printer models",
            mixinStandardHelpOptions = true)
    static final class Profiles implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrinterProfile.names().forEach(name -> {
                var profile = PrinterProfile.named(name);
                out().printf("%-16s %-12s %s%n", name, profile.text(), profile.model());
            });
            return 0;
        }

        private PrintWriter out() {
            return spec.commandLine().getOut();
        }
    }

    private static int told(CommandSpec spec, Printer printer, PrinterState state) {
        return told(spec, printer, state, new Text("", ""));
    }

    /** @param also what is to be said after the state */
    private static int told(CommandSpec spec, Printer printer, PrinterState state, Text also) {
        var why = state == PrinterState.GONE ? " (" + printer.lineTrouble() + ")" : "";
        var text = state.forTechnician();
        spec.commandLine().getOut().println(state + ": " + text.vi() + also.vi() + " / " + text.en() + also.en() + why);
        return state.canPrint() ? 0 : 1;
    }
}
