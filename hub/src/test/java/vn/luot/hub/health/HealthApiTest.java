package vn.luot.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthApiTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,       true",
        "127.0.1.1,       true",
        "0:0:0:0:0:0:0:1, true",
        "::1,             true",
        "10.0.0.7,        false",
        "192.168.127.1,   false",
        "1270.0.0.1,      false",
        "fe80:0:0:0:0:0:0:1, false"
    })
    void tellsOnlyItsOwnMachineMoreThanThatItLives(String address, boolean isHere) {
        assertThat(HealthApi.isThisMachine(address)).isEqualTo(isHere);
    }

    @Test
    void tellsTheTechnicianWhenTheJournalStops() {
        var health = new Health(data, Optional.empty(), Optional::empty, List::of, List::of, Clock.systemUTC());

        assertThat(health.alarms(false, List.of()))
                .extracting(Alarm::kind, Alarm::owner)
                .contains(org.assertj.core.groups.Tuple.tuple(Alarm.Kind.JOURNAL_STOPPED, Alarm.Owner.TECHNICIAN));
    }

    @Test
    void tellsTheOtherAlarmsWhenTheDatabaseCannotBeAsked() {
        var health = new Health(
                data,
                Optional.empty(),
                () -> Optional.of(Duration.ofDays(1)),
                () -> {
                    throw new IllegalStateException("the disk is gone");
                },
                List::of,
                Clock.systemUTC());

        assertThat(health.alarms(false, List.of()))
                .extracting(Alarm::kind)
                .contains(Alarm.Kind.JOURNAL_STOPPED, Alarm.Kind.CERTIFICATE_ENDS)
                .doesNotContain(Alarm.Kind.SECOND_FACTOR_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "P20DT23H, true", "P21D, false", "P300D, false"})
    void tellsTheAdministratorThreeWeeksBeforeTheCertificateEnds(Duration left, boolean isAlarm) {
        var health = new Health(data, Optional.empty(), () -> Optional.of(left), List::of, List::of, Clock.systemUTC());

        var kinds = health.alarms(true, List.of()).stream().map(Alarm::kind).toList();

        assertThat(kinds.contains(Alarm.Kind.CERTIFICATE_ENDS)).isEqualTo(isAlarm);
    }

    @Test
    void theManualNamesEveryAlarm() throws IOException {
        var named = Files.readString(Path.of("../docs/manual/operations.md"))
                .lines()
                .map(Pattern.compile("^\\| `([A-Z]+_[A-Z_]+)` \\| (kỹ thuật|quản trị|người hướng dẫn) / .*")::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();

        assertThat(named)
                .containsExactlyElementsOf(
                        Stream.of(Alarm.Kind.values()).map(Enum::name).toList());
    }

    @Test
    void tellsTheAdministratorWhenTheNewestBackupIsOld() throws IOException {
        var now = Instant.parse("2026-11-26T09:00:00Z");
        var health = new Health(
                data, Optional.of(data), Optional::empty, List::of, List::of, Clock.fixed(now, ZoneOffset.UTC));
        assertThat(health.alarms(true, List.of())).extracting(Alarm::kind).doesNotContain(Alarm.Kind.BACKUP_OLD);

        Files.createFile(data.resolve("luot-20261124T015959Z.backup"));
        assertThat(health.alarms(true, List.of())).extracting(Alarm::kind).contains(Alarm.Kind.BACKUP_OLD);

        Files.createFile(data.resolve("luot-20261125T183000Z.backup"));
        assertThat(health.alarms(true, List.of())).extracting(Alarm::kind).doesNotContain(Alarm.Kind.BACKUP_OLD);
    }
}
