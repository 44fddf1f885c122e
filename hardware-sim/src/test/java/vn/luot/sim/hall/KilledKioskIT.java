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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.kiosk.Main;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.TicketState;
import vn.luot.protocol.message.TicketView;
import vn.luot.protocol.message.TicketsView;
import vn.luot.sim.device.Cable;
import vn.luot.sim.device.PrintedTicket;
import vn.luot.sim.device.PtyPort;
import vn.luot.sim.device.SimPrinter;
import vn.luot.sim.device.Wire;

/**
 * The kiosk's program is killed with SIGKILL at several points of a ticket and started again: no number is on two visitors'
 * papers, nobody is called who has none, and every paper's number is in the queue.
 */
@Timeout(300)
class KilledKioskIT {
    private static final String SERVICE = "dat-dai.nop";
    private static final Pattern PAGE = Pattern.compile("Kiosk page at (http://\\S+)");
    private static final String NO_TICKET = "Không phải phiếu, xin bỏ";
    private static final String CENTRE = "Bộ phận Một cửa thị xã Hương Trà";

    /** In bytes: the questions before it, and what is above its QR code. */
    private static final int HALF_A_TICKET = 150;

    private static final Pattern NUMBER = Pattern.compile("D\\d{3}");

    /** How far a ticket came when the program dies. */
    private enum Point {
        PRESSED,
        NUMBER_GIVEN,
        PAPER_BEGUN,
        PAPER_CUT
    }

    @TempDir
    private Path data;

    private final HttpClient finger = HttpClient.newHttpClient();
    private final SimPrinter printer = new SimPrinter();
    private final Cable cable = new Cable(printer);
    private Wire line;
    private DemoHub hub;
    private Api clerk;
    private Process process;
    private int lives;

    @BeforeEach
    void start() throws Exception {
        line = new Wire(new PtyPort(data.resolve("ttyPrinter"), 9_600), cable);
        hub = DemoHub.start(data, 0);
        clerk = Api.ofPerson(hub.address());
        clerk.signIn(hub.clerkName(1), hub.password());
        clerk.post("/api/day/open", null, Object.class);
        Files.writeString(data.resolve("kiosk.token"), hub.kioskToken());
    }

    @AfterEach
    void stop() throws Exception {
        if (process != null) kill();
        line.close();
        hub.close();
    }

    @Test
    void holdsNobodysNumberTwiceAndNobodysNumberBackWhereverItDies() throws Exception {
        for (var point : Point.values()) {
            var page = startKiosk();
            killAt(point, press(page, point + "-touch-at-the-kill"));
        }
        killInATornTicket(startKiosk());
        printsAll(startKiosk(), "a-touch-after-all-lives");

        noNumberIsOnTwoPapersThatAreNotMarked();
        everyPaperIsInTheQueue();
        theTornPieceSaysThatItIsNoTicket();
    }

    /** What was left of the life before is on paper first, or it would be what breaks. */
    private void killInATornTicket(URI page) throws Exception {
        printsAll(page, "a-touch-before-it-breaks");
        cable.breakAfter(HALF_A_TICKET);
        Stage.await("a ticket breaks off", () -> breaksOff(press(page, "a-touch-that-breaks-" + ++probes)));
        kill();
        mendCable();
    }

    private boolean breaksOff(CompletableFuture<String> touch) throws HubProblem, HubAway, InterruptedException {
        Stage.await("the touch ends", () -> cable.isBroken() || touch.isDone());
        return cable.isBroken();
    }

    private void printsAll(URI page, String touch) throws Exception {
        // A busy machine may find the printer silent for a moment, and then no number is given.
        Stage.await(
                "a ticket is taken",
                () -> press(page, touch + "-" + ++probes).join().contains("\"ISSUED\""));
        Stage.await(
                "what was printed again is printed",
                () -> waiting().stream().allMatch(ticket -> isOnPaper(ticket.number())));
    }

    private void killAt(Point point, CompletableFuture<String> touch) throws Exception {
        var papers = printer.tickets().size();
        switch (point) {
            case PRESSED -> {}
            case NUMBER_GIVEN -> {
                var before = tickets().size();
                Stage.await("the hub gave a number", () -> tickets().size() > before || touch.isDone());
            }
            case PAPER_BEGUN -> {
                var before = line.carried();
                Stage.await("the printer gets its ticket", () -> line.carried() > before + 300 || touch.isDone());
            }
            case PAPER_CUT ->
                Stage.await("the ticket is cut", () -> printer.tickets().size() > papers || touch.isDone());
        }
        kill();
    }

