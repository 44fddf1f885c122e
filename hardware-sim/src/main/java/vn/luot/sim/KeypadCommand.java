package vn.luot.sim;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.sim.device.SimKeypad;
import vn.luot.sim.device.SimKeypad.Key;

@Command(
        name = "keypad",
        mixinStandardHelpOptions = true,
        description =
                "Bàn phím mô phỏng: gõ next, recall, start, finish, no_show, open, close; in ra màn hình của nó mỗi khi đổi"
                        + " / a simulated keypad: type a key's name; prints its display whenever that changes")
final class KeypadCommand implements Callable<Integer> {
    @Mixin
    private SimulatedLine line;

    @Option(names = "--address", defaultValue = "1", description = "1 … 99 (${DEFAULT-VALUE})")
    private int address;

    private String shown = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var keypad = new SimKeypad(address);
        keypad.onChange(this::show);
        var fingers = new Thread(() -> press(keypad), "fingers");
        fingers.setDaemon(true);
        fingers.start();
        return line.run(keypad);
    }

    private void show(String text) {
        if (!text.equals(shown)) System.out.println("[" + text + "]");
        shown = text;
    }

    private static void press(SimKeypad keypad) {
        var typed = new Scanner(System.in);
        while (typed.hasNextLine()) {
            var name = typed.nextLine().strip().toUpperCase(Locale.ROOT);
            Arrays.stream(Key.values()).filter(key -> key.name().equals(name)).forEach(keypad::press);
        }
    }
}
