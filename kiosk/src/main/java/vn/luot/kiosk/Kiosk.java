package vn.luot.kiosk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.kiosk.printer.Printer;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.scanner.Scanner;
import vn.luot.protocol.hub.HardwareBeat;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketStatus;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.FolderLock;

/** A running kiosk: its link to the hub, its printer, its outbox and its page. */
public final class Kiosk {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    private static final long BETWEEN_LOOKS_MILLIS = 15_000;

    private final Vertx vertx;
    private final SqliteOutbox outbox;
    private final KioskThread loop;
    private final HubLink hub;
    private final HubReading reading;
    private final HardwareBeat beat;
    private final Printer printer;
    private final LastPaper lastPaper;
    private final Scans scans;
    private final LineAddress scannerLine;
    private final TicketLayout layout;
    private final KioskTickets kioskTickets;
    private final FolderLock lock;
    private final KioskServer server;
    private final Bell bell;
    private final OwnClock ownClock;
    private final Errands errands;

    private volatile HallView hall;
    private volatile Standing standing = Standing.UNKNOWN;
    private volatile String pairingCode;
    private volatile int port;
    private volatile Scanner scanner;
    private volatile long looking = -1;

    private Kiosk(
            Vertx vertx,
            KioskConfig config,
            PrinterProfile profile,
            TicketLayout layout,
            SqliteOutbox outbox,
            FolderLock lock,
            KioskThread loop) {
        this.vertx = vertx;
        this.outbox = outbox;
        this.lock = lock;
        this.loop = loop;
        this.server = new KioskServer(vertx, PageState.withoutPlan(PrinterState.GONE), this::take, calls());
        this.hub = new HubLink(vertx, config.hub(), config.token(), "kiosk", new HubEars());
        this.reading = new HubReading(vertx, hub, outbox, this::planIs, this::show);
        this.beat = new HardwareBeat(vertx, hub, this::hardware);
        this.printer = new Printer(config.printer(), profile, state -> printerChanged());
        this.lastPaper = LastPaper.recall(outbox);
        if (lastPaper.mayBeTorn()) printer.afterTornTicket();
        this.scans = new Scans(this::ticket, System::nanoTime);
        this.scannerLine = config.scanner();
        this.layout = layout;
        this.bell = new Bell(System::nanoTime, this::hardwareChanged);
        this.ownClock = new OwnClock(loop, this::hardwareChanged);
        this.errands = new Errands(printer, layout, () -> standing.plan(), bell, server::screen);
        this.kioskTickets = new KioskTickets(
                HubTickets.over(hub),
                printer,
                outbox,
                layout,
                config.offline(),
                loop,
                () -> UUID.randomUUID().toString(),
                this::stands);
    }

