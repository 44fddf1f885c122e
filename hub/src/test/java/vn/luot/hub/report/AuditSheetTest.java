package vn.luot.hub.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.desk.Audit;

class AuditSheetTest {
    @Test
    void hasWordsForEveryKindOfEntry() {
        var kinds = Stream.concat(Audit.kinds().stream(), Stream.of(AccessLog.Kind.values()));

        assertThat(AuditSheet.KINDS.keySet())
                .containsExactlyInAnyOrderElementsOf(kinds.map(Enum::name).toList());
    }
}
