package vn.luot.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.luot.sim.device.FaultSwitch;
import vn.luot.sim.device.Wire;

/** Breaks and mends a stand-alone device and its line by words typed while it runs: +PAPER_OUT, -PAPER_OUT. */
final class TypedFaults {
    static final String HOW = "Khi đang chạy, gõ +UNPLUGGED để làm hỏng, -UNPLUGGED để sửa; gõ ? để xem mọi hỏng hóc"
            + " / while it runs, type +UNPLUGGED to break it, -UNPLUGGED to mend it, ? to see all that can break";

    /**
     * What a device has people type beside its faults.
     *
     * @param what it is, in Vietnamese and English, for whoever typed "?"; empty when it is nothing
     * @param obey answers false to what means nothing
     */
    record OtherWords(String what, Predicate<String> obey) {
        static final OtherWords NONE = new OtherWords("", typed -> false);
    }

    private final Map<String, FaultSwitch> switches = new TreeMap<>();
    private final PrintStream screen;
    private final OtherWords others;

    /** @param own what can be wrong with the device itself */
    TypedFaults(List<FaultSwitch> own, Wire wire, OtherWords others, PrintStream screen) {
        this.screen = screen;
        this.others = others;
        Stream.concat(own.stream(), wire.switches().stream()).forEach(fault -> switches.put(fault.id(), fault));
    }

    /** Obeys every line of {@code words}, until they end, on a thread of its own. */
    void follow(InputStream words) {
        var thread = new Thread(() -> obeyAll(words), "typed faults");
        thread.setDaemon(true);
        thread.start();
    }

    private void obeyAll(InputStream words) {
        var lines = new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8));
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) obey(line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("reading what is typed", e);
        }
    }

    void obey(String typed) {
        if (typed.isEmpty()) return;
        var chosen = switches.get(typed.substring(1).toUpperCase(Locale.ROOT));
        if (chosen != null && (typed.charAt(0) == '+' || typed.charAt(0) == '-')) {
            chosen.set().accept(typed.charAt(0) == '+');
            screen.println(typed);
        } else if (typed.equals("?") || !others.obey().test(typed)) {
            screen.println("+ hoặc / or - " + String.join(" ", switches.keySet()));
            if (!others.what().isEmpty()) screen.println(others.what());
        }
    }
}
