package vn.luot.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import java.util.List;
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
import vn.luot.hub.db.LeftOver;
import vn.luot.hub.db.Life;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.desk.Identities;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.ReadAhead;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.feed.Feed;
import vn.luot.hub.health.MeasuredJournal;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.FairShare;
import vn.luot.hub.http.HostCheck;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.http.SlowSenders;
import vn.luot.hub.http.Unreadable;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.settings.PlanBook;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.FolderLock;

/** A running hub: what it is made of is put together here. */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final int PATIENCE_SECONDS = 10;
    /** How long whoever is being answered when the hub is told to stop may take. */
    private static final int ANSWER_SECONDS = 5;

    private final HubCore core;
    private final FolderLock lock;
    private Router router;

    private Hub(HubCore core, FolderLock lock) {
        this.core = core;
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
            LeftOver.ofRestores(config.data());
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
        var server = vertx.createHttpServer(options);
        var core = new HubCore(vertx, server, feed, foresight, identities, journal, desk, plans, signed);
        loop.complete(core.loop());
        var hub = new Hub(core, lock);
        var access = setup.access(config.demandsSecondFactor());
        hub.lay(config, setup, access, rhythm);
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
            core.vertx().close();
            throw new CannotStart(
                    "không đọc được nhật ký, hãy khôi phục từ bản sao lưu",
                    "the journal cannot be read; restore a backup",
                    e.getCause());
        }
    }

    private void lay(HubConfig config, HubSetup setup, Access access, Rhythm rhythm) {
        core.feed().open(core.desk(), core::zone);
        var oneKiosk = new OneKiosk(System::nanoTime);
        var door = new Door(core.vertx(), access, oneKiosk);
        var slow = new SlowSenders(core.vertx(), config.limits().patience());
        router = Routes.of(
                core.vertx(),
                door,
                List.of(slow, new FairShare(access::known, config.limits()), new HostCheck(config.hostNames())),
                HubRooms.of(core, config, setup, access, door, oneKiosk, rhythm));
        core.server().connectionHandler(slow::opened);
        core.server().invalidRequestHandler(new Unreadable());
        core.server().requestHandler(router);
    }

    private void open(HubConfig config, HubSetup setup, Access access, Rhythm rhythm) {
        core.desk().open();
        core.desk().read(Hall::day).thenAccept(day -> {
            if (day.isEmpty()) core.identities().destroy();
        });
        passOver(Life.of(setup.database()).epoch());
        core.vertx().setPeriodic(rhythm.beat().toMillis(), due -> core.feed().beat());
        try {
            await(core.server().listen());
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
        new Timekeeping(core.vertx(), core.desk(), config, rhythm)
                .begin(setup.database(), access, core.foresight(), core.server(), core.zone());
        LOG.info("The hub listens at {}://{}:{}", config.scheme(), config.host(), core.port());
    }

    /** Before the first visitor: else a number that a restore forgot could be given again. */
    private void passOver(int epoch) {
        try {
            core.desk()
                    .submit((hall, now) -> hall.passOver(epoch, Timekeeping.CLOCK, now))
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

    /** The plan in force. */
    public Plan plan() {
        return core.plan();
    }

    /** All addresses, as they were laid. */
    Router router() {
        return router;
    }

    public int port() {
        return core.port();
    }

    /** Lets no new requests in, answers those that wait, and closes the journal. */
    @Override
    public void close() {
        try {
            await(core.server().shutdown(ANSWER_SECONDS, TimeUnit.SECONDS));
            core.desk().close();
            core.checkpoints().close();
            await(core.vertx().close());
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
