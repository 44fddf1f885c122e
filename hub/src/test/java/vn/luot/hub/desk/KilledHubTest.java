package vn.luot.hub.desk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.LAN;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.order;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.queue.Halls;

/** A process that issues tickets is killed with SIGKILL: what it acknowledged is there, and numbering goes on. */
class KilledHubTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 500;

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedTicket() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (var life = 0; life < 3; life++) acknowledged.addAll(issueUntilKilled(life));

        try (var journal = new SqliteJournal(Journals.in(folder), 1)) {
            var kept = Journals.steps(journal).stream()
                    .filter(step -> step.ticket() != null)
                    .map(step -> step.ticket().key() + " " + step.ticket().number())
                    .toList();

            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3 * ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(kept.stream().map(ticket -> ticket.split(" ")[1]))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, kept.size())
                            .mapToObj("A%03d"::formatted)
                            .toList());
        }
    }

    private List<String> issueUntilKilled(int life) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Issuing.class.getName(),
                        "" + folder,
                        "" + life)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            var acknowledged = read(output, ACKNOWLEDGED_BEFORE_THE_KILL);
            // Not Process.destroyForcibly: it would close the pipe with what was acknowledged last.
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            acknowledged.addAll(read(output, Integer.MAX_VALUE));
            return acknowledged;
        }
    }

    private static List<String> read(BufferedReader output, int atMost) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            // Log lines stand between; the kill may cut the last line short.
            if (line.startsWith("key-") && line.endsWith(".")) lines.add(line.substring(0, line.length() - 1));
            if (lines.size() >= atMost) break;
        }
        return lines;
    }

    /** The process to be killed: issues tickets until then and prints what it acknowledged. */
    static final class Issuing {
        public static void main(String[] arguments) throws Exception {
            var desk = new Desk(
                            any -> Halls.roomyRules(),
                            new SqliteJournal(Journals.in(Path.of(arguments[0])), 1),
                            Clock.fixed(MORNING, Halls.ZONE),
                            Silence.INSTANCE)
                    .rebuilt();
            desk.open();
            desk.submit((hall, now) -> hall.openDay(LAN, now)).join();
            for (var person = 0; person < 8; person++) {
                var name = "key-of-life-" + arguments[1] + "-person-" + person + "-";
                new Thread(() -> issueForEver(desk, name)).start();
            }
        }

        private static void issueForEver(Desk desk, String name) {
            for (var i = 0; true; i++) {
                var key = name + i;
                var outcome = desk.submit((hall, now) -> hall.issue(order(key, "land"), KIOSK, now))
                        .join();
                var ticket = ((Outcome.Taken) outcome).announcement().step().ticket();
                System.out.println(ticket.key() + " " + ticket.number() + ".");
            }
        }
    }

    private enum Silence implements Audience {
        INSTANCE;

        @Override
        public void announce(List<Announcement> taken) {
            // Nobody listens.
        }

        @Override
        public void startOver() {
            // Nobody listens.
        }
    }
}
