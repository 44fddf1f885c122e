package vn.luot.sim.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.luot.sim.device.SimModbusDisplay;

/** What the displays at the counters showed, in order. Thread-safe. */
final class DisplayLog {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z]{1,2}\\d{3,}");

    record Shown(int counter, String number) {}

    private final List<Shown> shown = new ArrayList<>();
    private final Map<Integer, String> now = new HashMap<>();

    void watch(List<SimModbusDisplay> displays) {
        for (var display : displays) {
            display.onChange(text -> note(display.unit(), text.strip()));
        }
    }

    private synchronized void note(int counter, String text) {
        if (text.equals(now.put(counter, text))) return;
        if (NUMBER.matcher(text).matches()) shown.add(new Shown(counter, text));
    }

    synchronized String now(int counter) {
        return now.getOrDefault(counter, "");
    }

    synchronized Set<Integer> counters() {
        return Set.copyOf(now.keySet());
    }

    synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }
}
