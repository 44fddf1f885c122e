package vn.luot.sim.hall;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One thing that can be broken and mended by hand.
 *
 * @param id such as "printer.PAPER_OUT" or "display.3.SILENT"
 */
record FaultSwitch(String id, BooleanSupplier isOn, Consumer<Boolean> set) {}