    /** What is still on its way is lost, too. */
    private void mendCable() {
        line.unplug();
        cable.mend();
        line.plugIn();
    }

    private void noNumberIsOnTwoPapersThatAreNotMarked() {
        var first = printer.tickets().stream()
                .filter(paper -> paper.lines().stream().noneMatch(line -> line.contains("IN LẠI")))
                .filter(paper -> !paper.lines().contains(NO_TICKET))
                .flatMap(KilledKioskIT::numbers)
                .toList();
        assertThat(first).isNotEmpty().doesNotHaveDuplicates();
    }

    private void theTornPieceSaysThatItIsNoTicket() {
        var torn = printer.tickets().stream()
                .map(PrintedTicket::lines)
                .filter(lines -> lines.contains(CENTRE) && !lines.contains("Quét mã xem lượt"))
                .toList();
        assertThat(torn).isNotEmpty().allMatch(lines -> lines.contains(NO_TICKET));
    }

    /** Numbers that the kiosk gave by itself are told to the hub afterwards. */
    private void everyPaperIsInTheQueue() throws Exception {
        Stage.await(
                "the papers' numbers are those in the queue", () -> onPaper().equals(inQueue()));
    }

    private Set<String> onPaper() {
        return printer.tickets().stream().flatMap(KilledKioskIT::numbers).collect(Collectors.toSet());
    }

    private Set<String> inQueue() throws HubProblem, HubAway, InterruptedException {
        return waiting().stream().map(TicketView::number).collect(Collectors.toSet());
    }

    private boolean isOnPaper(String number) {
        return onPaper().contains(number);
    }

    private static Stream<String> numbers(PrintedTicket paper) {
        return paper.lines().stream().filter(NUMBER.asMatchPredicate()).distinct();
    }

    private List<TicketView> waiting() throws HubProblem, HubAway, InterruptedException {
        return tickets().stream()
                .filter(ticket -> ticket.state() == TicketState.WAITING)
                .toList();
    }

    private List<TicketView> tickets() throws HubProblem, HubAway, InterruptedException {
        return clerk.get("/api/tickets", TicketsView.class).tickets();
    }

    /** @return what the page is told; fails when the program dies before */
    private CompletableFuture<String> press(URI page, String touch) {
        var body = "{\"service\":\"" + SERVICE + "\",\"language\":\"vi\",\"touch\":\"" + touch + "\"}";
        var request = HttpRequest.newBuilder(page.resolve("/take"))
                .header("Origin", "http://" + page.getAuthority())
                .POST(BodyPublishers.ofString(body))
                .build();
        return finger.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> answer.body());
    }

    /** A kiosk that has found its hub and its printer. */
    private URI startKiosk() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), Main.class.getName(), "kiosk"));
        command.addAll(List.of("--hub", hub.address().toString(), "--printer", line.address(), "--port", "0"));
        command.addAll(List.of(
                "--profile", "epson-tcvn3", "--data", data.resolve("kiosk").toString()));
        command.addAll(List.of("--token-file", data.resolve("kiosk.token").toString()));
        var log = data.resolve("kiosk-of-life-" + lives++ + ".log");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var page = page(log);
        Stage.await("the kiosk is ready", () -> isReady(page));
        return page;
    }

    private URI page(Path log) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + SECONDS.toNanos(30);
        while (!process.waitFor(20, MILLISECONDS) && System.nanoTime() < deadline) {
            var says = PAGE.matcher(Files.readString(log));
            if (says.find()) return URI.create(says.group(1));
        }
        throw new AssertionError("the kiosk does not start: " + Files.readString(log));
    }

    private int probes;

    /** Whether a touch would end with a ticket; one for a service that is not there ends without. */
    private boolean isReady(URI page) {
        var body = "{\"service\":\"nothing\",\"language\":\"vi\",\"touch\":\"probe-of-readiness-%04d\"}"
                .formatted(++probes);
        var request = HttpRequest.newBuilder(page.resolve("/take"))
                .header("Origin", "http://" + page.getAuthority())
                .POST(BodyPublishers.ofString(body))
                .build();
        return finger.sendAsync(request, BodyHandlers.ofString())
                .thenApply(answer -> answer.body().contains("Không có dịch vụ này"))
                .join();
    }

    private void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(60, SECONDS)).isTrue();
    }
}
