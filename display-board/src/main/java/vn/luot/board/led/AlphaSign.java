package vn.luot.board.led;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A matrix board that speaks the Alpha sign protocol. Most signs say nothing; an answer is taken when one comes. The sign
 * has no Vietnamese letters: where its rows are high enough, a row with such letters is drawn as pictures, which the sign
 * keeps and is not sent again.
 */
final class AlphaSign implements LedUnit {
    /** Letters in one picture, so that it stays narrower than the protocol's 255 dots. */
    private static final int LETTERS = 30;

    /** Pictures that are kept; then the sign begins anew with those it needs. */
    private static final int MOST_PICTURES = 20;

    private static final char CALL_PICTURE = 0x14;

    private final String address;
    private final int dots;
    private final EmbeddedChannel codec = new EmbeddedChannel(new AlphaEncoder(), new AlphaDecoder());
    private List<DotPicture> kept = List.of();
    private boolean forgotten = true;

    /** @param dots height of a row; letters with marks need {@value DotLetters#HEIGHT} */
    AlphaSign(String address, int dots) {
        this.address = address;
        this.dots = dots;
    }

    @Override
    public List<byte[]> draw(Face face) {
        var needed = face.rows().stream()
                .map(Face.Row::text)
                .filter(this::isPictured)
                .flatMap(AlphaSign::pieces)
                .map(DotLetters::picture)
                .distinct()
                .toList();
        var pictures = keep(needed);
        var text = AlphaText.of(face, row -> words(row.text()));
        return Stream.concat(pictures.stream(), Stream.of(AlphaFrame.show(address, text)))
                .flatMap(this::parts)
                .toList();
    }

    /** The packets after which the sign has these pictures. */
    private List<AlphaFrame> keep(List<DotPicture> needed) {
        if (needed.isEmpty() || !forgotten && kept.containsAll(needed)) return List.of();
        var all = Stream.concat(kept.stream(), needed.stream()).distinct().toList();
        kept = all.size() > MOST_PICTURES ? needed : all;
        forgotten = false;
        var packets = new ArrayList<AlphaFrame>();
        packets.add(AlphaFrame.memory(address, kept));
        kept.forEach(picture -> packets.add(AlphaFrame.picture(address, kept.indexOf(picture), picture)));
        return packets;
    }

    private boolean isPictured(String row) {
        return dots >= DotLetters.HEIGHT && row.chars().anyMatch(letter -> letter > '~');
    }

    private String words(String row) {
        if (!isPictured(row)) return Ascii.of(row);
        return pieces(row)
                .map(piece -> "" + CALL_PICTURE + AlphaFrame.label(kept.indexOf(DotLetters.picture(piece))))
                .collect(Collectors.joining());
    }

    private static Stream<String> pieces(String row) {
        return Stream.iterate(0, from -> from < row.length(), from -> from + LETTERS)
                .map(from -> row.substring(from, Math.min(row.length(), from + LETTERS)));
    }

    private Stream<byte[]> parts(AlphaFrame packet) {
        var bytes = Codecs.encode(codec, packet);
        var head = AlphaEncoder.HEAD;
        var next = head + packet.pauseAfter();
        return Stream.of(
                        Arrays.copyOf(bytes, head),
                        Arrays.copyOfRange(bytes, head, next),
                        Arrays.copyOfRange(bytes, next, bytes.length))
                .filter(part -> part.length > 0);
    }

    @Override
    public boolean blinksByItself() {
        return true;
    }

    @Override
    public Optional<Reply> heard(byte[] bytes) {
        return Codecs.decode(codec, bytes, AlphaAnswer.class).map(this::reply).reduce((earlier, last) -> last);
    }

    private Reply reply(AlphaAnswer answer) {
        return switch (answer) {
            case ACK -> Reply.SHOWN;
            case NAK -> {
                forget();
                yield new Reply.Refused("it received the text damaged");
            }
        };
    }

    @Override
    public void forget() {
        forgotten = true;
    }

    @Override
    public void close() {
        codec.finishAndReleaseAll();
    }
}
