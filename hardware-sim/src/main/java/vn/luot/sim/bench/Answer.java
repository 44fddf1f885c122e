package vn.luot.sim.bench;

import java.nio.charset.StandardCharsets;

/** As much of an HTTP/1.1 answer as a load needs to know. */
final class Answer {
    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS = "HTTP/1.1 ".length();

    private Answer() {}

    /** Whether all of it has come; an answer without a length has no body. */
    static boolean isWhole(byte[] bytes, int count) {
        var end = find(bytes, END_OF_HEAD, count);
        return end >= 0 && count >= end + END_OF_HEAD.length + length(bytes, end);
    }

    static boolean isGood(byte[] bytes) {
        return bytes[STATUS] == '2';
    }

    private static int length(byte[] bytes, int end) {
        var at = find(bytes, LENGTH, end);
        if (at < 0) return 0;
        var length = 0;
        for (var i = at + LENGTH.length; bytes[i] != '\r'; i++) length = 10 * length + bytes[i] - '0';
        return length;
    }

    private static int find(byte[] bytes, byte[] wanted, int end) {
        for (var at = 0; at + wanted.length <= end; at++) {
            if (bytes[at] == wanted[0] && isAt(bytes, at, wanted)) return at;
        }
        return -1;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] wanted) {
        for (var i = 1; i < wanted.length; i++) {
            if (Character.toLowerCase((char) bytes[at + i]) != wanted[i]) return false;
        }
        return true;
    }
}
