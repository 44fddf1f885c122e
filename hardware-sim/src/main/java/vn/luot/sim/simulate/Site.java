package vn.luot.sim.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.luot.hub.desk.View;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.TicketNumber;
import vn.luot.kiosk.Given;
import vn.luot.kiosk.Intent;

/** Everything and everybody of one simulated centre. */
final class Site {
    private static final Actor MANAGER = new Actor(Role.MANAGER, "ngoc", "Anh Ngọc");

    private final World world;
    private final Truth truth;
    private final SimHub hub;
    private final Promises promises;
    private final Papers papers;
    private final List<SimKiosk> kiosks = new ArrayList<>();
    private final List<ClerkAtWork> clerks;
    private final List<TabletAtCounter> tablets;
    private final Entrance entrance;
    private final Screen boards;
    private final Link boardLink;
    private final Link office;
    private final Mishaps mishaps;
    private boolean closing;

    Site(World world) {
        this.world = world;
        truth = new Truth(world);
        hub = new SimHub(world, truth);
        promises = new Promises(world, truth);
        papers = new Papers(world, truth);
        mishaps = new Mishaps(world, this);
        kiosks.add(kiosk("kiosk 1", SimKiosk.TWIN));
        kiosks.add(kiosk("kiosk 2", "K2"));
        if (mishaps.has(Fault.F14)) kiosks.add(kiosk("kiosk 1b", SimKiosk.TWIN));
        hub.boot();
        kiosks.forEach(SimKiosk::boot);
        clerks = HallRules.COUNTERS.stream()
                .map(counter -> new ClerkAtWork(world, truth, hub, papers, counter))
                .toList();
        tablets = List.of(
                new TabletAtCounter(world, truth, hub, promises, 1),
                new TabletAtCounter(world, truth, hub, promises, 2));
        entrance = new Entrance(world, hub, promises, papers, kiosks);
        boards = Screen.ofHall(world, truth);
        boardLink = new Link(world, "boards");
        office = new Link(world, "office");
        var drawn = world.seams().board(boards, world);
        new FeedConnection(world, hub, boardLink, Life.ENDLESS, new View(View.Kind.BOARD, 0), drawn).connect();
    }

    private SimKiosk kiosk(String name, String identity) {
        return new SimKiosk(world, hub, promises, papers, name, identity);
    }

    SimHub hub() {
        return hub;
    }

    Promises promises() {
        return promises;
    }

    List<SimKiosk> kiosks() {
        return kiosks;
    }

    List<ClerkAtWork> clerks() {
        return clerks;
    }

    List<TabletAtCounter> tablets() {
        return tablets;
    }

    Mishaps mishaps() {
        return mishaps;
    }

    Truth truth() {
        return truth;
    }

    /** The network of each device but the manager's. */
    List<Link> links() {
        var links = new ArrayList<Link>();
        kiosks.forEach(kiosk -> links.add(kiosk.link()));
        clerks.forEach(clerk -> links.add(clerk.link()));
        tablets.forEach(tablet -> links.add(tablet.link()));
        links.add(boardLink);
        links.add(entrance.link());
        return links;
    }

    /** The manager opens the day, asking until it is open. */
    void openDay() {
        entrance.newDay();
        closing = false;
        var before = truth.history().day();
        var wasOpen = truth.history().isOpen();
        new HubAsked(world, hub, office)
                .until(
                        "open the day",
                        (hall, now) -> hall.openDay(MANAGER, now),
                        () -> truth.history().isOpen()
                                && !(wasOpen && truth.history().day().equals(before)));
        entrance.shut(false);
        clerks.forEach(clerk -> clerk.rests(false));
    }

    /** After a restore that took the hall back to another day. */
    void openToday() {
        new HubAsked(world, hub, office)
                .until(
                        "open today",
                        (hall, now) -> hall.openDay(MANAGER, now),
                        () -> truth.history().isOpen()
                                && !truth.history()
                                        .day()
                                        .isBefore(LocalDate.ofInstant(
                                                world.scheduler().trueTime(), HallRules.ZONE)));
    }

    /** No more visitors; clerks finish who is there. */
    void shut() {
        entrance.shut(true);
        clerks.forEach(clerk -> clerk.rests(true));
    }

