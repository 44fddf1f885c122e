package vn.luot.board.led;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DotLettersTest {
    @Test
    void setsHatsTonesHornsAndHeavyTonesAroundCapitals() {
        assertThat(art("ƯU TIÊN")).isEqualTo("""
                        . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
                        . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
                        . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . # . . . . . . . . .
                        . . . . . # # . . . . . . . . . . . . . . . . . . . . . . . . . . # . # . . . . . . . .
                        # . . . # # . . # . . . # . . . . . . . # # # # # . . # # # . . # # # # # . # . . . # .
                        # . . . # . . . # . . . # . . . . . . . . . # . . . . . # . . . # . . . . . # # . . # .
                        # . . . # . . . # . . . # . . . . . . . . . # . . . . . # . . . # . . . . . # . # . # .
                        # . . . # . . . # . . . # . . . . . . . . . # . . . . . # . . . # # # # . . # . # . # .
                        # . . . # . . . # . . . # . . . . . . . . . # . . . . . # . . . # . . . . . # . . # # .
                        # . . . # . . . # . . . # . . . . . . . . . # . . . . . # . . . # . . . . . # . . . # .
                        . # # # . . . . . # # # . . . . . . . . . . # . . . . # # # . . # # # # # . # . . . # .
                        . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
                        . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
                        """);
    }

    @Test
    void setsAToneOnAHat() {
        assertThat(art("Ế")).isEqualTo("""
                        . . . # . .
                        . . # . . .
                        . . # . . .
                        . # . # . .
                        # # # # # .
                        # . . . . .
                        # . . . . .
                        # # # # . .
                        # . . . . .
                        # . . . . .
                        # # # # # .
                        . . . . . .
                        . . . . . .
                        """);
        assertThat(DotLetters.picture("Ệ").rows().get(12)).isEqualTo("001000");
    }

    /** 134 letters make 67 capitals, of which no two may look alike: TỈNH is not TÍNH. */
    @Test
    void givesEveryVietnameseLetterItsOwnPicture() {
        var bases = "A Ă Â E Ê I O Ô Ơ U Ư Y".split(" ");
        var tones = new String[] {"", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"};
        var letters = Stream.concat(
                        Stream.of(bases).flatMap(base -> Stream.of(tones).map(tone -> base + tone)),
                        Stream.of("B C D Đ G H K L M N P Q R S T V X".split(" ")))
                .toList();

        assertThat(new HashSet<>(letters.stream().map(DotLetters::picture).toList()))
                .hasSize(letters.size());
    }

    @Test
    void readsLettersTakenApartAndPutTogetherTheSame() {
        assertThat(DotLetters.picture("cửa")).isEqualTo(DotLetters.picture("CU\u031B\u0309A"));
        assertThat(DotLetters.picture("Ặ")).isEqualTo(DotLetters.picture("A\u0323\u0306"));
    }

    @Test
    void lightsEveryDotOfABlock() {
        assertThat(DotLetters.picture("██").rows()).hasSize(13).allMatch(row -> row.equals("1".repeat(12)));
    }

    private static String art(String text) {
        var art = new StringBuilder();
        DotLetters.picture(text)
                .rows()
                .forEach(row -> art.append(String.join(
                                " ", row.replace('1', '#').replace('0', '.').split("")))
                        .append('\n'));
        return art.toString();
    }
}
