package vn.luot.sim;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.SimAlphaSign;

@Command(
        name = "alpha",
        mixinStandardHelpOptions = true,
        description = "Bảng LED ma trận Alpha mô phỏng; in ra địa chỉ của nó rồi nội dung mỗi khi đổi"
                + " / a simulated Alpha matrix sign; prints its address, then what it shows",
        footer = TypedFaults.HOW)
final class AlphaCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Option(
            names = "--address",
            defaultValue = "01",
            description = "Hai chữ số hệ 16 / two hexadecimal digits (${DEFAULT-VALUE})")
    private String address;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var sign = new SimAlphaSign(address);
        sign.onChange(lit -> System.out.println(
                lit.lines().stream().map(SimAlphaSign.Line::text).collect(Collectors.joining(" | "))));
        return line.runBreakable(sign, Map.of("POWER_CYCLE", TypedFaults.once(sign::powerCycle)));
    }
}
