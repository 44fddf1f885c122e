package vn.luot.hub;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.db.BackupFolder;
import vn.luot.hub.db.Database;
import vn.luot.hub.db.LeftOver;
import vn.luot.hub.db.Passphrase;

/**
 * Makes a backup once a day. One that was missed, because the machine was switched off at night, is made as soon as the
 * hub runs again.
 */
final class DailyBackup {
    private static final Logger LOG = LoggerFactory.getLogger(DailyBackup.class);
    private static final long LOOK_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Plan plan;
    private final Database database;
    private final ZoneId zone;
    private final Clock clock;
    private final BackupFolder folder;

    /**
     * @param at time of the hall's day
     * @param keepDays older ones are thrown away
     */
    public record Plan(LocalTime at, Path folder, int keepDays, Passphrase passphrase) {}

    DailyBackup(Plan plan, Database database, ZoneId zone, Clock clock) {
        this.plan = plan;
        this.database = database;
        this.zone = zone;
        this.clock = clock;
        this.folder = new BackupFolder(plan.folder());
    }

    void keepMaking(Vertx vertx) {
        vertx.setPeriodic(
                1,
                LOOK_MILLIS,
                look -> vertx.executeBlocking(this::makeWhenDue)
                        .onFailure(fault -> LOG.error("No backup was made: {}", fault.getMessage(), fault)));
    }

    /** Whether one was due, and was made. */
    boolean makeWhenDue() {
        LeftOver.ofBackups(plan.folder(), clock.instant());
        if (folder.newest().filter(newest -> !newest.isBefore(lastDue())).isPresent()) return false;
        var made = folder.make(database, plan.passphrase(), clock);
        LOG.info("The data is backed up in {}: {} steps, {} tickets", made.file(), made.steps(), made.tickets());
        folder.keep(plan.keepDays(), clock.instant());
        return true;
    }

    private Instant lastDue() {
        var now = clock.instant().atZone(zone);
        var today = now.with(plan.at());
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
