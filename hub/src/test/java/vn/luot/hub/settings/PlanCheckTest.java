package vn.luot.hub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.message.Plan;

class PlanCheckTest {
    private static final String SOUND = """
            {
              "centre": {"name": {"vi": "Một cửa"}, "timeZone": "Asia/Ho_Chi_Minh"},
              "hours": [
                {"days": ["MONDAY", "TUESDAY"], "from": "07:30", "to": "11:30"},
                {"days": ["MONDAY"], "from": "11:30", "to": "00:00"}
              ],
              "fields": [
                {"id": "land", "name": {"vi": "Đất đai", "en": "Land"}, "services": [
                  {"id": "land.in", "name": {"vi": "Nộp hồ sơ"}, "prefix": "A", "first": 1, "last": 599},
                  {"id": "land.out", "name": {"vi": "Nhận kết quả"}, "prefix": "A", "first": 600, "last": 999}
                ]},
                {"id": "civil", "name": {"vi": "Hộ tịch"}, "services": [
                  {"id": "civil.in", "name": {"vi": "Khai sinh"}, "prefix": "BC", "first": 1, "last": 9999,
                   "hours": [{"days": ["FRIDAY"], "from": "08:00", "to": "10:00"}]}
                ]}
              ],
              "counters": [
                {"id": 1, "name": {"vi": "Quầy đất"}, "services": ["land.in", "land.out"]},
                {"id": 99, "name": {"vi": "Quầy hộ tịch"}, "services": ["civil.in"]}
              ],
              "priorityClasses": [{"id": "elderly", "name": {"vi": "Người cao tuổi"}}],
              "rating": {
                "question": {"vi": "Hài lòng không?"},
                "levels": [{"score": 2, "name": {"vi": "Có"}}, {"score": 0, "name": {"vi": "Không"}}],
                "lowAtMost": 0,
                "reasons": [{"id": "slow", "name": {"vi": "Chờ lâu"}}, {"id": "other", "name": {"vi": "Khác"}}]
              }
            }
            """;

