package vn.luot.kiosk.scanner;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the codes in the bytes of a scanner: UTF-8, each ended by CR, LF or both. Belongs to one thread. */
public final class ScannerDecoder {
    /** A citizen's card has some 200 bytes; a QR code cannot have more than 2,953. */
    public static final int LONGEST = 3_000;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isTooLong;

    /** The codes that ended in {@code bytes}, in order; one that was too long is empty. */
    public List<String> decode(byte[] bytes) {
        var codes = new ArrayList<String>();
        for (var next : bytes) {
            if (next == '\r' || next == '\n') end(codes);
            else if (line.size() < LONGEST) line.write(next);
            else isTooLong = true;
        }
        return codes;
    }

    private void end(List<String> codes) {
        if (line.size() > 0) codes.add(isTooLong ? "" : line.toString(StandardCharsets.UTF_8));
        forget();
    }

    /** Half a code is none when the scanner was gone meanwhile. */
    public void forget() {
        line.reset();
        isTooLong = false;
    }
}
