package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.hub.http.Door;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.TicketReceipt;

/** One day counted by hand: what managers and clerks read of it. */
class ReportTest {
    private static final List<String> ENDS = List.of("seen", "noShow", "cancelled", "voided", "unserved", "present");

    @TempDir
    private static Path data;

    private static RunningHub hub;

    /**
     * A001 waits 10 minutes, is served for 20 and votes 5. A002 waits 30, is served for 5 and votes 3. A003 waits 36 and
     * does not come. A004 is taken back. B001 comes at nine and waits.
     */
    @BeforeAll
    static void aDay() {
        hub = RunningHub.atWork(data);
        var kiosk = hub.as(Role.KIOSK);
        var first = kiosk.take("land");
        var second = kiosk.take("land");
        kiosk.take("land");
        var key = Caller.freshKey();
        kiosk.take(key, "land").as(TicketReceipt.class);
        kiosk.post("/api/tickets/void", null, "Idempotency-Key", key);
        serve("08:10", "08:30", first, 5);
        serve("08:30", "08:35", second, 3);
        at("08:36");
        press("next");
        press("no-show");
        at("09:05");
        kiosk.take("maps");
    }

    @Test
    void looksAheadWithWhatItHasSeen() {
        var next = hub.as(Role.MANAGER).get("/api/reports/next-hour").as(JsonNode.class);

        assertThat(next.at("/called").asInt()).isEqualTo(3);
        assertThat(next.get("days")).isEmpty();
        assertThat(next.has("arrivals")).isFalse();
    }

    private static void serve(String called, String finished, TicketReceipt ticket, int score) {
        at(called);
        press("next");
        press("start");
        at(finished);
        press("finish");
        hub.as(Role.TABLET).rate(Caller.freshKey(), ticket.token(), score).as(Object.class);
    }

    private static void at(String time) {
        hub.clock().set("2026-11-23T" + time);
    }

