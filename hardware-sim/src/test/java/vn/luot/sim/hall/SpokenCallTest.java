package vn.luot.sim.hall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenCallTest {
    @ParameterizedTest
    @CsvSource({
        "A001, 3,  A không không một | ba",
        "D025, 10, D không hai mươi lăm | mười",
        "H121, 21, H một trăm hai mươi mốt | hai mươi mốt",
        "K024, 14, K không hai mươi tư | mười bốn",
        "L105, 15, L một trăm lẻ năm | mười lăm",
        "AB300, 30, A B ba trăm | ba mươi",
        "T999, 99, T chín trăm chín mươi chín | chín mươi chín",
        "V1005, 11, V một nghìn không trăm lẻ năm | mười một",
        "V2000, 5, V hai nghìn | năm",
    })
    void readsNumbersAsVietnameseDoes(String number, int counter, String read) {
        var parts = read.split(" \\| ");

        assertThat(SpokenCall.of(number, counter))
                .isEqualTo("Xin mời số thứ tự " + parts[0] + ", đến quầy số " + parts[1]);
    }
}
