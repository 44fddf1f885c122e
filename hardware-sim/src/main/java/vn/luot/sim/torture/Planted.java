package vn.luot.sim.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** S16: numbers of people that were typed and scanned all day; none of them is kept anywhere. */
final class Planted {
    /** Of a card and of a telephone, as they are read or typed. */
    static final String CARD = "048203001234", TELEPHONE = "0905 123 457";

    private static final List<String> NUMBERS = List.of(CARD, TELEPHONE, TELEPHONE.replace(" ", ""));

    private Planted() {}

    /** Looks into every file below a folder: databases, logs, backups as they are and unpacked. */
    static void lookedFor(Path folder, Ledger ledger) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // All that was written to the database once more, in letters that no number would be found in.
                if (file.endsWith(PowerCuts.TRACE)) continue;
                var content = content(file);
                for (var number : NUMBERS) {
                    if (content.contains(number)) ledger.owes(Ledger.Debt.GHOST, "S16 " + number + " is in " + file);
                }
                ledger.counts("files without a number of a person", 1);
            }
        }
    }

    private static String content(Path file) throws IOException {
        if (!file.toString().endsWith(".backup")) return Files.readString(file, StandardCharsets.ISO_8859_1);
        try (var in = Files.newInputStream(file)) {
            // What it is, and its sum; then the database.
            for (var lines = 0; lines < 2; ) if (in.read() == '\n') lines++;
            return new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
