package vn.luot.sim.hall;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.hub.Main;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * The hub's program is killed with SIGKILL while kiosks take tickets over HTTP: what it answered is there after a restart,
 * and numbering goes on.
 */
@Timeout(300)
class KilledHubIT {
    private static final int LIVES = 3;
    private static final int KIOSKS = 6;
    private static final int ANSWERED_BEFORE_THE_KILL = 60;
    private static final String SERVICE = "dat-dai.nop";
    private static final Pattern LISTENS = Pattern.compile("The hub listens at (http://\\S+)\\s");

    @TempDir
    private Path data;

    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private String token;

    @Test
    void losesNoTicketThatItAnsweredForAndGivesNoNumberTwice() throws Exception {
        openTheDay();

        for (var life = 0; life < LIVES; life++) takeTicketsUntilKilled(life);

        var process = startHub(LIVES);
        try {
            var hub = address(process, LIVES);
            var again = HttpClient.newHttpClient();
            for (var ticket : answered.entrySet()) {
                assertThat(take(again, hub, ticket.getKey()))
                        .as(ticket.getKey())
                        .isEqualTo(ticket.getValue());
            }
            // What was asked for and never answered may have a number or not; whoever asks again gets the one it has.
            for (var key : unanswered) answered.put(key, take(again, hub, key));
            answered.put("a-key-after-all-lives", take(again, hub, "a-key-after-all-lives"));
        } finally {
            kill(process);
        }

        assertThat(answered).hasSizeGreaterThan(LIVES * ANSWERED_BEFORE_THE_KILL);
        assertThat(answered.values())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, answered.size())
                        .mapToObj("D%03d"::formatted)
                        .toList());
    }

    private void openTheDay() throws Exception {
        try (var hub = DemoHub.start(data, 0)) {
            token = hub.kioskToken();
            var clerk = Api.ofPerson(hub.address());
            clerk.signIn(hub.clerkName(1), hub.password());
            clerk.post("/api/day/open", null, Object.class);
        }
    }

    private void takeTicketsUntilKilled(int life) throws IOException, InterruptedException {
        var process = startHub(life);
        try {
            var enough = new CountDownLatch(ANSWERED_BEFORE_THE_KILL);
            var kiosks = kiosks(life, address(process, life), enough);
            assertThat(enough.await(60, SECONDS)).isTrue();
            kill(process);
            for (var kiosk : kiosks) kiosk.join();
        } finally {
            kill(process);
        }
    }

    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
    }

    /** Each takes one ticket after the other, on a connection of its own, until the hub is gone. */
    private List<Thread> kiosks(int life, URI hub, CountDownLatch enough) {
        var kiosks = new ArrayList<Thread>();
        for (var kiosk = 0; kiosk < KIOSKS; kiosk++) {
            var name = "key-of-life-" + life + "-kiosk-" + kiosk + "-ticket-";
            kiosks.add(new Thread(() -> takeUntilTheHubIsGone(hub, name, enough), name));
        }
        kiosks.forEach(Thread::start);
        return kiosks;
    }

    private void takeUntilTheHubIsGone(URI hub, String name, CountDownLatch enough) {
        var connection =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        for (var i = 0; true; i++) {
            var key = name + i;
            try {
                answered.put(key, take(connection, hub, key));
                enough.countDown();
            } catch (IOException | InterruptedException killed) {
                unanswered.add(key);
                return;
            }
        }
    }

    /** The number that the hub gives for {@code key}. */
    private String take(HttpClient connection, URI hub, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(hub.resolve("/api/tickets"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(Json.bytes(new TicketRequest(SERVICE, null, "vi", 1))))
                .build();
        var answer = connection.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(201);
        return Json.read(answer.body(), TicketReceipt.class).number();
    }

    private Process startHub(int life) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--data",
                        data.resolve("hub").toString(),
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log(life).toFile())
                .start();
    }

    private Path log(int life) {
        return data.resolve("hub-of-life-" + life + ".log");
    }

    /** Where it listens, as it tells the operator. */
    private URI address(Process process, int life) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + SECONDS.toNanos(60);
        while (!process.waitFor(50, MILLISECONDS) && System.nanoTime() < deadline) {
            var listens = LISTENS.matcher(Files.readString(log(life)));
            if (listens.find()) return URI.create(listens.group(1));
        }
        throw new AssertionError("the hub does not listen: " + Files.readString(log(life)));
    }
}
