package vn.luot.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T07:30:00+07:00",
                "2026-11-23T07:30:00.25+07:00",
                "2026-11-23T07:30:00.250000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999+18:00",
                "2028-02-29T23:59:59.1-09:30",
                "2026-11-23T07:30:00.001-00:30"
            })
    void readsAndWritesAsTheStandardDoes(String text) {
        var at = OffsetDateTime.parse(text);

        assertThat(Moment.parse(text)).contains(at);
        assertThat(Moment.text(at)).isEqualTo(text).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-11-23T07:30:00Z", "-0001-01-01T00:00:00Z", "1900-01-01T00:00:00+07:06:30"})
    void writesWhatIsUnusualAsTheStandardDoes(String text) {
        assertThat(Moment.text(OffsetDateTime.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-23",
                "2026-11-23T07:30Z",
                "2026-11-23T07:30:00",
                "2026-11-23T07:30:00.Z",
                "2026-11-23T07:30:00.1234567890Z",
                "2026-11-23T07:30:00ZZ",
                "2026-11-23T07:30:00+7:00",
                "2026-11-23T07:30:00+07:00 ",
                "2026-11-23t07:30:00z",
                "2026-02-29T07:30:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T07:60:00Z",
                "2026-11-23T07:30:00+19:00",
                "2026-11-23T07:30:00+07:60",
                "२०२६-11-23T07:30:00Z"
            })
    void leavesWhateverElseToTheStandard(String text) {
        assertThat(Moment.parse(text)).isEmpty();
    }

    @Test
    void keepsEveryMillisecond() {
        var at = OffsetDateTime.parse("2026-11-23T07:30:00+07:00");

        for (var millis = 0; millis < 2_000; millis++) {
            var then = at.plusNanos(millis * 1_000_000L);

            assertThat(Moment.parse(Moment.text(then))).contains(then);
        }
    }
}
