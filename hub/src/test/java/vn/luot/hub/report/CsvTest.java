package vn.luot.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
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
        assertThatCellOf(words).isEqualTo(cell);
    }

    /** What a spreadsheet passes over before it looks for a formula. */
    @Test
    void writesWordsBehindATabOrAReturnSoThatTheyStayWords() {
        assertThatCellOf("\t=1+1").isEqualTo("'\t=1+1");
        assertThatCellOf("\r=1+1").isEqualTo("\"'\r=1+1\"");
    }

    private static AbstractStringAssert<?> assertThatCellOf(String words) {
        var sheet = new Sheet(
                "", "", List.of("Tên", "Số"), List.of(Arrays.asList(words, -1.5), Arrays.asList("Tổng", null)));

        var written = new String(Csv.of(sheet), StandardCharsets.UTF_8);
        var before = "\uFEFFTên,Số\r\n";
        var after = ",-1.5\r\nTổng,\r\n";
        assertThat(written).startsWith(before).endsWith(after);
        return assertThat(written.substring(before.length(), written.length() - after.length()));
    }
}
