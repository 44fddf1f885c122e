package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;

/** How soon votes came, and how many alike came in a row. */
class VotesInReportsTest {
    private static final String NOT_CALLED = "-";

    @TempDir
    private static Path data;

    private static RunningHub hub;

    /**
     * Lan is done with four at 08:01, Minh with one at 08:02. Lan's tickets are voted on with 5, 3, 5 and 5; by the
     * clock that is 3, 5, 5 and 5 after 1, 2, 4 and 9 minutes, and between the fives Minh gets a 1. One waits.
     */
    @BeforeAll
    static void aDay() {
        hub = RunningHub.atWork(data);
        var minh = hub.person(Role.CLERK, "minh", "Anh Minh");
        minh.press(2, "open").as(Object.class);
        var kiosk = hub.as(Role.KIOSK);
        var land = Stream.generate(() -> kiosk.take("land")).limit(4).toList();
        var maps = kiosk.take("maps");
        kiosk.take("maps");
        at("08:01");
        land.forEach(ticket -> serveNext(hub.as(Role.CLERK), 1));
        at("08:02");
        serveNext(minh, 2);
        vote("08:02", land.get(1), 3);
        vote("08:03", land.get(0), 5);
        vote("08:04", maps, 1);
        vote("08:05", land.get(2), 5);
        vote("08:10", land.get(3), 5);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void saysHowSoonAVoteComes() {
        assertThat(votes("clerk", "lan").at("/toRate/count").asInt()).isEqualTo(4);
        assertThat(votes("clerk", "lan").at("/toRate/median").asInt()).isEqualTo(120);
        assertThat(votes("clerk", "minh").at("/toRate/median").asInt()).isEqualTo(120);
        assertThat(votes("field", "land").at("/toRate/p90").asInt()).isEqualTo(540);
    }

    @Test
    void countsEqualScoresInTheOrderOfTheVotesAndNotOfTheTickets() {
        assertThat(votes("clerk", "lan").get("streak").asInt()).isEqualTo(3);
        assertThat(votes("clerk", "minh").get("streak").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"field,land", "hour,08", "channel,KIOSK"})
    void aVoteForAnotherClerkEndsNoStreak(String by, String row) {
        assertThat(votes(by, row).get("streak").asInt()).isEqualTo(3);
    }

    @Test
    void saysNothingOfVotesWhereThereAreNone() {
        var none = votes("clerk", NOT_CALLED);

        assertThat(none.at("/toRate/count").asInt()).isZero();
        assertThat(none.has("streak")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi|,\"Đánh giá sau, trung vị (phút)\",Chuỗi cùng điểm",
                "en|,Median time to vote (min),Same score in a row"
            })
    void aSheetEndsWithBoth(String language, String titles) {
        var lines = hub.as(Role.MANAGER)
                .get("/api/reports/visits?by=clerk&format=csv&lang=" + language)
                .text()
                .lines()
                .toList();

        assertThat(lines.get(0)).endsWith(titles);
        assertThat(lines.get(1)).endsWith(",0,,,,,,");
        assertThat(lines.get(2)).endsWith(",2.0,3");
    }

    @Test
    void aClerkIsToldNeither() {
        var own = hub.as(Role.CLERK).get("/api/reports/mine").as(JsonNode.class).at("/figures/votes");

        assertThat(own.at("/toRate/count").asInt()).isZero();
        assertThat(own.has("streak")).isFalse();
    }

    private static void serveNext(Caller clerk, int counter) {
        Stream.of("next", "start", "finish")
                .forEach(verb -> clerk.press(counter, verb).as(Object.class));
    }

    private static void vote(String time, TicketReceipt ticket, int score) {
        at(time);
        hub.as(Role.TABLET).rate(Caller.freshKey(), ticket.token(), score).as(Object.class);
    }

    private static void at(String time) {
        hub.clock().set("2026-11-23T" + time);
    }

    private static JsonNode votes(String by, String key) {
        return hub.as(Role.MANAGER)
                .get("/api/reports/visits?by=" + by)
                .as(JsonNode.class)
                .get("rows")
                .valueStream()
                .filter(row -> row.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow()
                .at("/figures/votes");
    }
}
