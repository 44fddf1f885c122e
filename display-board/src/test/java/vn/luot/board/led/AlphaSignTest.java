package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.luot.board.led.Face.Manner;
import vn.luot.board.led.Face.Row;

class AlphaSignTest {
    private static final Pattern PACKET = Pattern.compile("\u0002(.*?)\u0003", Pattern.DOTALL);
    private static final int HIGH = 16;

    @Test
    void blinksOnlyTheFreshCall() {
        var face = new Face(List.of(new Row("A012 > 3", Manner.BLINKS), new Row("B001 > 4", Manner.STILL)));

        assertThat(commands(new AlphaSign("01", 7), face))
                .containsExactly("A0\u001B0b\u00071A012 > 3\u00070\rB001 > 4");
    }

    @Test
    void letsNoticesRunBelowTheCalls() {
        var face = new Face(List.of(new Row("A012 > 3", Manner.STILL), new Row("Nghỉ trưa", Manner.TRAVELS)));
        var alone = new Face(List.of(new Row("Nghỉ trưa", Manner.TRAVELS)));

        assertThat(commands(new AlphaSign("01", 7), face)).containsExactly("A0\u001B\"bA012 > 3\u001B&aNghi trua");
        assertThat(commands(new AlphaSign("01", 7), alone)).containsExactly("A0\u001B0aNghi trua");
    }

    @Test
    void drawsVietnameseRowsAsPicturesThatItSendsOnce() {
        var sign = new AlphaSign("01", HIGH);
        var closed = Face.still("ĐÓNG CỬA");

        var first = commands(sign, closed);
        var again = commands(sign, closed);

        assertThat(first).hasSize(3);
        assertThat(first.get(0)).isEqualTo("E$aDL0D321000");
        assertThat(first.get(1)).startsWith("Ia0D32").hasSize(6 + 13 * (0x32 + 1));
        assertThat(first.get(2)).isEqualTo("A0\u001B0b\u0014a");
        assertThat(again).containsExactly("A0\u001B0b\u0014a");
    }

    @Test
    void sendsItsPicturesAgainWhenNobodyKnowsWhatTheSignRemembers() {
        var sign = new AlphaSign("01", HIGH);
        var closed = Face.still("ĐÓNG CỬA");
        commands(sign, closed);

        sign.forget();
        assertThat(commands(sign, closed)).hasSize(3);

        sign.heard(new byte[] {0x15}); // it received the text damaged
        assertThat(commands(sign, closed)).hasSize(3);
    }

    @Test
    void keepsItsPicturesWhenAnotherJoins() {
        var sign = new AlphaSign("01", HIGH);
        commands(sign, Face.still("ĐÓNG"));

        assertThat(commands(sign, Face.still("ƯU TIÊN"))).hasSize(4).last().isEqualTo("A0\u001B0b\u0014b");
        assertThat(commands(sign, Face.still("ĐÓNG"))).containsExactly("A0\u001B0b\u0014a");
    }

    @Test
    void dividesAPictureThatWouldBeTooWide() {
        var commands = commands(new AlphaSign("01", HIGH), Face.still("Ở".repeat(31)));

        assertThat(commands.get(0)).isEqualTo("E$aDL0DF01000bDL0D081000");
        assertThat(commands).last().isEqualTo("A0\u001B0b\u0014a\u0014b");
    }

    @Test
    void leavesOutTheMarksWhereRowsAreLow() {
        assertThat(commands(new AlphaSign("01", 7), Face.still("ĐÓNG CỬA"))).containsExactly("A0\u001B0bDONG CUA");
    }

    /** What stands between STX and ETX of each packet; the parts of a packet end where the sign needs a pause. */
    private static List<String> commands(AlphaSign sign, Face face) {
        var all = new StringBuilder();
        sign.draw(face).forEach(part -> all.append(new String(part, StandardCharsets.ISO_8859_1)));
        return PACKET.matcher(all).results().map(packet -> packet.group(1)).toList();
    }
}
