package vn.luot.board.led;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs Netty codecs without a socket, because a line may be serial. */
final class Codecs {
    private Codecs() {}

    static byte[] encode(EmbeddedChannel codec, Object message) {
        codec.writeOutbound(message);
        ByteBuf frame = codec.readOutbound();
        try {
            return ByteBufUtil.getBytes(frame);
        } finally {
            frame.release();
        }
    }

    static <T> Stream<T> decode(EmbeddedChannel codec, byte[] bytes, Class<T> type) {
        codec.writeInbound(Unpooled.wrappedBuffer(bytes));
        return Stream.generate(codec::readInbound).takeWhile(Objects::nonNull).map(type::cast).toList().stream();
    }
}
