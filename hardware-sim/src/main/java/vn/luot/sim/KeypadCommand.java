package vn.luot.sim;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.Range;
import vn.luot.sim.device.SimKeypad;
import vn.luot.sim.device.SimKeypad.Key;

@Command(
        name = "keypad",
        mixinStandardHelpOptions = true,
        description =
                "Bàn phím mô phỏng: gõ next, recall, start, finish, no_show, open, close; in ra màn hình của nó mỗi khi đổi"
                        + " / a simulated keypad: type a key's name; prints its display whenever that changes",
        footer = TypedFaults.HOW)
final class KeypadCommand implements Callable<Integer> {
    private static final Range ADDRESSES = new Range(1, 99);

    private static final String KEYS = Arrays.stream(Key.values())
            .map(key -> key.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ", "phím / keys: ", ""));

    @Mixin
    private SimulatedLine line;

    @Option(names = "--address", defaultValue = "1", description = "1 … 99 (${DEFAULT-VALUE})")
    private int address;

    private String shown = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var keypad = new SimKeypad(ADDRESSES.holding("address", address));
        keypad.onChange(this::show);
        return line.run(keypad, keypad.switches(), new TypedFaults.OtherWords(KEYS, typed -> isPressed(keypad, typed)));
    }

    private void show(String text) {
        if (!text.equals(shown)) System.out.println("[" + text + "]");
        shown = text;
    }

    /** A key that still waits to be taken is lost, as on a real keypad. */
    static boolean isPressed(SimKeypad keypad, String typed) {
        var key = Arrays.stream(Key.values())
                .filter(any -> any.name().equalsIgnoreCase(typed))
                .findFirst();
        key.ifPresent(keypad::press);
        return key.isPresent();
    }
}
