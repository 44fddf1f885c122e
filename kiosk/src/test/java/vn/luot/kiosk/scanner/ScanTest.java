package vn.luot.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.Text;

class ScanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ScanKey KEY = ScanKey.of(TODAY, new byte[32]);
    private static final List<Plan.PriorityClass> CLASSES = List.of(
            new Plan.PriorityClass("elderly", text("Người cao tuổi"), 60),
            new Plan.PriorityClass("pregnant", text("Phụ nữ mang thai")),
            new Plan.PriorityClass("very-old", text("Từ 80 tuổi"), 80));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // born     proves
                "23111966, elderly",
                "24111966, -",
                "23111946, very-old",
                "24111946, elderly",
                "01011930, very-old",
                "29021960, elderly",
                // only the year is known: not before it is certain
                "00001966, -",
                "00001965, elderly",
                "00121965, elderly",
                // no date, or none of a person
                "31021950, -",
                "00130000, -",
                "24112026, -",
                "01011880, -",
            })
    void aCardProvesTheAgeThatItsHolderHas(String born, String proves) {
        var scan = (Scan.Card) read("046095012345|205123456|Nguyễn Thị Ánh|" + born + "|Nữ|Phường Tứ Hạ, Huế|15082021");

        assertThat(scan.identity()).isEqualTo(KEY.hashOf("046095012345")).doesNotContain("046095012345");
        assertThat(scan.priorityClass() == null ? null : scan.priorityClass().id())
                .isEqualTo(proves);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "046095012345||Nguyễn Văn An|01011950|Nam|Huế|01012021",
                "046095012345|205123456|Nguyễn Văn An|01011950|Nam||01012021|||Cha|Mẹ",
                "046095012345|205123456|Nguy?n V?n An|01011950|Nam|Hu?|01012021\r",
            })
    void knowsOlderAndNewerCardsAndGarbledNames(String text) {
        assertThat(read(text)).isInstanceOf(Scan.Card.class);
    }

    @Test
    void withoutADayNoCardProvesAnAge() {
        var card = (Scan.Card) Scan.of("046095012345||A|01011930|Nam|Huế|01012021", CLASSES, null, KEY);

        assertThat(card.priorityClass()).isNull();
    }

    @Test
    void withoutAKeyNothingOfANumberLeavesTheParser() {
        var card = (Scan.Card) Scan.of("046095012345||A|01011930|Nam|Huế|01012021", CLASSES, TODAY, ScanKey.NONE);

        assertThat(card.identity()).isNull();
        assertThat(card.priorityClass().id()).isEqualTo("very-old");
    }

    @Test
    void anotherDayMakesAnotherHashOfACard() {
        var other = new byte[] {1};
        var card = "046095012345||A|01011930|Nam|Huế|01012021";

        assertThat(((Scan.Card) Scan.of(card, CLASSES, TODAY, ScanKey.of(TODAY, other))).identity())
                .isNotEqualTo(((Scan.Card) read(card)).identity());
    }

    @Test
    void aCardDoesNotSayWhoseItIs() {
        assertThat(read("046095012345||Nguyễn An|01011930|Nam|Huế|01012021").toString())
                .doesNotContain("0460", "An", "1930", "Huế");
    }

    @ParameterizedTest
    @CsvSource({
        "LH1:0a1b2c3d:land:2611230900:AAAAAAAA:BBBBBBBBBBBBBBBB, Appointment",
        "LH1:, Appointment",
        "LH:7K3M9QXD, Appointment",
        "7K3M9QXD, Unknown",
        "http://hub.local:8080/t/AbCdEfGhIjKlMnOpQrStUv, Ticket",
        "https://hang.huongtra.vn/t/AbCdEfGhIjKlMnOpQrStUv, Ticket",
        "http://hub.local:8080/t/AbCdEfGhIjKlMnOpQrStU, Unknown",
        "000.00.12.H32-261123-0012, Receipt",
        "H57.15.3-261123-0012, Receipt",
        "https://dichvucong.gov.vn/tra-cuu?ma=000.00.12.H32-261123-0012&x=1, Receipt",
        "26/11/23-0012, Unknown",
        "046095012345, Unknown",
        "04609501234|x|A|01011930|, Unknown",
        "8934588012228, Unknown",
        "'', Unknown",
    })
    void tellsCodesApart(String text, String kind) {
        assertThat(read(text).getClass().getSimpleName()).isEqualTo(kind);
    }

    private static Scan read(String text) {
        return Scan.of(text, CLASSES, TODAY, KEY);
    }

    private static Text text(String vi) {
        return new Text(vi, vi);
    }
}
