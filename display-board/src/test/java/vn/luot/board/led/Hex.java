package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** Frames as columns of hex. */
final class Hex {
    private Hex() {}

    static byte[] bytes(String hex) {
        return ByteBufUtil.decodeHexDump(hex.replace(" ", ""));
    }

    static String encoded(EmbeddedChannel codec, Object message) {
        codec.writeOutbound(message);
        ByteBuf frame = codec.readOutbound();
        var hex = dump(ByteBufUtil.getBytes(frame));
        frame.release();
        return hex;
    }

    static String dump(byte[] bytes) {
        return ByteBufUtil.hexDump(bytes).toUpperCase().replaceAll("(..)(?!$)", "$1 ");
    }

    static List<Object> decoded(EmbeddedChannel codec, byte[]... pieces) {
        for (var piece : pieces) codec.writeInbound(Unpooled.wrappedBuffer(piece));
        var messages = new ArrayList<Object>();
        for (Object message = codec.readInbound(); message != null; message = codec.readInbound())
            messages.add(message);
        return messages;
    }
}
