package vn.luot.hub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.protocol.message.TicketReceipt;

/** A hub that is told to stop owes nobody an answer. */
@Timeout(120)
class StopTest {
    private static final int GOING_AWAY = 1001;
    private static final int BY_SIGTERM = 143;
    private static final Pattern PORT = Pattern.compile("The hub listens at http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path data;

    /** A disk that takes its time while the hub stops. */
    private static final class SlowDisk implements Journal {
        private final Journal disk;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch ready = new CountDownLatch(1);
        private volatile boolean slow;

        private SlowDisk(Journal disk) {
            this.disk = disk;
        }

        @Override
        public void append(List<Step> steps) throws JournalFailed {
            if (slow) {
                asked.countDown();
                waitFor(ready);
            }
            disk.append(steps);
        }

        @Override
        public void replay(Consumer<Step> reader) throws JournalFailed {
            disk.replay(reader);
        }

        @Override
        public void close() {
            disk.close();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answersWhoWaitsAndTellsListenersThatItGoes() {
        var disks = new CompletableFuture<SlowDisk>();
        var hub = RunningHub.in(data, journal -> {
            disks.complete(new SlowDisk(journal));
            return disks.join();
        });
        hub.openDay();
        var kiosk = hub.as(Role.KIOSK);
        var board = FeedListener.of(hub.as(Role.BOARD), "view=board");
        board.hall();
        var disk = disks.join();
        disk.slow = true;
        var ticket = CompletableFuture.supplyAsync(() -> kiosk.take("key-of-who-waits", "land"));
        waitFor(disk.asked);

        var stopped = CompletableFuture.runAsync(hub::close);

        assertThat(board.closeCode()).isEqualTo(GOING_AWAY);
        disk.ready.countDown();
        assertThat(ticket.join().as(TicketReceipt.class).number()).isEqualTo("A001");
        stopped.join();
        try (var again = RunningHub.on(data, "2026-11-23T08:00")) {
            assertThat(again.stranger(kiosk.token().orElseThrow(), false)
                            .take("land")
                            .number())
                    .isEqualTo("A002");
        }
    }

    @Test
    void endsSoonAfterSigtermAndLetsGoOfItsFolder() throws Exception {
        HubSetup.init(data, RunningHub.plan(), HubConfig.systemClock());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data",
                        data.toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            var hub = new Caller(port(said), Optional.empty(), false);
            assertThat(hub.get("/health/ready").status()).isEqualTo(200);

            process.toHandle().destroy();

            assertThat(process.waitFor(20, SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(BY_SIGTERM);
        } finally {
            process.destroyForcibly();
        }
        RunningHub.on(data, "2026-11-23T08:00").close();
    }

    private static int port(BufferedReader said) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            var listens = PORT.matcher(line);
            if (listens.find()) return Integer.parseInt(listens.group(1));
        }
        throw new AssertionError("the hub ended before it listened");
    }
}
