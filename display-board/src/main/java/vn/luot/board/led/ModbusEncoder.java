package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** A {@link ModbusRequest} as an RTU frame: unit, function and data, CRC. */
final class ModbusEncoder extends MessageToByteEncoder<ModbusRequest> {
    ModbusEncoder() {
        super(ModbusRequest.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, ModbusRequest request, ByteBuf out) {
        var start = out.writerIndex();
        out.writeByte(request.unit());
        request.writeTo(out);
        out.writeShortLE(ModbusCrc.of(out, start, out.writerIndex() - start));
    }
}
