package vn.luot.hub;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.access.Access;
import vn.luot.hub.db.Life;
import vn.luot.hub.desk.Audit;
import vn.luot.hub.desk.AuditApi;
import vn.luot.hub.desk.BookingApi;
import vn.luot.hub.desk.Bookings;
import vn.luot.hub.desk.CounterApi;
import vn.luot.hub.desk.ErrandApi;
import vn.luot.hub.desk.HardwareApi;
import vn.luot.hub.desk.KioskApi;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.desk.SqliteJournal;
import vn.luot.hub.desk.TicketApi;
import vn.luot.hub.desk.TicketOrders;
import vn.luot.hub.desk.Views;
import vn.luot.hub.desk.VisitApi;
import vn.luot.hub.feed.FeedSocket;
import vn.luot.hub.feed.HallApi;
import vn.luot.hub.health.Health;
import vn.luot.hub.health.HealthApi;
import vn.luot.hub.http.AccountApi;
import vn.luot.hub.http.DevicesApi;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.OneKiosk;
import vn.luot.hub.http.Pages;
import vn.luot.hub.http.PairingApi;
import vn.luot.hub.http.PeopleApi;
import vn.luot.hub.http.SessionApi;
import vn.luot.hub.oidc.OidcApi;
import vn.luot.hub.oidc.Provider;
import vn.luot.hub.planning.CounterServicesApi;
import vn.luot.hub.planning.PlanApi;
import vn.luot.hub.planning.PlanChanges;
import vn.luot.hub.playlist.Playlist;
import vn.luot.hub.rating.RatingApi;
import vn.luot.hub.report.ReportApi;
import vn.luot.hub.voice.VoiceApi;
import vn.luot.hub.voice.VoicePacks;
import vn.luot.protocol.program.CannotStart;

/** The rooms of a hub: one for all that can be asked about one thing. */
final class HubRooms {
    private static final Logger LOG = LoggerFactory.getLogger(HubRooms.class);

    private HubRooms() {}

    static Routes.Rooms of(
            HubCore core,
            HubConfig config,
            HubSetup setup,
            Access access,
            Door door,
            OneKiosk oneKiosk,
            Rhythm rhythm) {
        var vertx = core.vertx();
        var desk = core.desk();
        var reception = new Reception(desk, core.loop());
        var changes = new PlanChanges(reception, core.plans(), core::edition);
        var views = new Views(core::zone);
        var hardware = new HardwareApi(desk, reception, views);
        hardware.open();
        vertx.setPeriodic(HardwareApi.LOOK_MILLIS, due -> hardware.missTheSilent());
        var bookings = new Bookings(setup.database(), core::zone);
        vertx.setPeriodic(rhythm.forgetting().toMillis(), due -> forgetOld(vertx, bookings, config.clock()));
        var orders = new TicketOrders(core.identities(), bookings);
        var sessions = new SessionApi(vertx, access, config.clock());
        var tickets = new TicketApi(
                reception,
                core::edition,
                core.plans(),
                views,
                orders,
                bookings,
                core.foresight(),
                () -> config.publicUrl().orElseGet(() -> config.scheme() + "://localhost:" + core.port()));
        var record = new Audit(setup.database(), HubSetup.HALL, access.log());
        var audit = new AuditApi(
                vertx,
                reception,
                record,
                core.checkpoints(),
                () -> core.plan().centre().timeZone(),
                config.clock());
        return new Routes.Rooms(
                tickets,
                new BookingApi(vertx, core::edition, bookings, config.clock()),
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
                core.foresight(),
                hardware,
                new ReportApi(
                        vertx, new SqliteJournal(setup.database(), HubSetup.HALL), record, core::plan, config.clock()),
                new HallApi(reception, views, config.clock()),
                new PlanApi(vertx, core.plans(), changes, core::edition),
                new CounterServicesApi(vertx, reception, core.foresight(), changes, core::edition, config.clock()),
                sessions,
                new OidcApi(
                        vertx,
                        config.provider().map(named -> new Provider(named, config.clock())),
                        access,
                        sessions,
                        config.clock()),
                new AccountApi(
                        vertx,
                        access.people(),
                        access.secondFactors(),
                        () -> core.plan().centre().name().vi()),
                new PeopleApi(vertx, access.people(), access.secondFactors()),
                new DevicesApi(vertx, access.devices()),
                new PairingApi(vertx, access.pairing()),
                audit,
                new FeedSocket(
                        vertx, door, oneKiosk, core.feed(), config.limits().frames()),
                new Pages(config.framedBy()),
                new HealthApi(
                        vertx,
                        new Health(
                                config.data(),
                                config.backups().map(DailyBackup.Plan::folder),
                                () -> certificateLeft(config),
                                access.people()::adminsByPasswordAlone,
                                access.devices()::cloned,
                                config.clock()),
                        desk,
                        reception,
                        core.journal()));
    }

    private static void forgetOld(Vertx vertx, Bookings bookings, Clock clock) {
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
}
