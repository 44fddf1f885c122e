package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.sim.device.SimVendorBoard.Sheet;

class SimVendorBoardTest {
    @ParameterizedTest
    @CsvSource({
        "TEXT_01_07,  01 05 41 30 31 32 07,  A012",
        "TEXT_01_07,  01 06 41 30 31 32 07,  ''",
        "TEXT_01_07,  02 05 41 07,           ''",
        "NUMBER_SUM8, 05 03 E7 EF,           999",
        "NUMBER_SUM8, 05 03 E7 EE,           ''",
        "NUMBER_SUM8, 06 03 E7 F0,           ''",
        "NUMBER_3A,   3A 01 02 01 00 3E 0A,  258",
        "NUMBER_3A,   3A 01 02 01 00 3F 0A,  ''",
    })
    void showsWhatAFrameForItSays(Sheet sheet, String frame, String text) {
        var board = new SimVendorBoard(sheet, 5);

        for (var octet : Hex.bytes(frame)) board.receive(new byte[] {octet});

        assertThat(board.text()).isEqualTo(text);
    }

    @Test
    void findsTheNextFrameAfterNoiseAndASilence() {
        var board = new SimVendorBoard(Sheet.NUMBER_SUM8, 5);

        board.receive(Hex.bytes("FF 05"));
        board.silence();
        board.receive(Hex.bytes("05 03 E7 EF"));

        assertThat(board.text()).isEqualTo("999");
        assertThat(board.misunderstood()).containsExactly("not a frame: FF 05");
    }

    @Test
    void overlooksATextThatComesTooSoon() {
        var board = new SimVendorBoard(Sheet.TEXT_01_07, 5);

        board.receive(Hex.bytes("01 05 41 07"));
        board.receive(Hex.bytes("01 05 42 07"));

        assertThat(board.text()).isEqualTo("A");
        assertThat(board.misunderstood()).containsExactly("too soon after the frame before: 01 05 42 07");
    }
}
