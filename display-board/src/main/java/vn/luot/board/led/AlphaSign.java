package vn.luot.board.led;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A matrix board that speaks the Alpha sign protocol. Most signs say nothing; an answer is taken when one comes. */
final class AlphaSign implements LedUnit {
    private final String address;
    private final EmbeddedChannel codec = new EmbeddedChannel(new AlphaEncoder(), new AlphaDecoder());

    AlphaSign(String address) {
        this.address = address;
    }

    @Override
    public List<byte[]> draw(String text) {
        var frame = Codecs.encode(codec, AlphaFrame.hold(address, text));
        return List.of(
                Arrays.copyOf(frame, AlphaEncoder.HEAD), Arrays.copyOfRange(frame, AlphaEncoder.HEAD, frame.length));
    }

    @Override
    public boolean mustAnswer() {
        return false;
    }

    @Override
    public Optional<Reply> heard(byte[] bytes) {
        return Codecs.decode(codec, bytes, AlphaAnswer.class)
                .map(AlphaSign::reply)
                .reduce((earlier, last) -> last);
    }

    private static Reply reply(AlphaAnswer answer) {
        return switch (answer) {
            case ACK -> Reply.SHOWN;
            case NAK -> new Reply.Refused("it received the text damaged");
        };
    }

    @Override
    public void close() {
        codec.finishAndReleaseAll();
    }
}
