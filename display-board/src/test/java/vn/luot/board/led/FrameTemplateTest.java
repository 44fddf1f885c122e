package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // template | address | text | bytes
                "text-01-07  |   5 | A012     | 01 05 41 30 31 32 07",
                "text-01-07  | 200 | ĐÓNG     | 01 C8 44 4F 4E 47 07",
                "number-sum8 |   5 | A999     | 05 03 E7 EF", // as the vendor's sheet has it
                "number-sum8 |   5 | ----     | 05 00 00 05",
                "number-sum8 |   1 | A12345   | 01 09 29 33", // the last four digits
                "number-3a   |   0 | B258     | 3A 01 02 01 00 3E 0A",
            })
    void writesTheFramesOfTheVendorsSeen(String template, String address, String text, String bytes) {
        var board = BoardProtocol.parse(template).unit(address, 0, 7);

        assertThat(board.draw(Face.still(text)))
                .singleElement()
                .satisfies(frame -> assertThat(Hex.dump(frame)).isEqualTo(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // frame                        | text  | bytes
                "{address} {text:4}             | A5    | 07 20 20 41 35",
                "{address} {text:3}             | A012  | 07 30 31 32",
                "{address:2} {digits:4}         | A012  | 30 37 30 30 31 32",
                "{address:3} {digits:2}         | A012  | 30 30 37 31 32",
                "{address:hex} {bcd:2}          | A1234 | 30 37 12 34",
                "AA {address} {lo} {hi} {xor:1} | A258  | AA 07 02 01 04",
                "AA {address} {text} {sum8:1} 55 | 1    | AA 07 31 38 55",
                "{address} 06 00 01 {hi} {lo} {crc16} | 3 | 07 06 00 01 00 03 98 6D",
            })
    void writesAFrameOfOnesOwn(String frame, String text, String bytes) {
        var template = new FrameTemplate(frame, null, null);

        assertThat(Hex.dump(template.bytes(7, text))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01 {text} G1        | «G1»",
                "{address} {address} {text} | at most",
                "01 {address} 07     | exactly one",
                "{text} {hi} {lo}    | exactly one",
                "{text:0}            | «{text:0}»",
                "{digits}            | «{digits}»",
                "{address:4} {text}  | «{address:4}»",
            })
    void refusesAFrameThatShowsNothingOrTwoThings(String frame, String complaint) {
        assertThatThrownBy(() -> new FrameTemplate(frame, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" / ")
                .hasMessageContaining(complaint);
    }

    @Test
    void letsNoControlByteOfATextBecomePartOfTheFrame() {
        var frame = new FrameTemplate("01 {address} {text} 07", null, null).bytes(1, "A\u00071\u0001");

        assertThat(Hex.dump(frame)).isEqualTo("01 01 41 3F 31 3F 07");
    }

    @Test
    void knowsItsAddressesAndItsSilence() {
        var text = BoardProtocol.parse("text-01-07");
        assertThat(text.address("007")).isEqualTo("7");
        assertThat(text.gap()).isEqualTo(Duration.ofMillis(300));
        assertThat(text.reachesAll()).isEmpty();
        assertThatThrownBy(() -> text.address("256")).hasMessageContaining("0 to 255");

        var nameless = BoardProtocol.parse("number-3a");
        assertThat(nameless.reachesAll()).contains("0");
        assertThatThrownBy(() -> nameless.address("1")).hasMessageContaining("0 to 0");
        assertThat(new FrameTemplate("{address:2} {text}", null, 99).reachesAll())
                .contains("99");
    }
}
