package vn.luot.sim;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.SimModbusDisplay;

@Command(
        name = "modbus",
        mixinStandardHelpOptions = true,
        description = "Màn hình số Modbus RTU mô phỏng trên một đường truyền; in ra địa chỉ rồi nội dung mỗi khi đổi"
                + " / simulated Modbus RTU displays on one line; prints its address, then what they show")
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
        return line.run(new Bus(units.stream().map(ModbusCommand::display).toList()));
    }

    private static SimModbusDisplay display(int unit) {
        var display = new SimModbusDisplay(unit);
        display.onChange(text -> System.out.println(unit + ": " + text));
        return display;
    }
}
