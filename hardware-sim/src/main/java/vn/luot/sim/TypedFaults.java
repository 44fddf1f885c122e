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
import vn.luot.sim.device.Wire;

/** Breaks and mends a stand-alone device and its line by words typed while it runs: +PAPER_OUT, -PAPER_OUT. */
final class TypedFaults {
    static final String HOW = "Khi đang chạy, gõ +UNPLUGGED để làm hỏng, -UNPLUGGED để sửa; gõ ? để xem mọi hỏng hóc"
            + " / while it runs, type +UNPLUGGED to break it, -UNPLUGGED to mend it, ? to see all that can break";

    private final Map<String, Consumer<Boolean>> switches = new TreeMap<>();
    private final PrintStream screen;

    /** @param own what can be wrong with the device itself, by name */
    TypedFaults(Map<String, Consumer<Boolean>> own, Wire wire, PrintStream screen) {
        this.screen = screen;
        switches.putAll(own);
        switches.put("UNPLUGGED", on -> {
            if (on) wire.unplug();
            else wire.plugIn();
        });
        switches.put("NOT_READING", on -> wire.reading(!on));
        switches.put("NOT_ANSWERING", on -> wire.answering(!on));
        switches.put("NOISE", wire::noise);
    }

    /** What is over as soon as it has happened. */
    static Consumer<Boolean> once(Runnable happening) {
        return on -> {
            if (on) happening.run();
        };
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
