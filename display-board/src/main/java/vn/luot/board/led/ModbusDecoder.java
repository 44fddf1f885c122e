package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the answers of Modbus units. An RTU frame has no start mark, so a frame is wherever a length and a CRC agree, and
 * what stands before it is dropped: noise, a damaged frame, or the echo that some RS-485 adapters give of the request.
 */
final class ModbusDecoder extends ByteToMessageDecoder {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 255;
    private static final int WRITE_ANSWER = 8;
    private static final int REFUSAL = 0x80;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        for (var at = in.readerIndex(); at + SHORTEST <= in.writerIndex(); at++) {
            var length = length(in, at);
            if (isWhole(in, at, length)) {
                in.readerIndex(at);
                out.add(read(in.readSlice(length)));
                return;
            }
        }
        in.skipBytes(Math.max(0, in.readableBytes() - LONGEST));
    }

    private static boolean isWhole(ByteBuf in, int at, int length) {
        return length > 0
                && at + length <= in.writerIndex()
                && in.getUnsignedShortLE(at + length - ModbusCrc.BYTES)
                        == ModbusCrc.of(in, at, length - ModbusCrc.BYTES);
    }

    /** Length of the frame that starts at {@code at}; 0 when none can start there. */
    private static int length(ByteBuf in, int at) {
        return switch (in.getUnsignedByte(at + 1)) {
            case ModbusRequest.Read.FUNCTION -> SHORTEST + in.getUnsignedByte(at + 2);
            case ModbusRequest.WriteOne.FUNCTION, ModbusRequest.WriteMany.FUNCTION -> WRITE_ANSWER;
            case ModbusRequest.Read.FUNCTION | REFUSAL,
                    ModbusRequest.WriteOne.FUNCTION | REFUSAL,
                    ModbusRequest.WriteMany.FUNCTION | REFUSAL -> SHORTEST;
            default -> 0;
        };
    }

    private static ModbusResponse read(ByteBuf frame) {
        var unit = frame.readUnsignedByte();
        var function = frame.readUnsignedByte();
        return switch (function) {
            case ModbusRequest.Read.FUNCTION -> new ModbusResponse.Values(unit, values(frame));
            case ModbusRequest.WriteOne.FUNCTION ->
                new ModbusResponse.WroteOne(unit, frame.readUnsignedShort(), frame.readUnsignedShort());
            case ModbusRequest.WriteMany.FUNCTION ->
                new ModbusResponse.WroteMany(unit, frame.readUnsignedShort(), frame.readUnsignedShort());
            default -> new ModbusResponse.Refused(unit, function & ~REFUSAL, frame.readUnsignedByte());
        };
    }

    private static List<Integer> values(ByteBuf frame) {
        var values = new ArrayList<Integer>();
        for (var left = frame.readUnsignedByte() / 2; left > 0; left--) values.add(frame.readUnsignedShort());
        return values;
    }
}
