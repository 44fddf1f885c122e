package vn.luot.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.Access;
import vn.luot.hub.db.Life;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Audit;
import vn.luot.hub.desk.AuditApi;
import vn.luot.hub.desk.BookingApi;
import vn.luot.hub.desk.Bookings;
import vn.luot.hub.desk.Checkpoints;
import vn.luot.hub.desk.CounterApi;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.ErrandApi;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.desk.HardwareApi;
import vn.luot.hub.desk.Identities;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.KioskApi;
import vn.luot.hub.desk.ReadAhead;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.desk.TicketApi;
import vn.luot.hub.desk.TicketOrders;
import vn.luot.hub.desk.Views;
import vn.luot.hub.desk.VisitApi;
import vn.luot.hub.feed.Feed;
import vn.luot.hub.feed.FeedSocket;
import vn.luot.hub.feed.HallApi;
import vn.luot.hub.health.Health;
import vn.luot.hub.health.HealthApi;
import vn.luot.hub.health.MeasuredJournal;
import vn.luot.hub.http.AccountApi;
import vn.luot.hub.http.DevicesApi;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.FairShare;
import vn.luot.hub.http.HostCheck;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.http.Pages;
import vn.luot.hub.http.PairingApi;
import vn.luot.hub.http.PeopleApi;
import vn.luot.hub.http.SessionApi;
import vn.luot.hub.http.SlowSenders;
import vn.luot.hub.http.Unreadable;
import vn.luot.hub.oidc.OidcApi;
import vn.luot.hub.oidc.Provider;
import vn.luot.hub.planning.CounterServicesApi;
import vn.luot.hub.planning.PlanApi;
import vn.luot.hub.planning.PlanChanges;
import vn.luot.hub.playlist.Playlist;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.rating.RatingApi;
import vn.luot.hub.report.ReportApi;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.hub.voice.VoiceApi;
import vn.luot.hub.voice.VoicePacks;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.FolderLock;

