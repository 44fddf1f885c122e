package vn.luot.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.http.Door;
import vn.luot.hub.http.Limits;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Plan;

/** A hub on a free port with a small hall, on Monday at eight; everybody is let in when first asked for. */
final class RunningHub implements AutoCloseable {
    private static final Rhythm LIVELY =
            new Rhythm(Duration.ofMillis(100), Rhythm.USUAL.renewal(), Rhythm.USUAL.forgetting());
    static final String PASSWORD = "bốn từ không liên quan";

    private final Path data;
    private final HallClock clock;
    private final Hub hub;
    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    private RunningHub(Path data, HallClock clock, int port) {
        this(config(data, clock, port), clock);
    }

    private RunningHub(HubConfig config, HallClock clock) {
        this(config, clock, Hub.start(config, LIVELY));
    }

    private RunningHub(HubConfig config, HallClock clock, Hub hub) {
        this.data = config.data();
        this.clock = clock;
        this.hub = hub;
    }

    /** On new data in an empty folder. */
    static RunningHub in(Path data) {
        return in(data, plan());
    }

    static RunningHub in(Path data, Plan plan) {
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, plan, clock);
        return new RunningHub(data, clock, 0);
    }

    /** On new data, where people may sign in with an account of the office, too. */
    static RunningHub in(Path data, ProviderConfig provider) {
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, plan(), clock);
        return new RunningHub(
                new HubConfig(
                        data,
                        "localhost",
                        0,
                        Optional.empty(),
                        "",
                        clock,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(provider),
                        false,
                        Limits.USUAL),
                clock);
    }

    /** On new data, letting callers ask for other shares than usual. */
    static RunningHub in(Path data, Limits limits) {
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, plan(), clock);
        return new RunningHub(config(data, clock, 0).with(limits), clock);
    }

    /** On new data, at all addresses of this machine. */
    static RunningHub everywhere(Path data) {
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, plan(), clock);
        return new RunningHub(new HubConfig(data, "::", 0, Optional.empty(), "", clock), clock);
    }

    /** On new data, with something between the desk and its journal. */
    static RunningHub in(Path data, UnaryOperator<Journal> disk) {
        var clock = new HallClock("2026-11-23T08:00");
        HubSetup.init(data, plan(), clock);
        var config = config(data, clock, 0);
        return new RunningHub(config, clock, Hub.start(config, disk));
    }

    /** On data that is there, as its program starts it: administrators need a second factor. */
    static RunningHub demandingSecondFactor(Path data, String localTime) {
        var clock = new HallClock(localTime);
        return new RunningHub(config(data, clock, 0).demandingSecondFactor(), clock);
    }

    /** On data that is there. */
    static RunningHub on(Path data, String localTime) {
        return new RunningHub(data, new HallClock(localTime), 0);
    }

    /** The same, with the business day open and clerk Lan at counter 1. */
    static RunningHub atWork(Path data) {
        var hub = in(data);
        hub.openDay();
        hub.as(Role.CLERK).press(1, "open");
        return hub;
    }

    /** Stops and starts again, as after a change of version. */
    RunningHub restarted() {
        close();
        var again = new RunningHub(data, clock, 0);
        callers.forEach(
                (role, caller) -> again.callers.put(role, new Caller(again.port(), caller.token(), caller.isPerson())));
        return again;
    }

    static HubConfig config(Path data, HallClock clock, int port) {
        return new HubConfig(data, "localhost", port, Optional.empty(), "", clock);
    }

    static Plan plan() {
        try (var json = Objects.requireNonNull(RunningHub.class.getResourceAsStream("hall.json"))) {
            return Plans.read(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadPlan e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    /** The same with so many services that each snapshot takes 50 kB. */
    static Plan vastPlan() {
        var plan = plan();
        var land = plan.fields().get(0);
        var services = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> new Plan.Service("s" + i + "-".repeat(450), land.name(), "Z", i, i, null))
                .toList();
        return new Plan(
                plan.centre(),
                plan.hours(),
                List.of(new Plan.Field(land.id(), land.name(), services)),
                List.of(new Plan.Counter(1, land.name(), List.of())),
                plan.priorityClasses(),
                plan.rating());
    }

    int port() {
        return hub.port();
    }

    Hub hub() {
        return hub;
    }

    Path data() {
        return data;
    }

    HallClock clock() {
        return clock;
    }

    HallView openDay() {
        return as(Role.CLERK).post("/api/day/open", null).as(HallView.class);
    }

    Caller nobody() {
        return new Caller(port(), Optional.empty(), false);
    }

    /** Somebody with a token that the hub may not know. */
    Caller stranger(String token, boolean isPerson) {
        return new Caller(port(), Optional.of(token), isPerson);
    }

    /** Whoever has this role; one of each. */
    Caller as(Role role) {
        return callers.computeIfAbsent(role, fresh -> switch (fresh) {
            case KIOSK, BOARD, TABLET, KEYPAD -> device(fresh);
            case CLERK -> person(fresh, "lan", "Chị Lan");
            case HOLDER -> nobody();
            case HOST, MANAGER, TECHNICIAN, ADMIN ->
                person(fresh, fresh.name().toLowerCase(Locale.ROOT), "Anh " + fresh);
        });
    }

    private Caller device(Role role) {
        var access = setup().access();
        // A device of an earlier hub on this data has the name.
        var isTaken =
                access.devices().all().stream().anyMatch(device -> device.name().equals(role.name()));
        var name = isTaken ? role.name() + "-2" : role.name();
        var token = role == Role.KEYPAD ? access.addKeypad(1, name) : access.addDevice(role, name);
        return new Caller(port(), Optional.of(token), false);
    }

    Caller person(Role role, String name, String shownAs) {
        var access = setup().access();
        if (access.people().all().stream().noneMatch(person -> person.name().equals(name))) {
            access.addPerson(role, name, shownAs, PASSWORD);
        }
        return new Caller(port(), Optional.of(session(signIn(name, PASSWORD))), true);
    }

    Answer signIn(String name, String password) {
        return nobody().post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    private static String session(Answer signedIn) {
        return signedIn.header("Set-Cookie").orElseThrow().split(Door.SESSION + "=|;")[1];
    }

    private HubSetup setup() {
        return HubSetup.open(data, clock);
    }

    @Override
    public void close() {
        hub.close();
    }
}
