package vn.luot.sim;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.Range;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.SimVendorBoard;
import vn.luot.sim.device.SimVendorBoard.Sheet;

@Command(
        name = "vendor",
        mixinStandardHelpOptions = true,
        description = "Bảng một dòng theo tài liệu của hãng, mô phỏng; in ra địa chỉ rồi nội dung mỗi khi đổi"
                + " / a simulated one-row board of a vendor; prints its address, then what it shows",
        footer = TypedFaults.HOW)
final class VendorCommand implements Callable<Integer> {
    private static final Range ADDRESSES = new Range(0, 255);

    @Mixin
    private SimulatedLine line;

    @Option(names = "--sheet", defaultValue = "TEXT_01_07", description = "${COMPLETION-CANDIDATES}")
    private Sheet sheet;

    @Option(names = "--address", defaultValue = "1", description = "0 … 255 (${DEFAULT-VALUE})")
    private int address;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var board = new SimVendorBoard(sheet, ADDRESSES.holding("address", address));
        board.onChange(System.out::println);
        return line.run(board, List.of(FaultSwitch.once("POWER_CYCLE", board::powerCycle)));
    }
}