    /** The hub listens to one of two kiosks of one name; once that is turned off, the other says what it has to say. */
    boolean retiresATwin() {
        var isAnyBarred = kiosks.stream().anyMatch(SimKiosk::isBarred);
        if (!isAnyBarred) return false;
        world.trace().note("world", "one of two kiosks is taken away");
        kiosks.stream().filter(kiosk -> kiosk.isTwin() && !kiosk.isBarred()).forEach(SimKiosk::turnOff);
        return true;
    }

    void closeDay() {
        closing = true;
        new HubAsked(world, hub, office)
                .until(
                        "close the day",
                        (hall, now) -> hall.closeDay(MANAGER, now),
                        () -> !closing || !truth.history().isOpen());
    }

    /** What must hold after every event, whatever it was; the rest is checked where it happens. */
    void checkNow() {
        hub.checkNow();
    }

    /** What must hold once all is calm. */
    void checkSettled() {
        hub.checkReports();
        hub.checkStore();
        promises.check();
        papers.checkSettled(unwanted(), heldByNobody());
        boards.checkSettled();
        clerks.forEach(clerk -> clerk.screen().checkSettled());
        kiosks.forEach(this::checkOutbox);
        tablets.forEach(tablet -> world.verdict()
                .unless(tablet.unsent() == 0, Invariant.S9, () -> tablet.unsent() + " votes never reached the hub"));
    }

    /** Nothing is left that a visitor may still be called by, and nobody knows of. */
    private void checkOutbox(SimKiosk kiosk) {
        kiosk.intents().stream()
                .filter(intent -> intent.isOffline() ? waits(intent) : intent.state() == Intent.State.PENDING)
                .forEach(intent -> world.verdict().broken(Invariant.S6, "the outbox still holds " + intent));
    }

    private boolean waits(Intent intent) {
        return intent.given().upload() == Given.Upload.WAITING && !isOfAForgottenDay(intent);
    }

    /** A clock that ran ahead had opened tomorrow, and a restore lost that: the kiosk waits for that day. */
    private boolean isOfAForgottenDay(Intent intent) {
        var day = intent.given().day();
        return truth.forgotten().hasDay(day) && day.isAfter(truth.history().day());
    }

    /** Its day was over when the hub heard of it, be that lost or not, or a restore lost its block. */
    private boolean isRefusedWithReason(Intent intent) {
        var day = intent.given().day();
        return intent.given().upload() == Given.Upload.REFUSED
                && (day.isBefore(truth.history().day())
                        || truth.forgotten().hasDayAfter(day)
                        || isOfALostBlock(intent));
    }

    private boolean isOfALostBlock(Intent intent) {
        var number = TicketNumber.parse(intent.receipt().number()).orElseThrow();
        return truth.forgotten()
                .hasLeaseOf(intent.request().service(), number, intent.given().epoch());
    }

    private Set<String> unwanted() {
        return kiosks.stream()
                .flatMap(kiosk -> kiosk.intents().stream())
                .filter(Intent::isOffline)
                .filter(intent -> isRefusedWithReason(intent) || isOfAForgottenDay(intent))
                .map(intent -> intent.receipt().token())
                .collect(Collectors.toSet());
    }

    /**
     * Keys whose tickets nobody may hold, with reason: staff knows so, or the visitor holds a number of the kiosk's own, of a day
     * that a restore forgot, so that the kiosk cannot tell the hub yet.
     */
    private Set<String> heldByNobody() {
        var keys = new HashSet<>(entrance.refusedAfterSilence());
        kiosks.stream()
                .flatMap(kiosk -> kiosk.intents().stream())
                .filter(intent -> isKnownToStaff(intent)
                        || intent.isOffline() && (isOfAForgottenDay(intent) || wasTakenBackTooLate(intent)))
                .forEach(intent -> keys.add(intent.key()));
        return keys;
    }

    /** The kiosk warns of a paper that the hub does not want; its other number was at a counter by then. */
    private boolean wasTakenBackTooLate(Intent intent) {
        return intent.given().upload() == Given.Upload.REFUSED
                && truth.history().since(0).stream()
                        .anyMatch(step -> step.kind() == Step.Kind.STARTED
                                && step.ticket().key().equals(intent.key()));
    }

    private static boolean isKnownToStaff(Intent intent) {
        return switch (intent.state()) {
            case TOO_LATE, NOT_PRINTED -> true;
            case PENDING, ISSUED, PRINTED, REFUSED, VOIDED -> false;
        };
    }
}
