package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimAlphaSignTest {
    private final SimAlphaSign sign = new SimAlphaSign("01");
    private final Heard heard = Heard.from(sign);

    @ParameterizedTest
    @CsvSource({
        // frame after 00 00 00 00 00 01, lit text, answer
        "5A 30 31 02 41 30 1B 30 62 41 30 31 32 03 30 31 46 37 04,             A012,         06",
        "5A 30 31 02 41 30 1B 30 62 41 30 31 32 03 30 31 46 38 04,             '',           15",
        "5A 30 31 02 41 30 1B 30 62 41 30 31 32 04,                            A012,         ''",
        "5A 30 30 02 41 30 1B 30 62 41 03 30 31 36 34 04,                      A,            ''",
        "5A 30 32 02 41 30 1B 30 62 41 03 30 31 36 34 04,                      '',           ''",
        "5A 30 31 02 41 41 1B 30 62 41 0D 1C 31 42 04,                         A B,          ''",
        "5A 30 31 02 41 41 1B 22 62 41 1B 26 62 42 04,                         A B,          ''",
        "5A 30 31 02 7A 41 04,                                                 '',           ''",
    })
    void showsWhatItIsTold(String frame, String text, String answer) {
        sign.receive(Hex.bytes("00 00 00 00 00 01 " + frame));

        assertThat(sign.lit().text()).isEqualTo(text);
        assertThat(heard.hex()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "5A 30 31 02 41 30 1B 30 62 41 03 30 31 36 35 04, 'wrong checksum, should be 0164'",
        "5A 30 31 02 7A 41 04,                            unknown command",
        "5A 30 31 41 41 42 04,                            not a frame",
        "5A 30 31 02 41 41 1B 30 62 E9 04,                no letter E9",
    })
    void reportsWhatItDoesNotUnderstand(String frame, String fault) {
        sign.receive(Hex.bytes("00 00 00 00 00 01 " + frame));

        assertThat(sign.misunderstood()).singleElement().asString().startsWith(fault);
    }

    @Test
    void needsFiveZerosToWakeUp() {
        sign.receive(Hex.bytes("00 00 00 00 01 5A 30 31 02 41 41 1B 30 62 41 04"));

        assertThat(sign.lit().text()).isEmpty();
    }

    @Test
    void understandsAFrameThatComesByteByByteAfterABrokenOne() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41"));

        for (var b : Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 41 1B 30 62 42 04")) sign.receive(new byte[] {b});

        assertThat(sign.lit().text()).isEqualTo("B");
    }

    @Test
    void showsThePriorityTextWhileThereIsOne() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 41 1B 30 62 41 04"));
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62 42 04"));
        assertThat(sign.lit().text()).isEqualTo("B");

        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 30 04"));

        assertThat(sign.lit().text()).isEqualTo("A");
    }

    @Test
    void lightsTheDotsOfALetter() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 41 1B 30 62 31 37 04"));

        assertThat(sign.lit().dots().get(0))
                .containsExactly(
                        "00100011111",
                        "01100000001",
                        "00100000010",
                        "00100000100",
                        "00100001000",
                        "00100001000",
                        "01110001000");
    }

    @Test
    void forgetsEverythingWithoutMains() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 41 1B 30 62 41 04"));

        sign.powerCycle();

        assertThat(sign.lit().text()).isEmpty();
    }

    @Test
    void blinksWhatIsBetweenTheCodes() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62 07 31 41 07 30 0D 42 04"));

        assertThat(sign.lit().lines())
                .extracting(SimAlphaSign.Line::text, SimAlphaSign.Line::blinking)
                .containsExactly(tuple("A", true), tuple("B", false));
    }

    @Test
    void showsAPictureThatItMadeRoomFor() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 45 24 61 44 4C 30 32 30 33 31 30 30 30 04"));
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 49 61 30 32 30 33 31 30 31 0D 30 31 30 0D 04"));
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 41 30 1B 30 62 14 61 04"));

        assertThat(sign.lit().text()).isEqualTo("▣");
        assertThat(sign.lit().dots().get(0)).endsWith("101", "010");
        assertThat(sign.misunderstood()).isEmpty();
    }

    @Test
    void refusesAPictureThatDoesNotFitItsRoom() {
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 45 24 61 44 4C 30 32 30 33 31 30 30 30 04"));
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 49 61 30 32 30 33 31 30 31 0D 30 31 0D 04"));
        sign.receive(Hex.bytes("00 00 00 00 00 01 5A 30 31 02 49 62 30 32 30 33 31 30 31 0D 30 31 30 0D 04"));

        assertThat(sign.misunderstood()).hasSize(2);
    }
}