/** A running hub: what it is made of is put together here. */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final int PATIENCE_SECONDS = 10;
    /** How long whoever is being answered when the hub is told to stop may take. */
    private static final int ANSWER_SECONDS = 5;

    /** Not while the hub starts: somebody waits for it. */
    private static final long FORGET_FIRST_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private static final long FORGET_MILLIS = TimeUnit.HOURS.toMillis(12);

    private final Vertx vertx;
    private final HttpServer server;
    private final Feed feed;
    private final Foresight foresight;
    private final Identities identities;
    private final MeasuredJournal journal;
    private final Desk desk;
    private final PlanBook plans;
    private final Checkpoints checkpoints;
    private final FolderLock lock;
    private Router router;

    private Hub(
            Vertx vertx,
            HttpServer server,
            Feed feed,
            Foresight foresight,
            Identities identities,
            MeasuredJournal journal,
            Desk desk,
            PlanBook plans,
            Checkpoints checkpoints,
            FolderLock lock) {
        this.vertx = vertx;
        this.server = server;
        this.feed = feed;
        this.foresight = foresight;
        this.identities = identities;
        this.journal = journal;
        this.desk = desk;
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.lock = lock;
    }

    /**
     * Starts a hub on the data that {@link HubSetup} made.
     *
     * @throws CannotStart when there is no data, it cannot be read, another hub has it, or the port is taken
     */
    public static Hub start(HubConfig config) {
        return start(config, Rhythm.USUAL);
    }

    /** @param web {@link #web()} of a caller that made it meanwhile; only asked for once the data were found well */
    static Hub start(HubConfig config, Supplier<Vertx> web) {
        return start(config, Rhythm.USUAL, journal -> journal, web);
    }

    /** All of the web lives on one loop: no locks there, and the desk wakes one thread. */
    static Vertx web() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    }

    /** @param disk what is between the desk and its journal, for whoever wants to see a hub on another disk */
    public static Hub start(HubConfig config, UnaryOperator<Journal> disk) {
        return start(config, Rhythm.USUAL, disk, Hub::web);
    }

    static Hub start(HubConfig config, Rhythm rhythm) {
        return start(config, rhythm, journal -> journal, Hub::web);
    }

    private static Hub start(HubConfig config, Rhythm rhythm, UnaryOperator<Journal> disk, Supplier<Vertx> web) {
        HubSetup.mustBeIn(config.data());
        var lock = FolderLock.of(config.data());
        try {
            return start(config, rhythm, disk, web, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Hub start(
            HubConfig config, Rhythm rhythm, UnaryOperator<Journal> disk, Supplier<Vertx> web, FolderLock lock) {
        var options = WebOptions.of(config);
        var setup = HubSetup.open(config.data(), config.clock());
        var plans = new PlanBook(setup.plans());
        if (!setup.plans().begun()) {
            throw new CannotStart(
                    "dữ liệu trong " + config.data() + " chưa có kế hoạch của trung tâm",
                    "the data has no plan of a centre; make it anew with: luot hub init");
        }
        // From here on it is read; all else that a start needs comes beside it.
        var kept = ReadAhead.of(new SqliteJournal(setup.database(), HubSetup.HALL));
        var loop = new CompletableFuture<Executor>();
        var feed = new Feed(
                task -> loop.join().execute(task),
                config.clock(),
                Life.of(setup.database()).epoch());
        var foresight = new Foresight();
        var identities = new Identities(config.data());
        var checkpoints = beside("checkpoints", setup::checkpoints);
        var journal = new MeasuredJournal(disk.apply(kept));
        var desk = new Desk(
                plans,
                journal,
                config.clock(),
                feed.and(foresight).and(identities).and(Audience.of(checkpoints)));
        var rebuilt = beside("replay", desk::rebuilt);
        var signed = there(checkpoints);
        var vertx = web.get();
        loop.complete(loop(vertx));
        var server = vertx.createHttpServer(options);
        var hub = new Hub(vertx, server, feed, foresight, identities, journal, desk, plans, signed, lock);
        var access = setup.access(config.demandsSecondFactor());
        hub.lay(config, setup, access);
        hub.await(rebuilt);
        hub.open(config, setup, access, rhythm);
        return hub;
    }

    /** Does something that takes time while this thread goes on: replays the days, say, while the routes are laid. */
    private static <T> CompletableFuture<T> beside(String what, Callable<T> work) {
        var done = new CompletableFuture<T>();
        Runnable doing = () -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        };
        new Thread(doing, what).start();
        return done;
    }

    /** @throws CannotStart when that is why it is not there */
    private static <T> T there(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CannotStart why) throw why;
            throw e;
        }
    }

    /** As long as it takes: a disk may be slow, and a hall without its past must not open. */
    private void await(CompletableFuture<Desk> rebuilt) {
        try {
            rebuilt.join();
        } catch (CompletionException e) {
            vertx.close();
            throw new CannotStart(
                    "không đọc được nhật ký, hãy khôi phục từ bản sao lưu",
                    "the journal cannot be read; restore a backup",
                    e.getCause());
        }
    }

    private static Executor loop(Vertx vertx) {
        var context = vertx.getOrCreateContext();
        return task -> context.runOnContext(now -> task.run());
    }

    private void lay(HubConfig config, HubSetup setup, Access access) {
        feed.open(desk, this::zone);
        var oneKiosk = new OneKiosk(System::nanoTime);
        var door = new Door(vertx, access, oneKiosk);
        var slow = new SlowSenders(vertx, config.limits().patience());
        router = Routes.of(
                vertx,
                door,
                List.of(slow, new FairShare(access::known, config.limits()), new HostCheck(config.hostNames())),
                rooms(config, setup, access, door, oneKiosk));
        server.connectionHandler(slow::opened);
        server.invalidRequestHandler(new Unreadable());
        server.requestHandler(router);
    }

    private void open(HubConfig config, HubSetup setup, Access access, Rhythm rhythm) {
        desk.open();
        desk.read(Hall::day).thenAccept(day -> {
            if (day.isEmpty()) identities.destroy();
        });
        passOver(Life.of(setup.database()).epoch());
        vertx.setPeriodic(rhythm.beat().toMillis(), due -> feed.beat());
        try {
            await(server.listen());
        } catch (ExecutionException e) {
            close();
            throw new CannotStart(
                            "không mở được cổng " + config.port()
                                    + ": chương trình khác đang dùng? Hãy chọn cổng khác với --port",
                            "the port cannot be opened, another program may use it; choose another with --port",
                            e)
                    .about("port");
        }
        // Only after the port is this hub's: one that cannot start must not have opened the day.
        new Timekeeping(vertx, desk, config, rhythm).begin(setup.database(), access, foresight, server, zone());
        LOG.info("The hub listens at {}://{}:{}", config.scheme(), config.host(), port());
    }

    /** Before the first visitor: else a number that a restore forgot could be given again. */
    private void passOver(int epoch) {
        try {
            desk.submit((hall, now) -> hall.passOver(epoch, Timekeeping.CLOCK, now))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new CannotStart(
                    "không ghi được nhật ký sau khi khôi phục, hãy kiểm tra đĩa",
                    "the journal cannot be written after the restore; check the disk",
                    e);
        }
    }

    private Routes.Rooms rooms(HubConfig config, HubSetup setup, Access access, Door door, OneKiosk oneKiosk) {
        var reception = new Reception(desk, loop(vertx));
        var changes = new PlanChanges(reception, plans, this::edition);
        var views = new Views(this::zone);
        var hardware = new HardwareApi(desk, reception, views);
        hardware.open();
        vertx.setPeriodic(HardwareApi.LOOK_MILLIS, due -> hardware.missTheSilent());
        var bookings = new Bookings(setup.database(), this::zone);
        vertx.setPeriodic(FORGET_FIRST_MILLIS, FORGET_MILLIS, due -> forgetOld(bookings, config.clock()));
        var orders = new TicketOrders(identities, bookings);
        var sessions = new SessionApi(vertx, access, config.clock());
        var tickets = new TicketApi(
                reception,
                this::edition,
                plans,
                views,
                orders,
                bookings,
                foresight,
                () -> config.publicUrl().orElseGet(() -> config.scheme() + "://localhost:" + port()));
        var record = new Audit(setup.database(), HubSetup.HALL, access.log());
        var audit = new AuditApi(
                vertx, reception, record, checkpoints, () -> plan().centre().timeZone(), config.clock());
        return new Routes.Rooms(
                tickets,
                new BookingApi(vertx, this::edition, bookings, config.clock()),
                new VisitApi(reception, views, tickets),
                new KioskApi(
                        reception,
                        tickets,
                        orders,
                        views,
                        config.clock(),
                        Life.of(setup.database()).epoch()),
                new ErrandApi(vertx, reception, tickets, audit, oneKiosk),
                new CounterApi(reception, views, orders, config.clock()),
                new RatingApi(reception),
                new VoiceApi(vertx, new VoicePacks(config.data().resolve("voice"))),
                new Playlist(vertx, config.data().resolve("playlist")),
                foresight,
                hardware,
                new ReportApi(
                        vertx, new SqliteJournal(setup.database(), HubSetup.HALL), record, this::plan, config.clock()),
                new HallApi(reception, views, config.clock()),
                new PlanApi(vertx, plans, changes, this::edition),
                new CounterServicesApi(vertx, reception, foresight, changes, this::edition, config.clock()),
                sessions,
                new OidcApi(
                        vertx,
                        config.provider().map(named -> new Provider(named, config.clock())),
                        access,
                        sessions,
                        config.clock()),
                new AccountApi(
                        vertx, access.people(), () -> plan().centre().name().vi()),
                new PeopleApi(vertx, access.people()),
                new DevicesApi(vertx, access.devices()),
                new PairingApi(vertx, access.pairing()),
                audit,
                new FeedSocket(vertx, door, oneKiosk, feed, config.limits().frames()),
                new Pages(config.framedBy()),
                new HealthApi(
                        vertx,
                        new Health(
                                config.data(),
                                config.backups().map(DailyBackup.Plan::folder),
                                () -> certificateLeft(config),
                                access.people()::adminsByPasswordAlone,
                                config.clock()),
                        desk,
                        reception,
                        journal));
    }

    private void forgetOld(Bookings bookings, Clock clock) {
        vertx.executeBlocking(() -> {
                    bookings.forgetOld(clock.instant());
                    return null;
                })
                .onFailure(fault -> LOG.error("Old bookings could not be forgotten", fault));
    }

    /** Nothing when it cannot even be read. */
    private static Optional<Duration> certificateLeft(HubConfig config) {
        try {
            return config.tls().map(tls -> tls.get().left(config.clock().instant()));
        } catch (CannotStart e) {
            return Optional.of(Duration.ZERO);
        }
    }

    /** The plan in force. */
    public Plan plan() {
        return edition().plan();
    }

    private Edition edition() {
        return plans.edition(desk.plan());
    }

    private ZoneId zone() {
        return edition().rules().zone();
    }

    /** All addresses, as they were laid. */
    Router router() {
        return router;
    }

    public int port() {
        return server.actualPort();
    }

    /** Lets no new requests in, answers those that wait, and closes the journal. */
    @Override
    public void close() {
        try {
            await(server.shutdown(ANSWER_SECONDS, TimeUnit.SECONDS));
            desk.close();
            checkpoints.close();
            await(vertx.close());
            lock.close();
        } catch (ExecutionException e) {
            LOG.warn("The hub did not close cleanly", e);
        }
    }

    private static void await(Future<?> coming) throws ExecutionException {
        try {
            coming.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            throw new ExecutionException(e);
        }
    }
}
