package vn.luot.sim.hall;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.luot.sim.device.Bus;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimAlphaSign;
import vn.luot.sim.device.SimModbusDisplay;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.SimScanner;
import vn.luot.sim.device.Wire;

/** The devices of the hall on serial lines of their own: a kiosk's printer and scanner, a main board, a display at each counter. */
public final class Hardware implements AutoCloseable {
    static final String SIGN_ADDRESS = "01";

    /** Lines of text that the main board has room for. */
    static final int SIGN_LINES = 4;

    /** Pictures of letters are too long for the slower rates. */
    private static final int PRINTER_BAUD = 115_200;

    private static final int BOARDS_BAUD = 9_600;

    private final SimPrinter printer = new SimPrinter();
    private final SimScanner scanner = new SimScanner();
    private final SimAlphaSign sign = new SimAlphaSign(SIGN_ADDRESS);
    private final List<SimModbusDisplay> displays;
    private final Wire printerLine;
    private final Wire scannerLine;
    private final Wire signLine;
    private final Wire displaysLine;

    /**
     * @param ports folder for the names of the serial ports
     * @param counters their numbers, which are the units of their displays
     */
    public Hardware(Path ports, List<Integer> counters) {
        displays = counters.stream().map(SimModbusDisplay::new).toList();
        printerLine = new Wire(new PtyPort(ports.resolve("ttyPrinter"), PRINTER_BAUD), printer);
        scannerLine = new Wire(new PtyPort(ports.resolve("ttyScanner"), BOARDS_BAUD), scanner);
        signLine = new Wire(new PtyPort(ports.resolve("ttyBoard"), BOARDS_BAUD), sign);
        displaysLine = new Wire(new PtyPort(ports.resolve("ttyCounters"), BOARDS_BAUD), new Bus(displays));
    }

    public SimPrinter printer() {
        return printer;
    }

    public Wire printerLine() {
        return printerLine;
    }

    public SimScanner scanner() {
        return scanner;
    }

    public Wire scannerLine() {
        return scannerLine;
    }

    /** The main board. */
    public SimAlphaSign sign() {
        return sign;
    }

    public Wire signLine() {
        return signLine;
    }

    public List<SimModbusDisplay> displays() {
        return displays;
    }

    public Wire displaysLine() {
        return displaysLine;
    }

    /** The display at a counter. */
    public SimModbusDisplay display(int counter) {
        return displays.stream()
                .filter(display -> display.unit() == counter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no display at counter " + counter));
    }

    /** Lets the lines keep up with people whose time is sped up. */
    void speed(double times) {
        Stream.of(printerLine, signLine, displaysLine).forEach(line -> line.speed(Math.max(1, times)));
    }

    /** Whom to tell when something was printed or lit. */
    void onChange(Runnable listener) {
        printer.onTicket(ticket -> listener.run());
        sign.onChange(lit -> listener.run());
        displays.forEach(display -> display.onChange(text -> listener.run()));
    }

    /** All that can be broken. */
    List<FaultSwitch> switches() {
        return Stream.of(
                        of("printer", printer.switches()),
                        of("printer", printerLine.switches()),
                        of("sign", signLine.switches()),
                        of("displays", displaysLine.switches()),
                        of("displays", SimModbusDisplay.switches(displays)))
                .flatMap(faults -> faults)
                .toList();
    }

    private static Stream<FaultSwitch> of(String device, List<FaultSwitch> faults) {
        return faults.stream().map(fault -> fault.of(device));
    }

    @Override
    public void close() {
        Stream.of(printerLine, scannerLine, signLine, displaysLine).forEach(Wire::close);
    }
}
