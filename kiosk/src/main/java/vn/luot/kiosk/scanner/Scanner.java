package vn.luot.kiosk.scanner;

import java.util.function.Consumer;
import vn.luot.protocol.line.Line;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;

/** A QR scanner on a line of its own. It only talks, so that it is fine as long as its line is. */
public final class Scanner implements AutoCloseable {
    /** Scanners that look all the time read a code again and again while it is before them. */
    private static final long SAME_CODE_NANOS = 3_000_000_000L;

    private final ScannerDecoder decoder = new ScannerDecoder();
    private final Consumer<String> scanned;
    private final Runnable changed;
    private final Line line;
    private volatile String trouble = "";
    private int last;
    private long lastAt = System.nanoTime() - SAME_CODE_NANOS;

    /**
     * @param scanned told of each code, on the line's thread
     * @param changed told when the scanner is there, or gone
     */
    public Scanner(LineAddress address, Consumer<String> scanned, Runnable changed) {
        this.scanned = scanned;
        this.changed = changed;
        // It reads citizens' cards: what it says is in no log.
        this.line = Line.openPrivately(address, new Ears());
    }

    public HardwareReport.Part part() {
        var now = trouble;
        return new HardwareReport.Part(
                "scanner",
                HardwareType.SCANNER,
                now == null ? HardwareCondition.OK : HardwareCondition.GONE,
                now == null || now.isEmpty() ? null : now.split(" / ")[0]);
    }

    @Override
    public void close() {
        line.close();
    }

    private void read(String code) {
        var now = System.nanoTime();
        var again = code.hashCode() == last && now - lastAt < SAME_CODE_NANOS;
        last = code.hashCode();
        lastAt = now;
        if (!again) scanned.accept(code);
    }

    private final class Ears implements Line.Listener {
        @Override
        public void up() {
            decoder.forget();
            trouble = null;
            changed.run();
        }

        @Override
        public void down(String reason) {
            trouble = reason;
            changed.run();
        }

        @Override
        public void received(byte[] bytes) {
            decoder.decode(bytes).forEach(Scanner.this::read);
        }
    }
}
