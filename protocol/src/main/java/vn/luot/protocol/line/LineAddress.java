package vn.luot.protocol.line;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where a device is: {@code serial:/dev/ttyUSB0@9600}, with framing and handshake {@code
 * serial:/dev/ttyUSB0@9600,7E1,XONXOFF}, or {@code tcp:HOST:PORT}.
 */
public sealed interface LineAddress {
    /** How long the line carries {@code bytes}; no time where a network does. */
    Duration onTheWire(int bytes);

    /** How many bytes it carries in {@code time}. */
    int within(Duration time);

    /**
     * @param baud bits a second
     * @param dataBits 7 or 8
     * @param parity 'N', 'E' or 'O'
     * @param stopBits 1 or 2
     * @param handshake how the device says that it takes no more for now
     */
    record Serial(String device, int baud, int dataBits, char parity, int stopBits, Handshake handshake)
            implements LineAddress {
        /** A line without a handshake. */
        public Serial(String device, int baud, int dataBits, char parity, int stopBits) {
            this(device, baud, dataBits, parity, stopBits, Handshake.NONE);
        }

        @Override
        public Duration onTheWire(int bytes) {
            return Duration.ofSeconds((long) bytes * bitsACharacter()).dividedBy(baud);
        }

        @Override
        public int within(Duration time) {
            return (int) (time.toMillis() * baud / 1_000 / bitsACharacter());
        }

        private int bitsACharacter() {
            return 1 + dataBits + (parity == 'N' ? 0 : 1) + stopBits;
        }

        @Override
        public String toString() {
            var frame = "" + dataBits + parity + stopBits;
            return "serial:" + device + "@" + baud + (frame.equals("8N1") ? "" : "," + frame)
                    + (handshake == Handshake.NONE ? "" : "," + handshake);
        }
    }

    /** A printer with a small buffer loses a picture unless it may say stop. */
    enum Handshake {
        NONE,
        /** By wires. */
        RTSCTS,
        /** By bytes: 13 hex stops, 11 hex goes on. */
        XONXOFF
    }

    record Tcp(String host, int port) implements LineAddress {
        @Override
        public Duration onTheWire(int bytes) {
            return Duration.ZERO;
        }

        @Override
        public int within(Duration time) {
            return Integer.MAX_VALUE;
        }

        @Override
        public String toString() {
            return "tcp:" + host + ":" + port;
        }
    }

    Pattern SERIAL = Pattern.compile("serial:(/[^@]+)@(\\d{3,7})(?:,([78])([NEO])([12]))?(?:,(RTSCTS|XONXOFF))?");
    Pattern TCP = Pattern.compile("tcp:([^:]+):([1-9]\\d{0,4})");

    /** @throws IllegalArgumentException with what to write instead, in Vietnamese and English */
    static LineAddress parse(String text) {
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            var framed = serial.group(3) != null;
            return new Serial(
                    serial.group(1),
                    Integer.parseInt(serial.group(2)),
                    framed ? Integer.parseInt(serial.group(3)) : 8,
                    framed ? serial.group(4).charAt(0) : 'N',
                    framed ? Integer.parseInt(serial.group(5)) : 1,
                    serial.group(6) == null ? Handshake.NONE : Handshake.valueOf(serial.group(6)));
        }
        var tcp = TCP.matcher(text);
        if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 65535) {
            return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
        }
        throw new IllegalArgumentException("địa chỉ đường truyền không hợp lệ: «" + text
                + "», hãy ghi serial:/dev/ttyUSB0@9600 hoặc tcp:HOST:PORT"
                + " / not a line address: write serial:/dev/ttyUSB0@9600 or tcp:HOST:PORT");
    }
}
