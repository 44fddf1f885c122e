package vn.luot.sim;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.SimVendorBoard;
import vn.luot.sim.device.SimVendorBoard.Sheet;

@Command(
        name = "vendor",
        mixinStandardHelpOptions = true,
        description = "Bảng một dòng theo tài liệu của hãng, mô phỏng; in ra địa chỉ rồi nội dung mỗi khi đổi"
                + " / a simulated one-row board of a vendor; prints its address, then what it shows",
        footer = TypedFaults.HOW)
final class VendorCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Option(names = "--sheet", defaultValue = "TEXT_01_07", description = "${COMPLETION-CANDIDATES}")
    private Sheet sheet;

    @Option(names = "--address", defaultValue = "1", description = "0 … 255 (${DEFAULT-VALUE})")
    private int address;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var board = new SimVendorBoard(sheet, address);
        board.onChange(System.out::println);
        return line.runBreakable(board, Map.of("POWER_CYCLE", TypedFaults.once(board::powerCycle)));
    }
}
