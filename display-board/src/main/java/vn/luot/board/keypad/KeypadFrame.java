package vn.luot.board.keypad;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * The frames between this program and the keypads of a line; see docs/manual/keypads.md. Both kinds are {@code 02 address
 * kind length payload crc8}, the checksum over what stands between the 02 and itself.
 */
sealed interface KeypadFrame {
    int START = 0x02;
    int ASK = 'P';
    int ANSWER = 'K';
    int ANSWER_LENGTH = 2;

    /** Characters of a keypad's own little display. */
    int DIGITS = 6;

    /** 1 to 99. */
    int address();

    /**
     * Asks a keypad for its press, and tells it what to show.
     *
     * @param taken the press that need not be told any more; 0 for none
     * @param text exactly {@value #DIGITS} printable characters
     */
    record Ask(int address, int taken, String text) implements KeypadFrame {
        byte[] bytes() {
            var out = Unpooled.buffer();
            out.writeByte(START).writeByte(address).writeByte(ASK).writeByte(1 + DIGITS);
            out.writeByte(taken).writeCharSequence(text, StandardCharsets.US_ASCII);
            out.writeByte(crc8(out, 1, out.writerIndex() - 1));
            return ByteBufUtil.getBytes(out);
        }
    }

    /**
     * A keypad's oldest press that was not yet taken.
     *
     * @param press its number, 1 to 255 and then 1 again; 0 when no key waits
     * @param key code of the key; of no meaning without a press
     */
    record Answer(int address, int press, int key) implements KeypadFrame {}

    /** CRC-8 with the polynomial 07, from 0. */
    static int crc8(ByteBuf bytes, int from, int length) {
        var crc = 0;
        for (var at = from; at < from + length; at++) {
            crc ^= bytes.getUnsignedByte(at);
            for (var bit = 0; bit < 8; bit++) crc = (crc << 1 ^ ((crc & 0x80) == 0 ? 0 : 0x07)) & 0xFF;
        }
        return crc;
    }
}