    @Test
    void findsNothingWrongWithASoundPlan() throws BadPlan {
        assertThat(PlanCheck.problems(plan(SOUND))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "centre": {"name": {"vi": "Một cửa"}, | "centre": {                 | centre.name
                    , "timeZone": "Asia/Ho_Chi_Minh"      | ~~                          | centre.timeZone
                    {"vi": "Một cửa"}                     | {"vi": " "}                 | centre.name.vi
                    {"vi": "Một cửa"}                     | {"en": "Desk"}              | centre.name.vi
                    {"vi": "Một cửa"}                     | {"vi": null}                | centre.name.vi
                    {"vi": "Đất đai", "en": "Land"}       | {"vi": "Đất", "en": "a\\u202Eb"} | fields[0].name.en
                    {"vi": "Đất đai", "en": "Land"}       | {"vi": "a\\u2066b"}         | fields[0].name.vi
                    {"vi": "Đất đai", "en": "Land"}       | {"vi": "a\\u200Bb"}         | fields[0].name.vi
                    {"vi": "Đất đai", "en": "Land"}       | {"vi": "a\\u0000b"}         | fields[0].name.vi
                    {"vi": "Đất đai", "en": "Land"}       | {"vi": "a\\ud800b"}         | fields[0].name.vi
                    "timeZone"                            | "hotline": "1\\n2", "timeZone" | centre.hotline
                    Asia/Ho_Chi_Minh                      | Asia/Saigon-on-Sea          | centre.timeZone
                    "from": "07:30"                       | "from": "half past"         | hours[0].from
                    "from": "07:30"                       | "from": "11:30"             | hours[0].to
                    "from": "07:30", "to": "11:30"        | "from": "07:30"             | hours[0].to
                    ["MONDAY", "TUESDAY"]                 | []                          | hours[0].days
                    ["MONDAY", "TUESDAY"]                 | ["MONDAY", null]            | hours[0].days[1]
                    ["MONDAY", "TUESDAY"]                 | ["MONDAY", "DAY"]           | hours[0].days[1]
                    "from": "11:30", "to": "00:00"        | "from": "11:29", "to": "00:00" | hours[1]
                    "from": "11:30", "to": "00:00"        | "from": "07:00", "to": "07:31" | hours[1]
                    [{"days": ["FRIDAY"], "from": "08:00", "to": "10:00"}] | [] | fields[1].services[0].hours
                    "id": "land",                         | "id": "Land",               | fields[0].id
                    "id": "land",                         | ~~                          | fields[0].id
                    "id": "land",                         | "id": "civil",              | fields[1].id
                    "id": "land.out"                      | "id": "land.in"             | fields[0].services[1].id
                    "land.in", "name"                     | "a_b", "name"               | fields[0].services[0].id
                    {"id": "civil",                       | {"id": "civil", "results": "land.in", | fields[1].results
                    {"id": "elderly",                     | {"id": "elderly", "fromAge": 0,       | priorityClasses[0].fromAge
                    {"id": "elderly",                     | {"id": "elderly", "fromAge": 121,     | priorityClasses[0].fromAge
                    "prefix": "BC"                        | "prefix": "BCD"             | fields[1].services[0].prefix
                    "prefix": "BC"                        | "prefix": "Đ"               | fields[1].services[0].prefix
                    "prefix": "BC"                        | "prefix": null              | fields[1].services[0].prefix
                    "prefix": "BC"                        | "prefix": 5                 | fields[1].services[0].prefix
                    "prefix": "BC"                        | "prefix": "A"               | fields[1].services[0].first
                    "first": 600                          | "first": 599                | fields[0].services[1].first
                    "first": 600                          | "first": 1000               | fields[0].services[1].last
                    "first": 600                          | "first": 600.5              | fields[0].services[1].first
                    "first": 600                          | "first": 99999999999            | fields[0].services[1].first
                    "first": 600                          | "first": 1e999              | fields[0].services[1].first
                    "first": 600, "last": 999             | "first": 600                | fields[0].services[1].last
                    "first": 1, "last": 599               | "first": 0, "last": 599     | fields[0].services[0].first
                    "last": 9999                          | "last": 10000               | fields[1].services[0].last
                    "last": 9999                          | "last": 9999, "colour": "red" | fields[1].services[0].colour
                    "last": 9999                          | "last": 9999, "papers": [null] | fields[1].services[0].papers[0]
                    "last": 9999                          | "last": 9999, "papers": [{"vi": " "}] | fields[1].services[0].papers[0].vi
                    "id": 99                              | "id": 100                   | counters[1].id
                    "id": 99                              | "id": "99"                  | counters[1].id
                    "id": 99                              | "id": 1                     | counters[1].id
                    "id": 1,                              | "id": 0,                    | counters[0].id
                    ["civil.in"]                          | ["civil.in", "tax"]         | counters[1].services[1]
                    ["civil.in"]                          | ["civil.in", "civil.in"]    | counters[1].services[1]
                    ["civil.in"]                          | "civil.in"                  | counters[1].services
                    ["civil.in"]                          | ["land.in"]                 | fields[1].services[0]
                    "id": "elderly"                       | "id": "người già"           | priorityClasses[0].id
                    [{"id": "elderly", "name": {"vi": "Người cao tuổi"}}] | null        | priorityClasses
                    "id": "other"                         | "id": "slow"                | rating.reasons[1].id
                    "score": 0                            | "score": 2                  | rating.levels[1].score
                    "score": 0                            | "score": 3                  | rating.levels[1].score
                    , {"score": 0, "name": {"vi": "Không"}} | ~~                        | rating.levels
                    "lowAtMost": 0                        | "lowAtMost": 3              | rating.lowAtMost
                    "lowAtMost": 0                        | "lowAtMost": -1             | rating.lowAtMost
                    "rating": {                           | "notices": [null], "rating": { | notices[0]
                    "rating": {                           | "notices": [{"until": "2026-09-02"}], "rating": { | notices[0].text
                    "rating": {                           | "notices": [{"text": {"vi": "a\\u202Eb"}}], "rating": { | notices[0].text.vi
                    "rating": {                           | "notices": [{"text": {"vi": "Nghỉ"}, "until": "2/9"}], "rating": { | notices[0].until
                    "rating": {                           | "ticket": {}, "rating": {   | ticket.lines
                    "rating": {                           | "ticket": {"lines": [null]}, "rating": { | ticket.lines[0]
                    "rating": {                           | "ticket": {"lines": [{"vi": "Số {number}"}]}, "rating": { | ticket.lines
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER", "when": "REPRINT"}]}, "rating": { | ticket.lines
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER"}, {"is": "TEXT"}]}, "rating": { | ticket.lines[1].vi
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER"}, {"is": "QR", "vi": "a"}]}, "rating": { | ticket.lines[1].vi
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER"}, {"vi": " "}]}, "rating": { | ticket.lines[1].vi
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER"}, {"vi": "a", "en": "{sevice}"}]}, "rating": { | ticket.lines[1].en
                    "rating": {                           | "ticket": {"lines": [{"is": "NUMBER"}, {"vi": "a", "style": "BIG"}]}, "rating": { | ticket.lines[1].style
                    "rating": {                           | "ticket": {"language": "fr", "lines": [{"is": "NUMBER"}]}, "rating": { | ticket.language
                    "rating": {                           | "ticket": {"logo": "dau.png", "lines": [{"is": "NUMBER"}]}, "rating": { | ticket.logo
                    """)
    void namesThePathOfAFault(String words, String faulty, String path) {
        var problems = problems(SOUND.replace(words, faulty));

        assertThat(problems).extracting(PlanProblem::path).contains(path);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.vi()).isNotBlank();
            assertThat(problem.en()).isNotBlank();
        });
    }

    @Test
    void takesNoLogoButASmallPicture() {
        var drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

        assertThat(faultsOfLogo(png(64, 64))).isEmpty();
        assertThat(faultsOfLogo(drawing.getBytes(StandardCharsets.UTF_8))).containsExactly("ticket.logo");
        assertThat(faultsOfLogo(png(10_000, 10_000))).containsExactly("ticket.logo");
    }

    /** Only what a PNG begins with. */
    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static List<String> faultsOfLogo(byte[] picture) {
        var ticket = "\"ticket\": {\"logo\": \"%s\", \"lines\": [{\"is\": \"NUMBER\"}]}, \"rating\": {"
                .formatted(Base64.getEncoder().encodeToString(picture));
        try {
            return PlanCheck.problems(plan(SOUND.replace("\"rating\": {", ticket))).stream()
                    .map(PlanProblem::path)
                    .toList();
        } catch (BadPlan e) {
            return e.problems().stream().map(PlanProblem::path).toList();
        }
    }

    @Test
    void findsAllFaultsAtOnce() {
        var problems = problems(SOUND.replace("\"id\": \"civil\"", "\"id\": \"land\"")
                .replace("\"first\": 600", "\"first\": 500")
                .replace("\"BC\"", "\"b\"")
                .replace("[\"civil.in\"]", "[\"tax\"]"));

        assertThat(problems)
                .extracting(PlanProblem::path)
                .containsExactly(
                        "fields[1].services[0].prefix",
                        "fields[1].id",
                        "fields[0].services[1].first",
                        "counters[1].services[0]",
                        "fields[1].services[0]");
    }

    @Test
    void namesBothOfTwoThatClash() {
        var hours = problems(SOUND.replace("\"11:30\", \"to\": \"00:00\"", "\"11:00\", \"to\": \"12:00\""));
        var numbers = problems(SOUND.replace("\"first\": 600", "\"first\": 599"));

        assertThat(hours)
                .containsExactly(new PlanProblem(
                        "hours[1]",
                        "11:00–12:00 trùng với 07:30–11:30 ở hours[0], hãy sửa một trong hai",
                        "11:00–12:00 overlaps 07:30–11:30 at hours[0]: correct one of the two"));
        assertThat(numbers)
                .containsExactly(new PlanProblem(
                        "fields[0].services[1].first",
                        "A 599–999 trùng với A 1–599 ở fields[0].services[0], hãy tách hai dải số",
                        "A 599–999 overlap A 1–599 at fields[0].services[0]: part the two ranges"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"plan\"",
                "{} {}",
                "{\"hours\": [], \"hours\": []}",
                "\u0000",
            })
    void refusesWhatIsNoPlanAtAll(String json) {
        var problems = problems(json);

        assertThat(problems).hasSize(1);
    }

    @Test
    void saysWhereTheJsonBreaks() {
        var problems = problems(SOUND.replace("\"hours\": [\n", "\"hours\": [,\n"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).startsWith("hours");
            assertThat(problem.vi()).contains("dòng 3");
            assertThat(problem.en()).contains("line 3");
        });
    }

    @Test
    void listsWhatIsMissingOfAnEmptyPlan() {
        assertThat(problems("{}"))
                .extracting(PlanProblem::path)
                .containsExactly("centre", "hours", "fields", "counters", "priorityClasses", "rating");
    }

    @Test
    void composesWords() throws BadPlan {
        var decomposed = Normalizer.normalize("Đất đai", Normalizer.Form.NFD);

        var plan = Plans.read(SOUND.replace("Đất đai", decomposed).getBytes(StandardCharsets.UTF_8));

        assertThat(decomposed).isNotEqualTo("Đất đai");
        assertThat(plan.fields().get(0).name().vi()).isEqualTo("Đất đai");
    }

    @Test
    void countsLettersNotTheirMarks() throws BadPlan {
        var hundred = Normalizer.normalize("ấ".repeat(100), Normalizer.Form.NFD);

        assertThat(PlanCheck.problems(plan(SOUND.replace("Đất đai", hundred)))).isEmpty();
        assertThat(problems(SOUND.replace("Đất đai", "ấ".repeat(101))))
                .extracting(PlanProblem::path)
                .containsExactly("fields[0].name.vi");
        assertThat(problems(SOUND.replace("Đất đai", "a" + "\u0301".repeat(10_000))))
                .extracting(PlanProblem::path)
                .containsExactly("fields[0].name.vi");
    }

    private static Plan plan(String json) throws BadPlan {
        return PlanJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<PlanProblem> problems(String json) {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(BadPlan.class, () -> Plans.read(bytes)).problems();
    }
}
