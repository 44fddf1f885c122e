package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** A request of Modbus RTU, without its checksum. Registers and values have 16 bits, a register counts from 0. */
sealed interface ModbusRequest {
    /** Reaches every unit on the line; nobody answers. */
    int BROADCAST = 0;

    /** The unit asked, 1 to 247, or {@link #BROADCAST}. */
    int unit();

    /** Writes function and data. */
    void writeTo(ByteBuf out);

    /** Reads {@code count} registers. */
    record Read(int unit, int register, int count) implements ModbusRequest {
        static final int FUNCTION = 0x03;

        @Override
        public void writeTo(ByteBuf out) {
            out.writeByte(FUNCTION).writeShort(register).writeShort(count);
        }
    }

    /** Writes one register. */
    record WriteOne(int unit, int register, int value) implements ModbusRequest {
        static final int FUNCTION = 0x06;

        @Override
        public void writeTo(ByteBuf out) {
            out.writeByte(FUNCTION).writeShort(register).writeShort(value);
        }
    }

    /** Writes registers that follow each other. */
    record WriteMany(int unit, int register, List<Integer> values) implements ModbusRequest {
        static final int FUNCTION = 0x10;

        public WriteMany {
            values = List.copyOf(values);
        }

        @Override
        public void writeTo(ByteBuf out) {
            out.writeByte(FUNCTION).writeShort(register).writeShort(values.size());
            out.writeByte(2 * values.size());
            values.forEach(out::writeShort);
        }
    }
}
