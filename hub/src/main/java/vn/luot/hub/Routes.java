package vn.luot.hub;

import static vn.luot.hub.queue.Role.ADMIN;
import static vn.luot.hub.queue.Role.BOARD;
import static vn.luot.hub.queue.Role.CLERK;
import static vn.luot.hub.queue.Role.HOST;
import static vn.luot.hub.queue.Role.KEYPAD;
import static vn.luot.hub.queue.Role.KIOSK;
import static vn.luot.hub.queue.Role.MANAGER;
import static vn.luot.hub.queue.Role.TABLET;
import static vn.luot.hub.queue.Role.TECHNICIAN;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.luot.hub.desk.AuditApi;
import vn.luot.hub.desk.BookingApi;
import vn.luot.hub.desk.CounterApi;
import vn.luot.hub.desk.ErrandApi;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.desk.HardwareApi;
import vn.luot.hub.desk.KioskApi;
import vn.luot.hub.desk.TicketApi;
import vn.luot.hub.desk.VisitApi;
import vn.luot.hub.feed.FeedSocket;
import vn.luot.hub.feed.HallApi;
import vn.luot.hub.health.HealthApi;
import vn.luot.hub.http.AccountApi;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.DevicesApi;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.Failures;
import vn.luot.hub.http.Pages;
import vn.luot.hub.http.PairingApi;
import vn.luot.hub.http.PeopleApi;
import vn.luot.hub.http.SessionApi;
import vn.luot.hub.http.WrongTokens;
import vn.luot.hub.oidc.OidcApi;
import vn.luot.hub.planning.CounterServicesApi;
import vn.luot.hub.planning.PlanApi;
import vn.luot.hub.playlist.Playlist;
import vn.luot.hub.queue.Role;
import vn.luot.hub.rating.RatingApi;
import vn.luot.hub.report.ReportApi;
import vn.luot.hub.voice.VoiceApi;

/** All addresses of the hub, and who may use them. */
final class Routes {
    private static final long LARGEST_BODY = 64 * 1024;
    /** A hundred services, each with hours of its own, are about 100 kB. */
    private static final long LARGEST_PLAN = 1024 * 1024;

    private static final Set<Role> PERSONS = EnumSet.of(CLERK, HOST, MANAGER, TECHNICIAN, ADMIN);
    private static final Set<Role> EVERYBODY = EnumSet.complementOf(EnumSet.of(KEYPAD));
    private static final Set<Role> ALL_BUT_TABLETS = EnumSet.complementOf(EnumSet.of(TABLET, KEYPAD));

    private final Router router;
    private final Door door;
    private final WrongTokens wrongTokens = new WrongTokens();

    private Routes(Router router, Door door) {
        this.router = router;
        this.door = door;
    }

    record Rooms(
            TicketApi tickets,
            BookingApi bookings,
            VisitApi visits,
            KioskApi kiosks,
            ErrandApi errands,
            CounterApi counters,
            RatingApi ratings,
            VoiceApi voice,
            Playlist playlist,
            Foresight foresight,
            HardwareApi hardware,
            ReportApi reports,
            HallApi hall,
            PlanApi plan,
            CounterServicesApi services,
            SessionApi sessions,
            OidcApi oidc,
            AccountApi account,
            PeopleApi people,
            DevicesApi devices,
            PairingApi pairing,
            AuditApi audit,
            FeedSocket feed,
            Pages pages,
            HealthApi health) {}

