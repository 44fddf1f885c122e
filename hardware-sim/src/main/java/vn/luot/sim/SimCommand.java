package vn.luot.sim;

import picocli.CommandLine.Command;

@Command(
        name = "sim",
        description = "Một thiết bị mô phỏng / one simulated device",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PrinterCommand.class,
            AlphaCommand.class,
            ModbusCommand.class,
            VendorCommand.class,
            KeypadCommand.class,
            ScannerCommand.class
        })
final class SimCommand {}
