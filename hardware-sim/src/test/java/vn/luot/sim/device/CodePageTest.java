package vn.luot.sim.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePageTest {
    @ParameterizedTest
    @CsvSource({
        "A8, ă", "AE, đ", "B5, à", "B9, ạ", "BB, ằ", "BE, ắ", "C6, ặ", "CB, ậ", "CC, è", "D1, ẹ", "D6, ệ", "D8, ỉ",
        "DC, ĩ", "DE, ị", "DF, ò", "E1, ỏ", "E9, ộ", "EA, ờ", "EE, ợ", "EF, ù", "F4, ụ", "F9, ự", "FA, ỳ", "FE, ỵ",
    })
    void readsTheLetterOfTheStandard(String hex, char letter) {
        assertThat(CodePage.TCVN3_LOWER.letter(Hex.bytes(hex)[0])).contains(letter);
    }

    @Test
    void hasAll134VietnameseLettersOnItsTwoPages() {
        var letters = IntStream.rangeClosed(0x80, 0xFF)
                .boxed()
                .flatMap(b -> Stream.of(CodePage.TCVN3_LOWER, CodePage.TCVN3_CAPITALS)
                        .flatMap(page -> page.letter(b.byteValue()).stream()))
                .collect(Collectors.toSet());

        assertThat(letters).hasSize(134).allMatch(Paper::canPrint).contains('Ặ', 'Đ', 'Ữ', 'ỵ');
    }

    @Test
    void hasNoLetterForTheOtherBytes() {
        assertThat(CodePage.TCVN3_LOWER.letter((byte) 0xB0)).isEmpty();
    }
}
