package vn.luot.sim.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.luot.hub.desk.View;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;
import vn.luot.kiosk.HubTickets;
import vn.luot.kiosk.Intent;
import vn.luot.kiosk.KioskLoop;
import vn.luot.kiosk.KioskTickets;
import vn.luot.kiosk.OfflineBudget;
import vn.luot.kiosk.TakeResult;
import vn.luot.kiosk.Touch;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketLayout;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.StepView;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** A kiosk's PC: its disk and clock, and the real way to a ticket, which lives until it is killed. */
final class SimKiosk {
    /** The name that two kiosks may have. */
    static final String TWIN = "K1";

    private static final OfflineBudget BUDGET = new OfflineBudget(8, Duration.ofHours(1));

    private static final TicketLayout TEMPLATE = TicketLayout.ofPlan();

    private final World world;
    private final SimHub hub;
    private final HubDoor door;
    private final Promises promises;
    private final Link link;
    private final PaperPrinter printer;
    private final String name;
    private final Actor actor;
    private final KioskDisk disk = new KioskDisk();
    private final WallClock clock;
    private Life life = new Life();
    private KioskTickets tickets;
    private HallView hallView;
    private boolean barred;
    private KioskDisk.Point killAt;
    private boolean killWhenPaperIsOut;
    private boolean killWhenItAsks;

    /**
     * @param name of the machine
     * @param identity of its token; two machines may have the same
     */
    SimKiosk(World world, SimHub hub, Promises promises, Papers papers, String name, String identity) {
        this.world = world;
        this.hub = hub;
        this.door = new HubDoor(world, hub);
        this.promises = promises;
        this.name = name;
        this.actor = new Actor(Role.KIOSK, identity, identity);
        this.link = new Link(world, name);
        this.printer = new PaperPrinter(world, name, papers);
        this.clock = new WallClock(world.scheduler());
        life.end();
        papers.know(this::dayOf);
        printer.whenOut(this::paperIsOut);
    }

    private Optional<LocalDate> dayOf(String token) {
        return disk.intents().stream()
                .filter(Intent::isOffline)
                .filter(intent -> intent.receipt().token().equals(token))
                .map(intent -> intent.given().day())
                .findFirst();
    }

    private void paperIsOut() {
        if (!killWhenPaperIsOut) return;
        killWhenPaperIsOut = false;
        kill("with the paper out");
    }

    Link link() {
        return link;
    }

    PaperPrinter printer() {
        return printer;
    }

    WallClock clock() {
        return clock;
    }

    boolean isUp() {
        return !life.isOver();
    }

    /** Whether the hub does not let it in, because another one has its name. */
    boolean isBarred() {
        return barred;
    }

    /** Whether it has its name from one that was copied. */
    boolean isTwin() {
        return actor.name().equals(TWIN);
    }

    /** All it was ever asked for. */
    List<Intent> intents() {
        return disk.intents();
    }

    void boot() {
        if (isUp()) return;
        life = new Life();
        hallView = null;
        world.trace().note(name, "boots");
        var mine = life;
        var program = world.luck().name("program");
        var paper = world.seams().printer(ticketPrinter(mine), world);
        var asked = world.seams().hubTickets(hubTickets(mine, program), paper, world);
        var outbox = world.seams().outbox(disk.outbox(point -> pass(mine, point)), disk, world);
        tickets = new KioskTickets(
                asked,
                paper,
                outbox,
                TEMPLATE,
                BUDGET,
                loop(mine),
                () -> world.luck().name("lease"),
                standing -> {});
        tickets.start();
        FeedConnection.Admission hello = (feed, told) -> hub.admit(actor.name(), program, feed, told);
        new FeedConnection(world, hub, link, mine, view(), new Ears(mine), hello).connect();
    }

    private static View view() {
        return new View(View.Kind.KIOSK, 0);
    }

    void kill(String how) {
        if (!isUp()) return;
        world.trace().note(name, "is killed " + how);
        turnOff();
        world.after(world.luck().between(500, 8_000), this::boot);
    }

    /** For good. */
    void turnOff() {
        life.end();
        disk.crash();
        killAt = null;
    }

    void killWhenPaperIsOut() {
        killWhenPaperIsOut = true;
    }

    /** Its request for a ticket is on the way then, often for long, and nobody will hear the answer. */
    void killWhenItAsks() {
        killWhenItAsks = true;
    }

    /** Nothing waits any more for the right moment. */
    void becomesCalm() {
        killAt = null;
        killWhenPaperIsOut = false;
        killWhenItAsks = false;
        clock.set(0);
        printer.becomes(0, false);
    }

    void killAtNext(KioskDisk.Point point) {
        killAt = point;
    }