    private static void press(String verb) {
        hub.as(Role.CLERK).press(1, verb).as(Object.class);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void countsWaitsServiceAndVotesByField() {
        var land = row(report("by=field"), "land");

        assertThat(land.at("/label/vi").asText()).isEqualTo("Đất đai");
        assertThat(ends(land.get("figures"))).containsExactly(2, 1, 0, 1, 0, 1);
        assertThat(land.at("/figures/arrived").asInt()).isEqualTo(5);
        assertThat(times(land.at("/figures/waited"))).containsExactly(3, 1520, 1800, 2160);
        assertThat(times(land.at("/figures/served"))).containsExactly(2, 750, 300, 1200);
        assertThat(land.at("/figures/withinTarget").asInt()).isEqualTo(1);
        assertThat(land.at("/figures/votes/count").asInt()).isEqualTo(2);
        assertThat(land.at("/figures/votes/mean").asDouble()).isEqualTo(4.0);
        assertThat(land.at("/figures/votes/low").asDouble()).isEqualTo(2.0);
        // The margin of two votes goes beyond the scale, where no mean can be.
        assertThat(land.at("/figures/votes/high").asDouble()).isEqualTo(5.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"field", "service", "counter", "clerk", "hour", "weekday-hour", "priority", "channel", "day"})
    void rowsAddUpToTheTotalAndEverybodyIsSomewhere(String by) {
        var report = report("by=" + by);
        var total = report.get("total");

        assertThat(total.get("arrived").asInt())
                .isEqualTo(5)
                .isEqualTo(ends(total).stream().mapToInt(count -> count).sum());
        for (var end : ENDS) {
            var inRows = report.get("rows")
                    .valueStream()
                    .mapToInt(row -> row.get("figures").get(end).asInt())
                    .sum();
            assertThat(inRows).as(end).isEqualTo(total.get(end).asInt());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hour,08,4",
        "hour,09,1",
        "counter,01,3",
        "counter,-,2",
        "clerk,lan,3",
        "service,maps,1",
        "channel,KIOSK,5"
    })
    void aFigureOpensTheTicketsBehindIt(String by, String key, int count) {
        var behind = hub.as(Role.MANAGER)
                .get("/api/reports/tickets?by=" + by + "&key=" + key)
                .as(JsonNode.class);

        assertThat(behind.get("count").asInt()).isEqualTo(count);
        assertThat(behind.get("tickets")).hasSize(count).noneMatch(ticket -> ticket.has("score"));
    }

    @ParameterizedTest
    @CsvSource({
        "arrived,/arrived",
        "seen,/seen",
        "no-show,/noShow",
        "present,/present",
        "called,/waited/count",
        "seen,/served/count",
        "within,/withinTarget",
        "voted,/votes/count"
    })
    void asManyTicketsAreBehindAFigureAsItSays(String figure, String place) {
        var land = row(report("by=field&target=20"), "land").get("figures");

        var behind = hub.as(Role.MANAGER)
                .get("/api/reports/tickets?by=field&key=land&target=20&figure=" + figure)
                .as(JsonNode.class);

        assertThat(behind.get("count").asInt()).isEqualTo(land.at(place).asInt());
    }

    @Test
    void whoeverWentUnservedIsBehindOneFigure() {
        var land = row(report("by=field"), "land").get("figures");

        var gone = hub.as(Role.MANAGER)
                .get("/api/reports/tickets?by=field&key=land&figure=gone")
                .as(JsonNode.class);

        assertThat(gone.get("count").asInt())
                .isEqualTo(Stream.of("cancelled", "voided", "unserved")
                        .mapToInt(end -> land.get(end).asInt())
                        .sum())
                .isPositive();
        hub.as(Role.MANAGER).get("/api/reports/tickets?figure=nothing").problem(400, "FIELD_INVALID");
    }

    @Test
    void aClerkSeesTheOwnDayAndNoVotes() {
        var figures =
                hub.as(Role.CLERK).get("/api/reports/mine").as(JsonNode.class).get("figures");

        assertThat(ends(figures)).containsExactly(2, 1, 0, 0, 0, 0);
        assertThat(figures.at("/votes/count").asInt()).isZero();
    }

    @Test
    void writesCsvThatSpreadsheetsReadAndDoNotRun() throws Exception {
        var csv = new String(file("by=field&format=csv"), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFLĩnh vực,Đến,Phục vụ,Vắng mặt,");
        assertThat(csv.lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith("Đất đai,5,2,1,0,1,0,1,25.3,"));
        assertThat(csv.lines().toList().get(2)).startsWith("Tổng cộng,5,2,1,0,1,0,1,");
    }

    @Test
    void writesDaysAsPeopleDo() throws Exception {
        var csv = new String(file("by=day&format=csv"), StandardCharsets.UTF_8);

        assertThat(csv.lines().toList().get(1)).matches("\\d\\d/\\d\\d/\\d{4},5,.*");
        try (var pdf = Loader.loadPDF(file("by=day&format=pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .containsPattern("Từ \\d\\d/\\d\\d/\\d{4} đến \\d\\d/\\d\\d/\\d{4};");
        }
    }

    @Test
    void writesAWorkbook() throws Exception {
        var workbook = Files.write(data.resolve("report.xlsx"), file("by=service&format=xlsx"));
        var parts = new StringBuilder();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        var words = Pattern.compile("&#x(\\p{XDigit}+);")
                .matcher(parts)
                .replaceAll(letter -> Character.toString(Integer.parseInt(letter.group(1), 16)));
        assertThat(words).contains("Đất đai · Nộp hồ sơ", "Tổng cộng", "Báo cáo lượt giao dịch");
    }

    @Test
    void writesAPdfWithEveryDiacritic() throws Exception {
        try (var pdf = Loader.loadPDF(file("by=service&format=pdf"))) {
            var text = new PDFTextStripper().getText(pdf);

            assertThat(text)
                    .contains("Báo cáo lượt giao dịch", "Đất đai · Nộp hồ sơ", "mục tiêu chờ không quá 15 phút");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-24,FIELD_INVALID",
        "from=2026-11-20&to=2026-11-19,FIELD_INVALID",
        "from=2016-01-01,FIELD_INVALID",
        "from=yesterday,FIELD_INVALID",
        "by=shoe-size,FIELD_INVALID",
        "target=-1,FIELD_INVALID",
        "target=9999999999,FIELD_INVALID",
        "format=doc,FIELD_INVALID",
        "lang=fr,FIELD_INVALID"
    })
    void refusesAQuestionThatMakesNoSense(String query, String code) {
        hub.as(Role.MANAGER).get("/api/reports/visits?" + query).problem(400, code);
    }

    private static JsonNode report(String query) {
        return hub.as(Role.MANAGER).get("/api/reports/visits?" + query).as(JsonNode.class);
    }

    private static byte[] file(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + hub.port() + "/api/reports/visits?" + query))
                .header(
                        "Cookie",
                        Door.SESSION + "=" + hub.as(Role.MANAGER).token().orElseThrow())
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"luot-2026-11-23-2026-11-23-");
        return answer.body();
    }

    private static JsonNode row(JsonNode report, String key) {
        return report.get("rows")
                .valueStream()
                .filter(row -> row.get("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> ends(JsonNode figures) {
        return ENDS.stream().map(end -> figures.get(end).asInt()).toList();
    }

    private static List<Integer> times(JsonNode times) {
        return List.of(
                times.get("count").asInt(),
                times.get("average").asInt(),
                times.get("median").asInt(),
                times.get("p90").asInt());
    }
}
