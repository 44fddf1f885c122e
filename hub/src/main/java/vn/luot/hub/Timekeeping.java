package vn.luot.hub;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.Access;
import vn.luot.hub.db.Database;
import vn.luot.hub.db.LeftOver;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Role;
import vn.luot.hub.tls.Tls;

/** What a hub does because it is time, and nobody asked. */
final class Timekeeping {
    /** Who opens and closes the day by its hours. */
    static final Actor CLOCK = new Actor(Role.ADMIN, "", "Giờ làm việc");

    private static final Logger LOG = LoggerFactory.getLogger(Timekeeping.class);
    private static final long HOURS_MILLIS = TimeUnit.SECONDS.toMillis(20);
    private static final long WAITS_MILLIS = TimeUnit.SECONDS.toMillis(5);
    /** How soon a device or person that was shut out from the command line is out. */
    private static final long ACCESS_MILLIS = TimeUnit.SECONDS.toMillis(5);

    /** Also where no backups are made daily: somebody may make one by hand. */
    private static final long LEFT_OVER_MILLIS = TimeUnit.HOURS.toMillis(1);

    private static final long SEEN_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Vertx vertx;
    private final Desk desk;
    private final HubConfig config;
    private final Rhythm rhythm;

    Timekeeping(Vertx vertx, Desk desk, HubConfig config, Rhythm rhythm) {
        this.vertx = vertx;
        this.desk = desk;
        this.config = config;
        this.rhythm = rhythm;
    }

    void begin(Database database, Access access, Foresight foresight, HttpServer server, ZoneId zone) {
        vertx.setPeriodic(0, HOURS_MILLIS, due -> desk.submit(Timekeeping::keepHours));
        vertx.setPeriodic(WAITS_MILLIS, due -> foresight.lookAgain(desk, config.clock(), ForkJoinPool.commonPool()));
        vertx.setPeriodic(ACCESS_MILLIS, due -> blocking(access::refresh));
        vertx.setPeriodic(SEEN_MILLIS, due -> blocking(access.devices()::keepSeen));
        vertx.setPeriodic(1, LEFT_OVER_MILLIS, due -> throwLeftOverAway());
        config.tls().ifPresent(tls -> vertx.setPeriodic(rhythm.renewal().toMillis(), due -> renew(tls, server)));
        config.backups()
                .map(plan -> new DailyBackup(plan, database, zone, config.clock()))
                .ifPresent(backup -> backup.keepMaking(vertx));
    }

    private static Decision keepHours(Hall hall, Instant now) {
        return hall.keepHours(CLOCK, now).orElse(new Decision.Already(null));
    }

    /** A certificate that was renewed counts from the next connection on; one that is not good leaves the former. */
    private void renew(Supplier<Tls> tls, HttpServer server) {
        vertx.executeBlocking(() -> tls.get().options(config.clock().instant()))
                .compose(proof -> server.updateSSLOptions(new ServerSSLOptions().setKeyCertOptions(proof)))
                .onSuccess(isAnother -> {
                    if (isAnother) LOG.info("The hub proves itself with another certificate from now on");
                })
                .onFailure(fault -> LOG.error("The certificate could not be renewed; the former one stays", fault));
    }

    private void throwLeftOverAway() {
        vertx.executeBlocking(() -> {
            LeftOver.ofBackups(config.data().resolve("backups"), config.clock().instant());
            return null;
        });
    }

    private void blocking(Runnable work) {
        vertx.executeBlocking(() -> {
                    work.run();
                    return null;
                })
                .onFailure(fault -> LOG.error("Who may come in could not be read or kept", fault));
    }
}
