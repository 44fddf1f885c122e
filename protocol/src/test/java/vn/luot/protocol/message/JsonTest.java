package vn.luot.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private record Note(String text, int count, StepKind kind, OffsetDateTime at, LocalDate day) {}

    @Test
    void leavesOutWhatIsAbsentAndWritesTimesAsTheyAre() throws IOException {
        var note = new Note("Đất đai", 1, null, OffsetDateTime.parse("2026-11-23T09:00:00.250+07:00"), Halls.DAY);

        assertThat(Json.text(note))
                .isEqualTo("{\"text\":\"Đất đai\",\"count\":1,"
                        + "\"at\":\"2026-11-23T09:00:00.25+07:00\",\"day\":\"2026-11-23\"}");
        assertThat(Json.read(Json.bytes(note), Note.class)).isEqualTo(note);
    }

    @Test
    void namesTheTypeOfAFeedMessage() throws IOException {
        var hello = new FeedMessage.Hello(1, "T");

        assertThat(Json.text(hello)).isEqualTo("{\"type\":\"hello\",\"version\":1,\"token\":\"T\"}");
        assertThat(Json.read(Json.text(hello), FeedMessage.class)).isEqualTo(hello);
    }

    @Test
    void givesBackAWholeHall() throws IOException {
        var snapshot = new FeedMessage.Snapshot(Halls.withNobodyCalled(5).after(Halls.call(6, "A001", 2)), 3);

        assertThat(Json.read(Json.text(snapshot), FeedMessage.class)).isEqualTo(snapshot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"count\":1} {}",
                "{\"count\":1,\"count\":2}",
                "{\"count\":1,\"colour\":\"red\"}",
                "{\"count\":\"1\"}",
                "{\"count\":1.5}",
                "{\"count\":1e999}",
                "{\"count\":99999999999}",
                "{\"count\":NaN}",
                "{\"count\":null}",
                "{\"text\":\"no count\"}",
                "{\"count\":1,\"text\":5}",
                "{\"count\":1,\"text\":true}",
                "{\"count\":1,\"kind\":\"WHISTLED\"}",
                "{\"count\":1,\"kind\":3}",
                "{\"count\":1,\"at\":\"yesterday\"}",
                "{'count':1}",
                "[]"
            })
    void refusesWhatIsNotExactlyOfTheShape(String json) {
        assertThatIOException().isThrownBy(() -> Json.read(json, Note.class));
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatIOException().isThrownBy(() -> Json.read("{\"text\":" + "[".repeat(10_000), Note.class));
    }

    @Test
    void readsWhatALaterHubWrites() throws IOException {
        assertThat(Json.readLeniently("{\"colour\":\"red\",\"kind\":\"WHISTLED\"}", Note.class))
                .isEqualTo(new Note(null, 0, null, null, null));
        assertThat(Json.readLeniently("{\"type\":\"whistle\"}", FeedMessage.class))
                .isNull();
    }

    @Test
    void staysStrictAfterReadingLeniently() throws IOException {
        Json.readLeniently("{\"type\":\"whistle\"}", FeedMessage.class);

        assertThatIOException().isThrownBy(() -> Json.read("{\"type\":\"whistle\"}", FeedMessage.class));
    }
}
