package vn.luot.sim;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.CannotStart;
import vn.luot.sim.device.FaultSwitch;
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
            description = "Hai chữ số hệ 16, 01 … FF / two hexadecimal digits (${DEFAULT-VALUE})")
    private String address;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var sign = new SimAlphaSign(hexadecimal(address));
        sign.onChange(lit -> System.out.println(
                lit.lines().stream().map(SimAlphaSign.Line::text).collect(Collectors.joining(" | "))));
        return line.run(sign, List.of(FaultSwitch.once("POWER_CYCLE", sign::powerCycle)));
    }

    /** 00 is everybody's address, and nobody's own. */
    private static String hexadecimal(String address) {
        if (address.matches("[0-9A-F]{2}") && !address.equals("00")) return address;
        throw new CannotStart(
                        "«" + address + "» không dùng được cho --address, hãy ghi hai chữ số hệ 16 từ 01 đến FF",
                        "no address of a sign: write two hexadecimal digits from 01 to FF")
                .about("address");
    }
}
