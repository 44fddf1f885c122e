package vn.luot.sim.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a program did to its database's files, call by call, as strace saw it. */
final class Recording {
    /** One thing that was done. */
    sealed interface Deed {
        String file();
    }

    /** @param begun an answer that was heard before stands on what was done before this */
    record Write(Instant begun, String file, long offset, byte[] bytes) implements Deed {}

    record Truncate(String file, long length) implements Deed {}

    record Flush(String file) implements Deed {}

    /** A deed, and when it began. */
    record Entry(Instant begun, Deed deed) {}

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\d+\\.\\d+) (\\w+)\\(\\d+<([^>]*)>(.*)");
    private static final Pattern RESUMED =
            Pattern.compile("(\\d+) +\\d+\\.\\d+ <\\.\\.\\. (\\w+) resumed>.*= (-?\\d+).*");
    private static final Pattern WRITTEN = Pattern.compile(", \"([^\"]*)\", \\d+, (\\d+).*");
    private static final Pattern LENGTH = Pattern.compile(", (\\d+).*");

    private final List<Entry> entries = new ArrayList<>();

    private Recording() {}

    /** A flush counts from its end, because only then anything is promised; a write from its beginning. */
    static Recording read(Path log) throws IOException {
        var recording = new Recording();
        Map<String, Entry> unfinished = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var call = CALL.matcher(line);
                if (call.matches()) {
                    var entry = entry(call.group(2), call.group(3), name(call.group(4)), call.group(5));
                    if (entry == null) continue;
                    var isFinished = !line.contains("<unfinished ...>");
                    if (!isFinished && entry.deed() instanceof Flush) unfinished.put(call.group(1), entry);
                    else if (!isFinished || succeeded(line)) recording.entries.add(entry);
                    continue;
                }
                var resumed = RESUMED.matcher(line);
                if (resumed.matches() && unfinished.containsKey(resumed.group(1))) {
                    var entry = unfinished.remove(resumed.group(1));
                    if (resumed.group(3).equals("0")) recording.entries.add(entry);
                }
            }
        }
        return recording;
    }

    private static boolean succeeded(String line) {
        return !line.contains(" = -1 ");
    }

    /** Paths are written as bytes are. */
    private static String name(String hex) {
        var path = new String(bytes(hex), StandardCharsets.UTF_8);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Entry entry(String at, String call, String file, String rest) {
        var begun = instant(at);
        return switch (call) {
            case "pwrite64" -> {
                var written = WRITTEN.matcher(rest);
                if (!written.matches()) throw new IllegalStateException("not understood: " + rest);
                yield new Entry(
                        begun, new Write(begun, file, Long.parseLong(written.group(2)), bytes(written.group(1))));
            }
            case "ftruncate" -> {
                var length = LENGTH.matcher(rest);
                if (!length.matches()) throw new IllegalStateException("not understood: " + rest);
                yield new Entry(begun, new Truncate(file, Long.parseLong(length.group(1))));
            }
            case "fdatasync", "fsync" -> new Entry(begun, new Flush(file));
            default -> null;
        };
    }

    private static Instant instant(String at) {
        var point = at.indexOf('.');
        return Instant.ofEpochSecond(Long.parseLong(at.substring(0, point)), Long.parseLong(at.substring(point + 1)));
    }

    /** Every byte as backslash, x and two digits. */
    private static byte[] bytes(String hex) {
        var bytes = new byte[hex.length() / 4];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (Character.digit(hex.charAt(4 * i + 2), 16) << 4 | Character.digit(hex.charAt(4 * i + 3), 16));
        }
        return bytes;
    }

    List<Entry> entries() {
        return entries;
    }
}
