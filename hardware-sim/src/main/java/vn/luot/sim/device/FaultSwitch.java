package vn.luot.sim.device;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One thing of a simulated device or its line that can be broken and mended by hand.
 *
 * @param id such as "PAPER_OUT"; where there are several devices "printer.PAPER_OUT"
 */
public record FaultSwitch(String id, BooleanSupplier isOn, Consumer<Boolean> set) {
    /** What is over as soon as it has happened. */
    public static FaultSwitch once(String id, Runnable happening) {
        return new FaultSwitch(id, () -> false, on -> {
            if (on) happening.run();
        });
    }

    /** The same where there are several devices. */
    public FaultSwitch of(String device) {
        return new FaultSwitch(device + "." + id, isOn, set);
    }
}
