package vn.luot.sim;

import picocli.CommandLine.Command;
import vn.luot.protocol.program.Program;

/** The simulated hall, and simulated devices one by one. */
@Command(
        name = "luot",
        description = "Trung tâm mô phỏng và thiết bị mô phỏng / the simulated hall and simulated devices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchCommand.class,
            DemoCommand.class,
            SimCommand.class,
            SimulateCommand.class,
            TortureCommand.class
        })
public final class Main {
    Main() {}

    public static void main(String... args) {
        Program.main(new Main(), args);
    }
}