    /** @param guards each request goes through them first, in their order */
    static Router of(Vertx vertx, Door door, List<Handler<RoutingContext>> guards, Rooms rooms) {
        var router = Router.router(vertx);
        router.route().handler(rooms.health()::count);
        router.route().handler(Routes::bindPages);
        guards.forEach(guard -> router.route().handler(guard));
        router.route().handler(Routes::stayWithTls);
        // Whoever asks a second handler has been read by the first.
        router.route("/api/plan*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_PLAN));
        rooms.voice().takeRecordings(router);
        router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        new Routes(router, door).lay(rooms);
        rooms.voice().serve(router);
        rooms.playlist().serve(router);
        rooms.pages().serve(router);
        var failures = new Failures();
        router.route().failureHandler(failures);
        // Nothing matched, or not with this method: the same form of answer.
        List.of(404, 400, 413, 500).forEach(status -> router.errorHandler(status, failures));
        router.errorHandler(405, call -> {
            call.response().putHeader("Allow", methodsAt(call.request().path(), router));
            failures.handle(call);
        });
        return router;
    }

    /** What an address takes, as RFC 9110 wants it said. */
    private static String methodsAt(String path, Router router) {
        return router.getRoutes().stream()
                .filter(route -> route.methods() != null && route.getName() != null)
                .filter(route -> path.matches(
                        route.getName().replace(".", "\\.").replace("*", ".*").replaceAll(":\\w+", "[^/]+")))
                .flatMap(route -> route.methods().stream())
                .map(HttpMethod::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Whatever is shown as a page by mistake can do nothing; the pages themselves are allowed more. */
    private static void bindPages(RoutingContext call) {
        call.response().putHeader(Pages.CONTENT_POLICY, Pages.NO_PAGE).putHeader("X-Content-Type-Options", "nosniff");
        call.next();
    }

    /** Browsers that saw the hub over TLS once never ask it without. */
    private static void stayWithTls(RoutingContext call) {
        if (call.request().isSSL()) call.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        call.next();
    }

    private void lay(Rooms rooms) {
        // What is asked most comes first, because each route is looked at in turn.
        only(HttpMethod.POST, "/api/tickets", rooms.tickets()::issue, KIOSK, HOST);
        only(HttpMethod.POST, "/api/counters/:counter/walk-in", rooms.counters()::walkIn, CLERK, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/counters/:counter/:verb", rooms.counters()::act, CLERK, MANAGER, ADMIN, KEYPAD);

        anyone(HttpMethod.POST, "/api/session", rooms.sessions()::signIn);
        anyone(HttpMethod.GET, "/api/session/here", rooms.sessions()::here);
        anyone(HttpMethod.GET, "/api/session/provider", rooms.oidc()::show);
        anyone(HttpMethod.GET, "/api/session/oidc", rooms.oidc()::begin);
        anyone(HttpMethod.GET, "/api/session/oidc/back", rooms.oidc()::comeBack);
        own(HttpMethod.GET, "/api/session", rooms.sessions()::show);
        own(HttpMethod.DELETE, "/api/session", rooms.sessions()::signOut);
        own(HttpMethod.PUT, "/api/session/password", rooms.account()::changePassword);
        own(HttpMethod.POST, "/api/session/second-factor", rooms.account()::offerSecondFactor);
        own(HttpMethod.PUT, "/api/session/second-factor", rooms.account()::confirmSecondFactor);

        only(HttpMethod.GET, "/api/audit", rooms.audit()::report, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/audit/checkpoint", rooms.audit()::checkpoint, MANAGER, TECHNICIAN, ADMIN);
        only(HttpMethod.GET, "/api/people", rooms.people()::list, ADMIN);
        only(HttpMethod.POST, "/api/people", rooms.people()::add, ADMIN);
        only(HttpMethod.PUT, "/api/people/:name", rooms.people()::change, ADMIN);
        only(HttpMethod.POST, "/api/people/:name/password", rooms.people()::resetPassword, ADMIN);
        only(HttpMethod.POST, "/api/people/:name/disable", rooms.people()::disable, ADMIN);
        only(HttpMethod.POST, "/api/people/:name/enable", rooms.people()::enable, ADMIN);
        only(HttpMethod.POST, "/api/people/:name/sign-out", rooms.people()::signOut, ADMIN);
        only(HttpMethod.DELETE, "/api/people/:name/second-factor", rooms.people()::removeSecondFactor, ADMIN);
        only(HttpMethod.GET, "/api/devices", rooms.devices()::list, TECHNICIAN, ADMIN);
        only(HttpMethod.POST, "/api/devices", rooms.devices()::add, TECHNICIAN, ADMIN);
        anyone(HttpMethod.POST, "/api/pairing", rooms.pairing()::ask);
        anyone(HttpMethod.POST, "/api/pairing/token", rooms.pairing()::fetch);
        only(HttpMethod.POST, "/api/pairing/confirm", rooms.pairing()::confirm, TECHNICIAN, ADMIN);
        only(HttpMethod.DELETE, "/api/devices/:name", rooms.devices()::revoke, TECHNICIAN, ADMIN);

        only(HttpMethod.POST, "/api/day/open", rooms.counters()::openDay, CLERK, HOST, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/day/close", rooms.counters()::closeDay, CLERK, HOST, MANAGER, ADMIN);

        only(HttpMethod.POST, "/api/appointments", rooms.bookings()::book, HOST, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/tickets/void", rooms.tickets()::voidKey, KIOSK, HOST);
        only(HttpMethod.POST, "/api/tickets/offline", rooms.kiosks()::takeIn, KIOSK);
        only(HttpMethod.POST, "/api/tickets/reprint", rooms.kiosks()::reprint, KIOSK, HOST);
        only(HttpMethod.POST, "/api/tickets/priority", rooms.kiosks()::askPriority, KIOSK);
        only(HttpMethod.POST, "/api/kiosks/:kiosk/print", rooms.errands()::print, HOST, CLERK, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/kiosks/:kiosk/coming", rooms.errands()::coming, HOST, CLERK, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/kiosks/:kiosk/screen", rooms.errands()::look, HOST, CLERK, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/kiosks/:kiosk/day-end", rooms.errands()::printDayEnd, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/errands/:errand", rooms.errands()::done, KIOSK);
        only(HttpMethod.GET, "/api/leases", rooms.kiosks()::blocks, KIOSK);
        only(HttpMethod.GET, "/api/scan-key", rooms.kiosks()::scanKey, KIOSK);
        only(HttpMethod.POST, "/api/leases", rooms.kiosks()::lease, KIOSK);
        only(HttpMethod.GET, "/api/tickets", rooms.visits()::list, CLERK, HOST, MANAGER, ADMIN);
        holder(HttpMethod.GET, "/api/tickets/:token", rooms.tickets()::status);
        holder(HttpMethod.GET, "/api/tickets/:token/why", rooms.tickets()::why);
        holder(HttpMethod.POST, "/api/tickets/:token/push-back", rooms.visits()::pushBack);
        holder(HttpMethod.POST, "/api/tickets/:token/leave", rooms.visits()::leave);
        holder(HttpMethod.POST, "/api/tickets/:token/rating", rooms.ratings()::rateByHolder);
        only(HttpMethod.POST, "/api/tickets/:ticket/:verb", rooms.visits()::act, CLERK, HOST, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/ratings", rooms.ratings()::rate, TABLET);
        only(HttpMethod.GET, "/api/counters/:counter/rater", rooms.ratings()::lend, HOST);
        only(HttpMethod.POST, "/api/votes/:ticket/void", rooms.ratings()::makeVoid, MANAGER, ADMIN);
        only(HttpMethod.PUT, "/api/voice/:language/:clip", rooms.voice()::record, MANAGER, ADMIN);
        only(HttpMethod.DELETE, "/api/voice/:language/:clip", rooms.voice()::forget, MANAGER, ADMIN);

        only(HttpMethod.GET, "/api/hall", rooms.hall()::show, EVERYBODY);
        only(HttpMethod.GET, "/api/waits", rooms.foresight()::show, ALL_BUT_TABLETS);
        only(HttpMethod.POST, "/api/hardware", rooms.hardware()::report, KIOSK, BOARD);
        only(HttpMethod.GET, "/api/hardware", rooms.hardware()::show, PERSONS);
        only(HttpMethod.GET, "/api/reports/visits", rooms.reports()::visits, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/reports/tickets", rooms.reports()::tickets, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/reports/next-hour", rooms.reports()::nextHour, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/reports/audit", rooms.reports()::audit, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/reports/mine", rooms.reports()::mine, CLERK);
        only(HttpMethod.GET, "/api/plan", rooms.plan()::show, EVERYBODY);
        only(HttpMethod.PUT, "/api/plan", rooms.plan()::replace, ADMIN);
        only(HttpMethod.POST, "/api/plan/check", rooms.plan()::check, ADMIN);
        only(HttpMethod.GET, "/api/plan/versions", rooms.plan()::versions, MANAGER, ADMIN);
        only(HttpMethod.GET, "/api/plan/versions/:version", rooms.plan()::version, MANAGER, ADMIN);
        only(HttpMethod.PUT, "/api/counters/:counter/services", rooms.services()::replace, MANAGER, ADMIN);
        only(HttpMethod.POST, "/api/counters/:counter/services/preview", rooms.services()::preview, MANAGER, ADMIN);
        // Says who it is in its first message.
        router.get("/feed").handler(rooms.feed());

        only(HttpMethod.GET, "/api/alarms", rooms.health()::alarms, PERSONS);
        router.get("/health/live").handler(rooms.health()::live);
        router.get("/health/ready").handler(rooms.health()::ready);
        anyone(HttpMethod.GET, "/health/degraded", rooms.health()::degraded);
        anyone(HttpMethod.GET, "/metrics", rooms.health()::metrics);
        router.get("/openapi.yaml")
                .handler(call -> call.response()
                        .putHeader("Content-Type", "application/yaml")
                        .sendFile("openapi.yaml"));
    }

    private void only(HttpMethod method, String path, Consumer<Call> answer, Role first, Role... others) {
        only(method, path, answer, EnumSet.of(first, others));
    }

    private void only(HttpMethod method, String path, Consumer<Call> answer, Set<Role> roles) {
        router.route(method, path).handler(door.only(roles)).handler(call -> answer.accept(new Call(call)));
    }

    /** Of a person's own account: also before the password was changed. */
    private void own(HttpMethod method, String path, Consumer<Call> answer) {
        router.route(method, path).handler(door.onlyOwn(PERSONS)).handler(call -> answer.accept(new Call(call)));
    }

    /** For whoever holds the ticket of a token. */
    private void holder(HttpMethod method, String path, Consumer<Call> answer) {
        router.route(method, path)
                .handler(call -> answer.accept(new Call(call)))
                .failureHandler(wrongTokens);
    }

    private void anyone(HttpMethod method, String path, Consumer<Call> answer) {
        router.route(method, path).handler(call -> answer.accept(new Call(call)));
    }
}
