package vn.luot.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.luot.sim.device.PrinterFault;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/** Breaks and mends a stand-alone printer by words typed while it runs: +PAPER_OUT, -PAPER_OUT. */
final class TypedFaults {
    private final Map<String, Consumer<Boolean>> switches = new TreeMap<>();
    private final PrintStream screen;

    TypedFaults(SimPrinter printer, Wire wire, PrintStream screen) {
        this.screen = screen;
        for (var fault : PrinterFault.values()) switches.put(fault.name(), on -> printer.set(fault, on));
        switches.put("UNPLUGGED", on -> {
            if (on) wire.unplug();
            else wire.plugIn();
        });
        switches.put("NOT_READING", on -> wire.reading(!on));
        switches.put("NOT_ANSWERING", on -> wire.answering(!on));
        switches.put("NOISE", wire::noise);
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
            chosen.accept(typed.charAt(0) == '+');
            screen.println(typed);
        } else {
            screen.println("+ hoặc / or - " + String.join(" ", switches.keySet()));
        }
    }
}
