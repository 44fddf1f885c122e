package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/** Finds the one-byte answers of a sign; everything else on the line is noise. */
final class AlphaDecoder extends ByteToMessageDecoder {
    private static final int ACK = 0x06;
    private static final int NAK = 0x15;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        switch (in.readByte()) {
            case ACK -> out.add(AlphaAnswer.ACK);
            case NAK -> out.add(AlphaAnswer.NAK);
            default -> {} // noise
        }
    }
}
