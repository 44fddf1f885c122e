package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.board.led.LedUnit.Reply;

class ModbusDisplayTest {
    private final ModbusDisplay display = new ModbusDisplay(1, 0);

    @AfterEach
    void close() {
        display.close();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "A012,  A012",
                "C999,  C999",
                "AB1234,Ab1234",
                "AB12345, 12345", // no room: the digits alone
                "B001,  b001", // a capital B would read as 8
                "D600,  d600", // a capital D would read as 0
                "DONG,  donG",
                "----,  ----",
                "'',      ",
                "Đ01,   d01",
            })
    void fitsANumberToSixLegibleDigits(String text, String digits) {
        assertThat(SevenSegments.fit(text)).isEqualTo(digits);
    }

    @Test
    void writesOneCharacterARegister() {
        assertThat(display.draw(Face.still("A012"))).hasSize(1);
        assertThat(Hex.dump(display.draw(Face.still("A012")).get(0)))
                .startsWith("01 10 00 00 00 06 0C 00 20 00 20 00 41 00 30 00 31 00 32");
    }

    @Test
    void writesFromTheRegisterOfTheLeftmostDigit() {
        try (var other = new ModbusDisplay(9, 0x0102)) {
            assertThat(Hex.dump(other.draw(Face.still("----")).get(0))).startsWith("09 10 01 02 00 06 0C");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "01 10 00 00 00 06 40 0B, true", // its answer
        "02 10 00 00 00 06 40 38, false", // another unit's
        "01 06 00 00 00 06 09 C8, false", // to another function
        "01 10 00 00 00 05 00 0A, false", // of fewer registers
    })
    void takesOnlyItsOwnAnswer(String answer, boolean taken) {
        assertThat(display.heard(Hex.bytes(answer)).isPresent()).isEqualTo(taken);
    }

    @Test
    void tellsTheTechnicianWhyItRefuses() {
        assertThat(display.heard(Hex.bytes("01 90 02 CD C1")))
                .contains(new Reply.Refused("it has no such registers (exception 2), check \"register\""));
    }

    @Test
    void expectsNoAnswerToABroadcast() {
        try (var everyone = new ModbusDisplay(0, 0)) {
            assertThat(everyone.mustAnswer()).isFalse();
            assertThat(display.mustAnswer()).isTrue();
        }
    }
}
