package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;

/** An {@link AlphaFrame} as the sign wants it, with its checksum. */
final class AlphaEncoder extends MessageToByteEncoder<AlphaFrame> {
    /** Bytes up to and with STX; after these the sign needs a pause. */
    static final int HEAD = 10;

    private static final int WAKE_UP_ZEROS = 5;
    private static final int START_OF_HEADING = 0x01;
    private static final int START_OF_TEXT = 0x02;
    private static final int END_OF_TEXT = 0x03;
    private static final int END_OF_TRANSMISSION = 0x04;

    AlphaEncoder() {
        super(AlphaFrame.class);
    }

    @Override
    protected void encode(ChannelHandlerContext context, AlphaFrame frame, ByteBuf out) {
        out.writeZero(WAKE_UP_ZEROS);
        out.writeByte(START_OF_HEADING);
        out.writeByte('Z'); // signs of every type
        ascii(frame.address(), out);
        var summed = out.writerIndex();
        out.writeByte(START_OF_TEXT);
        ascii(frame.command(), out);
        out.writeByte(END_OF_TEXT);
        ascii("%04X".formatted(sum(out, summed)), out);
        out.writeByte(END_OF_TRANSMISSION);
    }

    private static void ascii(String text, ByteBuf out) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }

    private static int sum(ByteBuf bytes, int from) {
        var sum = 0;
        for (var at = from; at < bytes.writerIndex(); at++) sum += bytes.getUnsignedByte(at);
        return sum & 0xFFFF;
    }
}