    /**
     * Starts a kiosk; its page is at {@code http://127.0.0.1:port()/}. The hub and the printer may come later.
     *
     * @return fails with {@link CannotStart} when the port is taken, the data folder cannot be used, the
     *     profile is unknown or the ticket template is wrong
     */
    public static Future<Kiosk> start(Vertx vertx, KioskConfig config) {
        return start(vertx, config, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * The same, in another time.
     *
     * @param nanoTime like {@link System#nanoTime}
     */
    public static Future<Kiosk> start(Vertx vertx, KioskConfig config, Clock clock, LongSupplier nanoTime) {
        return vertx.executeBlocking(() -> assembled(vertx, config, clock, nanoTime))
                .compose(kiosk -> kiosk.server
                        .listen(config.port())
                        .map(kiosk::open)
                        .recover(failure ->
                                kiosk.close().transform(closed -> Future.failedFuture(portFault(failure, config)))));
    }

    private static Kiosk assembled(Vertx vertx, KioskConfig config, Clock clock, LongSupplier nanoTime) {
        var profile = PrinterProfile.named(config.profile());
        var layout = config.template() == null ? TicketLayout.ofPlan() : TicketLayout.read(config.template());
        try {
            Files.createDirectories(config.data());
            var lock = FolderLock.of(config.data());
            return new Kiosk(
                    vertx,
                    config,
                    profile,
                    layout,
                    outbox(config, lock, clock),
                    lock,
                    new KioskThread(clock, nanoTime));
        } catch (IOException e) {
            throw new CannotStart(
                            config.data()
                                    + ": không dùng được thư mục dữ liệu, hãy kiểm tra quyền ghi và dung lượng đĩa",
                            "the data folder cannot be used: check that it is writable and the disk is not full ("
                                    + e.getMessage() + ")",
                            e)
                    .about("data");
        }
    }

    private static SqliteOutbox outbox(KioskConfig config, FolderLock lock, Clock clock) throws IOException {
        try {
            return SqliteOutbox.open(config.data(), clock.instant());
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static Throwable portFault(Throwable failure, KioskConfig config) {
        if (!(failure instanceof BindException)) return failure;
        return new CannotStart(
                        "cổng " + config.port() + " đang được chương trình khác dùng, hãy chọn --port khác",
                        "port " + config.port() + " is taken by another program: choose another --port",
                        failure)
                .about("port");
    }

    private Kiosk open(int actualPort) {
        // Only now: a second kiosk of this PC fails at the port, and must not touch the first one's printer.
        port = actualPort;
        printer.start();
        kioskTickets.start();
        hub.start();
        if (scannerLine != null) scanner = new Scanner(scannerLine, this::heard, this::hardwareChanged);
        looking = vertx.setPeriodic(BETWEEN_LOOKS_MILLIS, due -> lookAgain());
        // Only now: until it has spoken the printer counts as gone.
        printer.greeting().thenRun(beat::begin);
        LOG.info("Kiosk page at http://127.0.0.1:{}/", port);
        return this;
    }

    /** The port of the page. */
    public int port() {
        return port;
    }

    public PrinterState printer() {
        return printer.state();
    }

    /** Lets go of the hub, the printer, the port and the outbox. */
    public Future<Void> close() {
        reading.end();
        beat.stop();
        vertx.cancelTimer(looking);
        return Future.join(server.close(), hub.close())
                .transform(closed -> vertx.executeBlocking(() -> {
                    loop.close();
                    printer.close();
                    lastPaper.ended(printer.leftWhole()
                            .completeOnTimeout(false, 2, TimeUnit.SECONDS)
                            .join());
                    if (scanner != null) scanner.close();
                    outbox.close();
                    lock.close();
                    return null;
                }));
    }

    private void lookAgain() {
        kioskTickets.lookAgain();
        bell.lookAgain();
        ownClock.lookAgain();
        scans.forgetOld();
        reading.learnWaits();
    }

    /** What else the page asks for. */
    private KioskServer.Calls calls() {
        return new KioskServer.Calls() {
            @Override
            public void ring(boolean isNeeded) {
                if (isNeeded) bell.ring();
                else bell.stop();
            }

            @Override
            public Future<Void> askPriority(String token) {
                return hub.post("/api/tickets/priority", null, new Reprint(token), Void.class);
            }

            @Override
            public CompletableFuture<ScanView> scan(String code) {
                return scanned(code);
            }
        };
    }

    private void printerChanged() {
        hardwareChanged();
    }

    private void hardwareChanged() {
        show();
        beat.changed();
    }

    private HardwareReport hardware() {
        var state = printer.state();
        var condition = state.condition();
        var trouble =
                condition == HardwareCondition.OK ? null : state.forTechnician().vi();
        var part = new HardwareReport.Part("printer", HardwareType.PRINTER, condition, trouble);
        var scanners = scanner == null ? Stream.<HardwareReport.Part>empty() : Stream.of(scanner.part());
        return new HardwareReport(Stream.of(Stream.of(part), scanners, bell.parts(), ownClock.parts())
                .flatMap(Function.identity())
                .toList());
    }

    private CompletableFuture<TakeResult> take(Touch touch) {
        var clockTrouble = ownClock.trouble();
        if (clockTrouble.isPresent()) {
            return CompletableFuture.completedFuture(TakeResult.notIssued(clockTrouble.get()));
        }
        return scans.wish(touch)
                .map(wish -> kioskTickets.take(touch.key(), wish).thenApply(end -> used(touch, end)))
                .orElseGet(() -> CompletableFuture.completedFuture(TakeResult.scanAgain()));
    }

    private TakeResult used(Touch touch, TakeResult end) {
        if (end.ticket() != null && !touch.isOfAScanAlone()) scans.forget(touch.scan());
        return end;
    }

    /** By the scanner on the line; the page did not ask. */
    private void heard(String code) {
        scanned(code).thenAccept(server::scanned);
    }

    private CompletableFuture<ScanView> scanned(String code) {
        return scans.scanned(code, standing.plan(), standing.openDay(), reading.scanKey());
    }

    private CompletableFuture<TicketStatus> ticket(String token) {
        return hub.get("/api/tickets/" + token, TicketStatus.class)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private void planIs(Plan plan, LocalDate day) {
        printer.keep(layout.fixedLines(plan));
        kioskTickets.reached(plan, day);
    }

    private void stands(Standing now) {
        standing = now;
        show();
    }

    private void show() {
        server.show(this::state);
    }

    private PageState state() {
        var stands = ownClock.trouble().map(standing::barredBy).orElse(standing);
        return PageState.of(stands, hall, printer.state(), reading.use(), bell.state(), pairingCode);
    }

    /** Keeps what the hub says, and shows it. */
    private final class HubEars implements HubLink.Listener {
        @Override
        public void connected(HallView fresh) {
            hall = fresh;
            pairingCode = null;
            reading.begin(fresh.day());
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {
            var dayIsAnother = !Objects.equals(hall.day(), after.day());
            hall = after;
            if (dayIsAnother) dayIs(after.day());
            show();
        }

        @Override
        public void lost(String reason) {
            away();
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {
            away();
            if (HubAnswer.isAtTheDoor(refusal.code())) {
                kioskTickets.barred(new Text(refusal.messageVi(), refusal.messageEn()));
            } else if (refusal.code().equals("UPGRADE_REQUIRED")) {
                kioskTickets.outdated();
            }
        }

        @Override
        public void pairing(String code) {
            pairingCode = code;
            show();
        }

        @Override
        public void beat(OffsetDateTime at) {
            kioskTickets.heard(at.toInstant());
            ownClock.heard(at.toInstant());
        }

        @Override
        public void asked(FeedMessage.Errand errand) {
            errands.run(errand)
                    .thenAccept(done -> hub.post("/api/errands/" + errand.id(), null, done, Void.class)
                            .onFailure(fault -> LOG.warn("Nobody hears what became of an errand", fault)));
        }

        private void dayIs(LocalDate day) {
            reading.dayIs(day);
            kioskTickets.dayIs(day);
        }

        private void away() {
            reading.end();
            kioskTickets.lost();
        }
    }
}
