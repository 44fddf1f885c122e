package vn.luot.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.kiosk.printer.Tickets;
import vn.luot.protocol.message.OfflineTicket;

/** A kiosk that is without the hub stops, is killed or copied, and starts again. */
class OfflineRestartTest extends WithoutTheHub {
    @Test
    void goesOnAfterARestartWithoutTheHub() throws IOException {
        goAway();
        take();

        restart(OutboxWithKills.Point.NEVER);

        assertThat(standing.plan()).isEqualTo(Tickets.plan());
        assertThat(take().ticket().number()).isEqualTo("D993");
        comeBack();
        assertThat(hub.takenIn()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-11-24T01:15:00Z", "2026-11-23T00:00:00Z"})
    void afterARestartWithAClockThatIsWrongItGivesNoNumbers(String clock) throws IOException {
        goAway();
        loop.set(Instant.parse(clock));

        restart(OutboxWithKills.Point.NEVER);

        assertThat(standing.ready()).isEmpty();
    }

    @Test
    void aCopiedFolderHoldsNoNumbers() throws IOException {
        goAway();
        take();
        disk.close();
        var copy = Files.createDirectory(folder.resolve("copy"));
        for (var file : List.of("kiosk.db")) Files.copy(folder.resolve(file), copy.resolve(file));

        try (var copied = SqliteOutbox.open(copy, MORNING)) {
            assertThat(copied.blocks()).isEmpty();
            assertThat(copied.toUpload()).hasSize(1);
        }
        disk = SqliteOutbox.open(folder, MORNING);
        assertThat(disk.blocks()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(OutboxWithKills.Point.class)
    void aKillAtAnyPointGivesNoNumberTwiceAndLeavesNoneUnknownToTheHub(OutboxWithKills.Point point) throws IOException {
        goAway();
        take();
        restart(point);
        var cut = cutShort();
        restart(OutboxWithKills.Point.NEVER);
        take();
        take();

        comeBack();
        loop.pass(Duration.ofSeconds(30));

        var told = hub.takenIn().values().stream().map(OfflineTicket::number).toList();
        assertThat(new HashSet<>(told)).hasSameSizeAs(told);
        assertThat(told).containsAll(new HashSet<>(paper.numbers()));
        var twice = paper.numbers().stream()
                .filter(number ->
                        paper.numbers().indexOf(number) != paper.numbers().lastIndexOf(number));
        assertThat(twice.distinct().count())
                .as("only what was being printed is printed again")
                .isLessThanOrEqualTo(1);
        assertThat(hub.takenIn().containsKey(cut) && hub.voided().contains(cut)).isFalse();
        assertThat(disk.unsettled()).isEmpty();
        assertThat(disk.toUpload()).isEmpty();
    }

    /** The key of a touch that the kill cuts short, if it comes so far. */
    private String cutShort() {
        var touch = touch();
        CompletableFuture<TakeResult> result = kiosk.take(touch);
        try {
            loop.pass(MOMENT);
        } catch (OutboxWithKills.Killed killed) {
            assertThat(result).isNotDone();
        }
        return touch.touch();
    }
}
