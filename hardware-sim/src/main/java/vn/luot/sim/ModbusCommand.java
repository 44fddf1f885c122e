package vn.luot.sim;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Range;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.SimModbusDisplay;

@Command(
        name = "modbus",
        mixinStandardHelpOptions = true,
        description = "Màn hình số Modbus RTU mô phỏng trên một đường truyền; in ra địa chỉ rồi nội dung mỗi khi đổi"
                + " / simulated Modbus RTU displays on one line; prints its address, then what they show",
        footer = TypedFaults.HOW)
final class ModbusCommand implements Callable<Integer> {
    private static final Range UNITS = new Range(1, 247);

    @Mixin
    private SimulatedLine line;

    @Option(
            names = "--units",
            split = ",",
            defaultValue = "1",
            description = "Địa chỉ các màn hình, 1 … 247 / addresses of the displays (${DEFAULT-VALUE})")
    private List<Integer> units;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (new HashSet<>(units).size() < units.size()) throw twoAtOneAddress();
        var displays = units.stream()
                .map(unit -> display(UNITS.holding("units", unit)))
                .toList();
        return line.run(new Bus(displays), faultsOf(displays));
    }

    private CannotStart twoAtOneAddress() {
        return new CannotStart(
                        "--units có hai màn hình một địa chỉ: " + units
                                + ", hãy cho mỗi màn hình một địa chỉ; để thử sự cố ấy, khi đang chạy hãy gõ +SAME_ADDRESS",
                        "two displays at one address: give each its own; to try that fault, type +SAME_ADDRESS while it runs")
                .about("units");
    }

    static List<FaultSwitch> faultsOf(List<SimModbusDisplay> displays) {
        var powerCycle = FaultSwitch.once("POWER_CYCLE", () -> displays.forEach(SimModbusDisplay::powerCycle));
        return Stream.concat(SimModbusDisplay.switches(displays).stream(), Stream.of(powerCycle))
                .toList();
    }

    private static SimModbusDisplay display(int unit) {
        var display = new SimModbusDisplay(unit);
        display.onChange(text -> System.out.println(unit + ": " + text));
        return display;
    }
}
