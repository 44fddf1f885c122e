package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaDecoderTest {
    @ParameterizedTest
    @CsvSource({
        "06,             ACK",
        "15,             NAK",
        "06 15 06,       ACK NAK ACK",
        "00 00 FF 06 41, ACK",
        "00 01 02 7F,    ''",
    })
    void findsTheAnswersBetweenNoise(String bytes, String answers) {
        var codec = new EmbeddedChannel(new AlphaDecoder());

        var decoded = Hex.decoded(codec, Hex.bytes(bytes));

        assertThat(decoded.stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(answers);
    }

    @Test
    void takesAcceptanceAndRefusalAsAnswers() {
        try (var sign = new AlphaSign("01", 7)) {
            assertThat(sign.heard(Hex.bytes("06"))).contains(LedUnit.Reply.SHOWN);
            assertThat(sign.heard(Hex.bytes("15"))).containsInstanceOf(LedUnit.Reply.Refused.class);
            assertThat(sign.heard(Hex.bytes("41"))).isEmpty();
        }
    }
}
