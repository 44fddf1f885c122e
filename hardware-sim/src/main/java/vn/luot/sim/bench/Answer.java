package vn.luot.sim.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** As much of an HTTP/1.1 answer as a load needs to know. */
final class Answer {
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();

    private Answer() {}

    /** Whether all of it has come; an answer without a length has no body. */
    static boolean isWhole(Buffer bytes) {
        var end = find(bytes, END_OF_HEAD, bytes.length());
        return end >= 0 && bytes.length() >= end + END_OF_HEAD.length + length(bytes, end);
    }

    static boolean isGood(Buffer bytes) {
        return bytes.getByte(STATUS) == '2';
    }

    private static int length(Buffer bytes, int end) {
        var at = find(bytes, LENGTH, end);
        if (at < 0) return 0;
        var length = 0;
        for (var i = at + LENGTH.length; bytes.getByte(i) != '\r'; i++) length = 10 * length + bytes.getByte(i) - '0';
        return length;
    }

    private static int find(Buffer bytes, byte[] wanted, int end) {
        for (var at = 0; at + wanted.length <= end; at++) {
            if (isAt(bytes, at, wanted)) return at;
        }
        return -1;
    }

    private static boolean isAt(Buffer bytes, int at, byte[] wanted) {
        for (var i = 0; i < wanted.length; i++) {
            var given = bytes.getByte(at + i);
            if (given != wanted[i] && Character.toLowerCase((char) given) != wanted[i]) return false;
        }
        return true;
    }
}
