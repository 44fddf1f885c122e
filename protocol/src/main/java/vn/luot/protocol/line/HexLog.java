package vn.luot.protocol.line;

import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every frame of one line as hex, so that a line of the log can become a test. The logger is {@code
 * vn.luot.line.ADDRESS} at DEBUG; costs nothing while that is off.
 */
public final class HexLog {
    private static final HexFormat HEX = HexFormat.of();

    private final Logger log;
    private final boolean isPrivate;

    public HexLog(LineAddress line) {
        this(line, false);
    }

    private HexLog(LineAddress line, boolean isPrivate) {
        log = LoggerFactory.getLogger("vn.luot.line." + line);
        this.isPrivate = isPrivate;
    }

    /** Of a device that tells who people are: only how many bytes came. */
    static HexLog ofPrivate(LineAddress line) {
        return new HexLog(line, true);
    }

    /** From this program to the device. */
    public void sent(byte[] bytes) {
        if (log.isDebugEnabled()) log.debug("> {}", HEX.formatHex(bytes));
    }

    /** From the device to this program. */
    public void received(byte[] bytes) {
        if (log.isDebugEnabled()) log.debug("< {}", isPrivate ? bytes.length + " B" : HEX.formatHex(bytes));
    }
}
