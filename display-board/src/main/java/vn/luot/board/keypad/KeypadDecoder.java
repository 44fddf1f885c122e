package vn.luot.board.keypad;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/** Finds the answers of keypads: a frame is wherever start, kind, length and checksum agree; the rest is noise. */
final class KeypadDecoder extends ByteToMessageDecoder {
    private static final int LENGTH = 7;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        while (in.readableBytes() >= LENGTH) {
            if (isAnswer(in, in.readerIndex())) {
                out.add(new KeypadFrame.Answer(at(in, 1), at(in, 4), at(in, 5)));
                in.skipBytes(LENGTH);
                return;
            }
            in.skipBytes(1);
        }
    }

    private static int at(ByteBuf in, int offset) {
        return in.getUnsignedByte(in.readerIndex() + offset);
    }

    private static boolean isAnswer(ByteBuf in, int at) {
        return in.getByte(at) == KeypadFrame.START
                && in.getByte(at + 2) == KeypadFrame.ANSWER
                && in.getByte(at + 3) == KeypadFrame.ANSWER_LENGTH
                && in.getUnsignedByte(at + LENGTH - 1) == KeypadFrame.crc8(in, at + 1, LENGTH - 2);
    }
}
