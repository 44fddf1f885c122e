package vn.luot.sim;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.SimModbusDisplay;

@Command(
        name = "modbus",
        mixinStandardHelpOptions = true,
        description = "Màn hình số Modbus RTU mô phỏng trên một đường truyền; in ra địa chỉ rồi nội dung mỗi khi đổi"
                + " / simulated Modbus RTU displays on one line; prints its address, then what they show",
        footer = TypedFaults.HOW)
final class ModbusCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Option(
            names = "--units",
            split = ",",
            defaultValue = "1",
            description = "Địa chỉ các màn hình / addresses of the displays (${DEFAULT-VALUE})")
    private List<Integer> units;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var displays = units.stream().map(ModbusCommand::display).toList();
        return line.runBreakable(new Bus(displays), faultsOf(displays));
    }

    static Map<String, Consumer<Boolean>> faultsOf(List<SimModbusDisplay> displays) {
        var faults = new HashMap<String, Consumer<Boolean>>();
        for (var display : displays) faults.put("SILENT_" + display.unit(), display::silent);
        faults.put("CRC_ERROR", on -> displays.forEach(display -> display.garbling(on)));
        faults.put("POWER_CYCLE", TypedFaults.once(() -> displays.forEach(SimModbusDisplay::powerCycle)));
        if (displays.size() > 1) {
            var second = displays.get(1);
            faults.put("SAME_ADDRESS", on -> second.dial(on ? displays.get(0).unit() : second.unit()));
        }
        return faults;
    }

    private static SimModbusDisplay display(int unit) {
        var display = new SimModbusDisplay(unit);
        display.onChange(text -> System.out.println(unit + ": " + text));
        return display;
    }
}
