package vn.luot.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "=1+1         | '=1+1",
                "+84          | '+84",
                "-5           | '-5",
                "@SUM(A1)     | '@SUM(A1)",
                "Một, hai     | \"Một, hai\"",
                "Gọi \"lại\"  | \"Gọi \"\"lại\"\"\"",
                "Đất đai      | Đất đai"
            })
    void writesWordsSoThatTheyStayWords(String words, String cell) {
        var sheet = new Sheet(
                "", "", List.of("Tên", "Số"), List.of(Arrays.asList(words, -1.5), Arrays.asList("Tổng", null)));

        assertThat(new String(Csv.of(sheet), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFTên,Số\r\n" + cell + ",-1.5\r\nTổng,\r\n");
    }
}