    private void pass(Life mine, KioskDisk.Point point) {
        if (mine.isOver()) throw new Killed("before");
        if (killAt != point) return;
        kill("at " + point);
        throw new Killed("at " + point);
    }

    /** A visitor touches a service; {@code told} hears how it ended, if the kiosk lives to say it. */
    void touch(Touch touch, Consumer<TakeResult> told) {
        if (!isUp()) return;
        var mine = life;
        tickets.take(touch).thenAccept(result -> {
            if (!mine.isOver()) told.accept(result);
        });
    }

    private KioskLoop loop(Life mine) {
        return new KioskLoop() {
            @Override
            public void execute(Runnable task) {
                world.scheduler().after(0, mine, task);
            }

            @Override
            public void after(Duration delay, Runnable task) {
                world.scheduler().after(delay.toMillis(), mine, task);
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public Duration uptime() {
                return Duration.ofMillis(world.scheduler().uptime());
            }
        };
    }

    private HubTickets hubTickets(Life mine, String program) {
        return new HubTickets() {
            @Override
            public CompletableFuture<TicketReceipt> issue(String key, TicketRequest request) {
                if (killWhenItAsks) {
                    killWhenItAsks = false;
                    if (world.luck().in(0.5)) link.holdUpNext();
                    world.after(0, () -> kill("while it asks"));
                }
                return ask(mine, program, () -> door.issue(key, request, null, actor))
                        .thenApply(receipt -> {
                            promises.number(key, receipt.number());
                            return receipt;
                        });
            }

            @Override
            public CompletableFuture<Void> makeVoid(String key) {
                return ask(mine, program, () -> door.makeVoid(key, actor)).thenApply(done -> {
                    promises.voided(key);
                    return done;
                });
            }

            @Override
            public CompletableFuture<BlocksView> blocks() {
                return ask(mine, program, () -> door.blocks(actor));
            }

            @Override
            public CompletableFuture<NumberBlock> lease(String key, BlockRequest wish) {
                return ask(mine, program, () -> door.lease(key, wish, actor));
            }

            @Override
            public CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket) {
                return ask(mine, program, () -> door.takeIn(key, ticket, actor)).thenApply(receipt -> {
                    promises.givenOffline(key, receipt.number());
                    return receipt;
                });
            }

            @Override
            public CompletableFuture<Void> noteReprint(Reprint reprint) {
                return ask(mine, program, () -> door.noteReprint(reprint, actor));
            }
        };
    }

    /** As a program that names itself; the hub listens to one of this kiosk's only. */
    private <T> CompletableFuture<T> ask(Life mine, String program, Supplier<CompletableFuture<T>> atHub) {
        return link.ask(
                mine, () -> hub.isUp() && hub.isAnother(actor.name(), program) ? HubDoor.kioskTwice() : atHub.get());
    }

    private TicketPrinter ticketPrinter(Life mine) {
        return new TicketPrinter() {
            @Override
            public CompletableFuture<PrinterState> look() {
                return printer.look(mine);
            }

            @Override
            public CompletableFuture<PrintOutcome> print(List<PrintLine> ticket) {
                if (mine.isOver()) throw new Killed("before");
                return printer.print(ticket, mine);
            }
        };
    }

    /** Does with the hub's news what the kiosk's program does. */
    private final class Ears implements HubLink.Listener {
        private final Life mine;

        Ears(Life mine) {
            this.mine = mine;
        }

        @Override
        public void connected(HallView hall) {
            world.trace().note(name, "is let in");
            hallView = hall;
            barred = false;
            learnPlan();
        }

        private void learnPlan() {
            link.ask(mine, () -> CompletableFuture.completedFuture(world.hall().plan()))
                    .whenComplete((fresh, fault) -> {
                        if (fault == null) tickets.reached(fresh, hallView.day());
                        else world.scheduler().after(2_000, mine, this::learnPlan);
                    });
        }

        @Override
        public void stepped(HallView after, StepView step, boolean live) {
            var dayIsAnother = !Objects.equals(hallView.day(), after.day());
            hallView = after;
            if (dayIsAnother) tickets.dayIs(after.day());
        }

        @Override
        public void beat(OffsetDateTime at) {
            tickets.heard(at.toInstant());
        }

        @Override
        public void lost(String reason) {
            world.trace().note(name, "has no hub: " + reason);
            tickets.lost();
        }

        @Override
        public void refused(FeedMessage.Refused refusal) {
            world.trace().note(name, "is not let in: " + refusal.code());
            barred = true;
            tickets.lost();
            tickets.barred(new Text(refusal.messageVi(), refusal.messageEn()));
        }
    }
}
