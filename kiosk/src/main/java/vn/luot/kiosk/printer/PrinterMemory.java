package vn.luot.kiosk.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures that the printer keeps when its power is off ({@code GS ( L}): a ticket names them in 11 bytes instead of sending
 * them. That memory wears out with writing, so it is written once for each set of pictures. A set counts as held only when
 * three marks made from its contents are there; they are deleted before another set is written. For the printer's thread.
 */
final class PrinterMemory {
    private static final Logger LOG = LoggerFactory.getLogger(PrinterMemory.class);

    /** What is not among the most frequent ones is sent with the ticket. */
    private static final int MOST = 32;

    private static final String MARKS = "mno";
    private static final char PICTURES = 'p';
    private static final char FIRST = '!';
    private static final int LETTERS = 94;

    /** GS ( L, function 64. */
    private static final byte[] ASK_KEYS = {0x1D, '(', 'L', 4, 0, '0', '@', 'K', 'C'};

    private static final byte[] GO_ON = {6};

    private final PrinterProfile profile;
    private final Dialogue dialogue;

    private List<Dots> wanted = List.of();
    private Deque<byte[]> writing = new ArrayDeque<>();
    private boolean asked;
    private boolean written;
    private Map<Dots, String> held = Map.of();

    PrinterMemory(PrinterProfile profile, Dialogue dialogue) {
        this.profile = profile;
        this.dialogue = dialogue;
    }

    /** @param pictures the most frequent first */
    void keep(List<Dots> pictures) {
        var most = pictures.stream().limit(MOST).toList();
        if (most.equals(wanted)) return;
        wanted = most;
        written = false;
        forget();
    }

    /** Another printer may hang on the line now. */
    void forget() {
        held = Map.of();
        asked = false;
        writing.clear();
    }

    /** What a ticket may name, by the key it is kept under. */
    Map<Dots, String> held() {
        return held;
    }

    boolean wantsWork() {
        return switch (profile.memory()) {
            case NONE -> false;
            case NV_GRAPHICS -> !wanted.isEmpty() && (!asked || !writing.isEmpty());
        };
    }

    /** One step, short enough that no visitor waits for it: asks what is held, or writes one picture. */
    CompletableFuture<?> work() {
        if (writing.isEmpty()) return askKeys("").thenAccept(this::compare);
        var last = writing.size() == 1;
        return dialogue.give(writing.remove()).exceptionally(gone -> null).thenRun(() -> asked = !last);
    }

    private CompletableFuture<Set<String>> askKeys(String known) {
        return dialogue.askBlock(known.isEmpty() ? ASK_KEYS : GO_ON).thenCompose(answer -> {
            if (answer == null || !answer.isKeyList()) return CompletableFuture.completedFuture(null);
            var all = known + answer.keys();
            return answer.goesOn() ? askKeys(all) : CompletableFuture.completedFuture(pairs(all));
        });
    }

    private static Set<String> pairs(String keys) {
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= keys.length(); i += 2) pairs.add(keys.substring(i, i + 2));
        return pairs;
    }

    /** @param keys that the printer holds; null when it did not say */
    private void compare(Set<String> keys) {
        asked = true;
        if (keys == null) return;
        if (keys.containsAll(marks())) {
            held = keysOfWanted();
            LOG.info("The printer holds {} pictures of the tickets itself", held.size());
        } else if (!written) {
            written = true;
            keys.stream().filter(key -> MARKS.indexOf(key.charAt(0)) >= 0).forEach(key -> writing.add(delete(key)));
            keysOfWanted().forEach((dots, key) -> writing.add(define(key, dots)));
            marks().forEach(key -> writing.add(define(key, wanted.get(0))));
        }
    }

    private Map<Dots, String> keysOfWanted() {
        var keys = new HashMap<Dots, String>();
        for (var i = 0; i < wanted.size(); i++) keys.put(wanted.get(i), "" + PICTURES + (char) (FIRST + i));
        return keys;
    }

    private List<String> marks() {
        var digest = digest();
        return MARKS.chars()
                .mapToObj(mark -> "" + (char) mark + (char) (FIRST + (digest[MARKS.indexOf(mark)] & 0xFF) % LETTERS))
                .toList();
    }

    private byte[] digest() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var dots : wanted) {
                sha.update((byte) dots.bytesARow());
                sha.update(dots.bits());
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Function 66. */
    private static byte[] delete(String key) {
        return new byte[] {0x1D, '(', 'L', 4, 0, '0', 'B', (byte) key.charAt(0), (byte) key.charAt(1)};
    }

    /** Function 67: one colour, dots row by row. */
    private static byte[] define(String key, Dots dots) {
        var body = new ByteArrayOutputStream(dots.bits().length + 16);
        body.writeBytes(new byte[] {'0', 'C', '0'});
        body.writeBytes(key.getBytes(StandardCharsets.US_ASCII));
        var width = dots.bytesARow() * 8;
        body.writeBytes(
                new byte[] {1, (byte) width, (byte) (width >> 8), (byte) dots.rows(), (byte) (dots.rows() >> 8), '1'});
        body.writeBytes(dots.bits());
        var command = new ByteArrayOutputStream(body.size() + 5);
        command.writeBytes(new byte[] {0x1D, '(', 'L', (byte) body.size(), (byte) (body.size() >> 8)});
        command.writeBytes(body.toByteArray());
        return command.toByteArray();
    }
}
