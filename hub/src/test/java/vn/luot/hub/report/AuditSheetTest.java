package vn.luot.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.desk.Audit;
import vn.luot.hub.queue.Role;

class AuditSheetTest {
    @Test
    void hasWordsForEveryKindOfEntry() {
        var kinds = Stream.concat(Audit.kinds().stream(), Stream.of(AccessLog.Kind.values()));

        assertThat(AuditSheet.KINDS.keySet())
                .containsExactlyInAnyOrderElementsOf(kinds.map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON_ADDED,   CLERK,            cán bộ,             clerk",
        "PERSON_CHANGED, ADMIN Trần An,    'quản trị, Trần An', 'administrator, Trần An'",
        "DEVICE_ADDED,   KIOSK,            máy lấy số,         kiosk",
        "RESTORED,       epoch 29928865,   kỷ nguyên 29928865, epoch 29928865",
        "PLAN_KEPT,      5e884898da280471, '',                 ''",
        "SIGNED_IN,      10.0.0.7,         10.0.0.7,           10.0.0.7",
    })
    void saysWhatTheAccessLogKeepsShort(String kind, String kept, String vi, String en) {
        assertThat(cells("ACCESS", kind, kept, Sheet.Language.VI)).containsExactly(vi, "sổ ra vào");
        assertThat(cells("ACCESS", kind, kept, Sheet.Language.EN)).containsExactly(en, "access log");
    }

    @Test
    void saysWhichPlanCameIntoForce() {
        for (var kind : List.of("DAY_OPENED", "PLAN_CHANGED")) {
            assertThat(cells("JOURNAL", kind, "2", Sheet.Language.VI)).containsExactly("bản kế hoạch 2", "nhật ký");
            assertThat(cells("JOURNAL", kind, "2", Sheet.Language.EN))
                    .containsExactly("version 2 of the plan", "journal");
        }
    }

    private static List<Object> cells(String record, String kind, String detail, Sheet.Language in) {
        var entry = new Audit.Entry(record, 1, Instant.EPOCH, kind, Role.ADMIN, "hoa", "", null, detail);
        return AuditSheet.of(List.of(entry), ZoneOffset.UTC, in).rows().get(0).subList(6, 8);
    }
}
