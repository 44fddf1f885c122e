package vn.luot.sim;

import picocli.CommandLine.Command;
import vn.luot.protocol.program.Program;

/** Simulated devices and the simulated hall. */
@Command(
        name = "sim",
        description = "Thiết bị mô phỏng / simulated devices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PrinterCommand.class, AlphaCommand.class, ModbusCommand.class})
public final class Main {
    private Main() {}

    public static void main(String... args) {
        Program.main(new Main(), args);
    }
}
