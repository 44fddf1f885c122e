package vn.luot.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypedCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final TypedCode code = TypedCode.fresh(23, new Random(2611));

    @Test
    void isReadHoweverItIsTyped() {
        var typed = " "
                + code.grouped()
                        .toLowerCase()
                        .replace('1', 'i')
                        .replace('0', 'o')
                        .replace("-", " - ");

        assertThat(TypedCode.of(typed)).contains(code);
        assertThat(code.isMistyped()).isFalse();
    }

    @Test
    void noWrongLetterGoesUnseen() {
        IntStream.range(0, 8)
                .forEach(place -> ALPHABET.chars()
                        .filter(letter -> letter != code.letters().charAt(place))
                        .forEach(letter -> assertThat(with(place, (char) letter).isMistyped())
                                .as("%c at %d of %s", letter, place, code)
                                .isTrue()));
    }

    @Test
    void noTwoNeighboursThatChangedPlacesGoUnseen() {
        for (var seed = 0; seed < 1_000; seed++) {
            var letters = TypedCode.fresh(seed, new Random(seed)).letters();
            for (var place = 0; place < 7; place++) {
                if (letters.charAt(place) == letters.charAt(place + 1)) continue;
                var swapped = new StringBuilder(letters);
                swapped.setCharAt(place, letters.charAt(place + 1));
                swapped.setCharAt(place + 1, letters.charAt(place));
                assertThat(new TypedCode(swapped.toString()).isMistyped())
                        .as("%s of %s", swapped, letters)
                        .isTrue();
            }
        }
    }

    @Test
    void knowsItsCentreFromOthers() {
        assertThat(code.isOf(23)).isTrue();
        assertThat(code.isOf(24)).isFalse();
        assertThat(TypedCode.fresh(-1, new Random(1)).isOf(-1)).isTrue();
    }

    @Test
    void whatHasAnotherFormIsNone() {
        assertThat(TypedCode.of("")).isEmpty();
        assertThat(TypedCode.of("7K3M-9QX")).isEmpty();
        assertThat(TypedCode.of("7K3M-9QXDD")).isEmpty();
        assertThat(TypedCode.of("7K3M-9QXU")).isEmpty();
        assertThat(TypedCode.of("7K3M-9QX ")).isEmpty();
    }

    private TypedCode with(int place, char letter) {
        var letters = new StringBuilder(code.letters());
        letters.setCharAt(place, letter);
        return new TypedCode(letters.toString());
    }
}
