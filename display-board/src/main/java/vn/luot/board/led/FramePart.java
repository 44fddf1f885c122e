package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of a {@link FrameTemplate}'s frame. */
sealed interface FramePart {
    /** @param text printable ASCII */
    void write(ByteBuf out, int address, String text);

    default boolean isAddress() {
        return false;
    }

    /** Whether this is where the text or the number stands, or the first half of it. */
    default boolean startsField() {
        return false;
    }

    default int lastAddress() {
        return 0;
    }

    Pattern TEXT = Pattern.compile("([0-9A-F]{2})|\\{([a-z0-9]+)(?::(\\w+))?}");

    /** @throws IllegalArgumentException with what to write, in Vietnamese and English */
    static FramePart parse(String text) {
        var part = TEXT.matcher(text);
        if (!part.matches()) throw unknown(text);
        if (part.group(1) != null) return new Literal(Integer.parseInt(part.group(1), 16));
        return switch (part.group(2)) {
            case "address" -> address(part.group(3), text);
            case "text" -> new Text(part.group(3) == null ? 0 : width(part, text));
            case "hi" -> new NumberByte(8, true);
            case "lo" -> new NumberByte(0, false);
            case "digits" -> new Digits(width(part, text));
            case "bcd" -> new Bcd(width(part, text));
            case "sum8" -> new Sum(from(part, text));
            case "xor" -> new Xor(from(part, text));
            case "crc16" -> new Crc16(from(part, text));
            default -> throw unknown(text);
        };
    }

    private static FramePart address(String form, String text) {
        if (form == null) return new AddressByte();
        if (form.equals("hex")) return new AddressText("%02X", 0xFF);
        if (form.equals("2")) return new AddressText("%02d", 99);
        if (form.equals("3")) return new AddressText("%03d", 255);
        throw unknown(text);
    }

    private static int width(Matcher part, String text) {
        if (part.group(3) == null || !part.group(3).matches("[1-9]|1\\d|20")) throw unknown(text);
        return Integer.parseInt(part.group(3));
    }

    private static int from(Matcher part, String text) {
        return part.group(3) == null ? 0 : width(part, text);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("«" + text + "» không phải một phần của khung"
                + " / not a part of a frame; write hex bytes, {address} {address:2} {address:3} {address:hex},"
                + " {text} {text:6}, {hi} {lo}, {digits:4}, {bcd:2}, {sum8} {xor} {crc16} or {sum8:1} …");
    }

    /** The digits of {@code text} as a number, of which at most the last {@code digits} count; 0 when there are none. */
    private static int number(String text, int digits) {
        var figures = text.replaceAll("\\D", "");
        var last = figures.substring(Math.max(0, figures.length() - digits));
        return last.isEmpty() ? 0 : Integer.parseInt(last);
    }

    /** A byte that is always the same. */
    record Literal(int octet) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeByte(octet);
        }
    }

    /** {@code {address}}: one byte. */
    record AddressByte() implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeByte(address);
        }

        @Override
        public boolean isAddress() {
            return true;
        }

        @Override
        public int lastAddress() {
            return 0xFF;
        }
    }

    /** {@code {address:2}}, {@code {address:3}}, {@code {address:hex}}: digits in ASCII. */
    record AddressText(String format, int lastAddress) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeCharSequence(format.formatted(address), StandardCharsets.US_ASCII);
        }

        @Override
        public boolean isAddress() {
            return true;
        }
    }

    /**
     * {@code {text}} in ASCII as it is, or {@code {text:6}} with exactly so many characters, to the right as numbers are;
     * of a longer one the digits, then the last.
     *
     * @param width 0 for as many as there are
     */
    record Text(int width) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeCharSequence(width == 0 ? text : fitted(text), StandardCharsets.US_ASCII);
        }

        private String fitted(String text) {
            var fitting = text.length() > width ? text.replaceAll("\\D", "") : text;
            var last = fitting.substring(Math.max(0, fitting.length() - width));
            return " ".repeat(width - last.length()) + last;
        }

        @Override
        public boolean startsField() {
            return true;
        }
    }

    /**
     * {@code {hi}} or {@code {lo}}: half of the number, at most 9999, as 16 bits.
     *
     * @param shift bits below this half
     */
    record NumberByte(int shift, boolean startsField) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeByte(number(text, 4) >> shift);
        }
    }

    /** {@code {digits:4}}: the number in ASCII with zeros in front. */
    record Digits(int width) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            var digits = ("%0" + width + "d").formatted(number(text, Math.min(width, 9)));
            out.writeCharSequence(digits, StandardCharsets.US_ASCII);
        }

        @Override
        public boolean startsField() {
            return true;
        }
    }

    /** {@code {bcd:2}}: the number in so many bytes, two digits each. */
    record Bcd(int bytes) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            var digits = ("%0" + 2 * bytes + "d").formatted(number(text, Math.min(2 * bytes, 9)));
            for (var at = 0; at < digits.length(); at += 2) {
                out.writeByte(Integer.parseInt(digits.substring(at, at + 2), 16));
            }
        }

        @Override
        public boolean startsField() {
            return true;
        }
    }

    /** {@code {sum8}}: the lowest byte of the sum of all bytes before it, but for the first {@code from}. */
    record Sum(int from) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            var sum = 0;
            for (var at = from; at < out.writerIndex(); at++) sum += out.getByte(at);
            out.writeByte(sum);
        }
    }

    /** {@code {xor}}: all bytes before it, exclusive-or, but for the first {@code from}. */
    record Xor(int from) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            var xor = 0;
            for (var at = from; at < out.writerIndex(); at++) xor ^= out.getByte(at);
            out.writeByte(xor);
        }
    }

    /** {@code {crc16}}: as Modbus reckons it, low byte first, of all bytes before it but for the first {@code from}. */
    record Crc16(int from) implements FramePart {
        @Override
        public void write(ByteBuf out, int address, String text) {
            out.writeShortLE(ModbusCrc.of(out, from, out.writerIndex() - from));
        }
    }
}
