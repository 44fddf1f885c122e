package vn.luot.sim.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import vn.luot.sim.device.Device;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.SimPrinter;

/** What came out of a printer, and when a ticket began to. Thread-safe. */
final class PaperTray implements Device {
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{1,2}\\d{3,}");
    private static final Pattern TOKEN = Pattern.compile("\\[QR .*/t/([^/\\]]+)]");
    private static final byte ESC = 0x1B;

    /** @param token who it is for, as the QR code says */
    record Paper(String number, String token) {}

    private final SimPrinter printer;
    private final List<Paper> papers = new ArrayList<>();
    private volatile CompletableFuture<Long> first = new CompletableFuture<>();

    PaperTray(SimPrinter printer) {
        this.printer = printer;
        printer.onTicket(this::comesOut);
    }

    private synchronized void comesOut(PrintedTicket ticket) {
        var number = ticket.lines().stream()
                .map(String::strip)
                .filter(NUMBER.asMatchPredicate())
                .findFirst();
        var token = ticket.lines().stream()
                .map(TOKEN::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        // A paper whose number or code was torn off in the middle is nobody's: no visitor can wait with it.
        if (number.isPresent() && token.isPresent()) papers.add(new Paper(number.get(), token.get()));
    }

    synchronized List<Paper> papers() {
        return List.copyOf(papers);
    }

    /** When the next ticket begins to come out, by {@link System#nanoTime}. */
    CompletableFuture<Long> next() {
        first = new CompletableFuture<>();
        return first;
    }

    @Override
    public void connect(Consumer<byte[]> answers) {
        printer.connect(answers);
    }

    @Override
    public void receive(byte[] bytes) {
        for (var each : bytes) if (each == ESC) first.complete(System.nanoTime());
        printer.receive(bytes);
    }

    @Override
    public void silence() {
        printer.silence();
    }
}
