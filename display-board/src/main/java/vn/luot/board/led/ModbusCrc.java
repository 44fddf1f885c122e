package vn.luot.board.led;

import io.netty.buffer.ByteBuf;

/** Checksum of Modbus RTU: CRC-16 with the reflected polynomial A001, sent low byte first. */
final class ModbusCrc {
    private static final int POLYNOMIAL = 0xA001;

    static final int BYTES = 2;

    private ModbusCrc() {}

    static int of(ByteBuf bytes, int from, int length) {
        var crc = 0xFFFF;
        for (var at = from; at < from + length; at++) {
            crc ^= bytes.getUnsignedByte(at);
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }
}
