package vn.luot.sim.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Finish;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Role;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.sim.bench.WaitCentre.Span;
import vn.luot.sim.hall.Demand;

/** One day of a centre, played on the real hall: who comes, what clerks do, and how long it truly takes. */
final class WaitDay {
    private static final int VISITORS = 290;
    private static final int TICK = 3;
    /** From when everybody helps who is still in the house. */
    private static final int LAST_HELP = WaitCentre.EVENING + 1_800;

    private static final int LAST_TICK = WaitCentre.hour(24);
    private static final double PRIORITY = 0.08;
    private static final double GIVES_UP = 0.02;
    private static final List<String> CLASSES =
            List.of("elderly", "elderly", "pregnant", "disabled", "war-invalid", "small-child");
    /** Of a day's visitors, by the half hour; none come at noon. */
    private static final double[] HALF_HOURS = {
        1.5, 1.6, 1.5, 1.3, 1.1, 1.0, 0.8, 0.5, 0, 0, 0, 0, 1.1, 1.1, 1.0, 0.9, 0.7, 0.5, 0.25
    };

    private static final Actor KIOSK = new Actor(Role.KIOSK, "K1", "K1");
    private static final Actor MANAGER = new Actor(Role.MANAGER, "hoa", "hoa");
    private static final Demand DEMAND = Demand.ofHuongTra();

    /** Sees the day as it goes. */
    interface Watch {
        /** Somebody is about to take a ticket. */
        void comes(Hall hall, TicketOrder wish, Instant now);

        void took(Step step);
    }

    private final WaitCentre centre;
    private final DayKind kind;
    private final Hall hall;
    private final Random chance;
    private final Watch watch;
    private final Instant midnight;
    private final int slowFrom;
    private final List<Clerk> clerks = new ArrayList<>();
    private final PriorityQueue<GivingUp> givingUp = new PriorityQueue<>(Comparator.comparingInt(GivingUp::at));

    private record GivingUp(int at, long ticket) {}

    WaitDay(WaitCentre centre, DayKind kind, Hall hall, LocalDate date, Random chance, Watch watch) {
        this.centre = centre;
        this.kind = kind;
        this.hall = hall;
        this.chance = chance;
        this.watch = watch;
        this.midnight = date.atStartOfDay(centre.rules.zone()).toInstant();
        this.slowFrom = WaitCentre.MORNING + chance.nextInt(10_800);
        hall.counters().forEach(counter -> clerks.add(new Clerk(counter.id())));
    }

    void play() {
        take(hall.openDay(MANAGER, at(WaitCentre.MORNING - 600)));
        var comings = comings();
        var next = 0;
        for (var time = WaitCentre.MORNING - 600; time < LAST_TICK && !isOver(time); time += TICK) {
            while (next < comings.size() && comings.get(next) <= time) {
                comes(time);
                next++;
            }
            leave(time);
            if (time % 600 == 0 && kind.staffChanges) fetchWhoCanBeSpared(time);
            for (var clerk : clerks) clerk.work(time);
        }
        take(hall.closeDay(MANAGER, at(LAST_TICK)));
    }

    private boolean isOver(int time) {
        return time > WaitCentre.EVENING
                && hall.tickets().stream().noneMatch(ticket -> switch (ticket.state()) {
                    case WAITING, CALLED, SERVING -> true;
                    case HELD, SERVED, NO_SHOW, CANCELLED, VOIDED, UNSERVED -> false;
                });
    }

    private List<Integer> comings() {
        var total = 0.0;
        for (var weight : HALF_HOURS) total += weight;
        var visitors = VISITORS * kind.crowd * Math.exp(0.12 * chance.nextGaussian());
        var comings = new ArrayList<Integer>();
        for (var half = 0; half < HALF_HOURS.length; half++) {
            var early = kind == DayKind.RUSH && half < 4 ? 1.35 : 1;
            var rate = visitors * early * HALF_HOURS[half] / total / 1_800;
            var from = WaitCentre.MORNING + half * 1_800;
            for (var time = from + gap(rate); time < from + 1_800; time += gap(rate)) comings.add((int) time);
        }
        return comings;
    }

    private double gap(double rate) {
        return -Math.log(1 - chance.nextDouble()) / rate;
    }

    private void comes(int time) {
        var service = DEMAND.next(WaitCentre.PLAN, chance).id();
        var priority = chance.nextDouble() < PRIORITY ? CLASSES.get(chance.nextInt(CLASSES.size())) : null;
        var key = "key-of-a-visitor-" + hall.seq();
        var wish = new TicketOrder(key, 1, "token-" + hall.seq(), service, priority, "vi", 1);
        watch.comes(hall, wish, at(time));
        if (hall.issue(wish, KIOSK, at(time)) instanceof Step step) {
            take(step);
            if (chance.nextDouble() < GIVES_UP) {
                givingUp.add(new GivingUp(
                        time + 300 + chance.nextInt(3_000), step.ticket().id()));
            }
        }
    }

    private void leave(int time) {
        while (!givingUp.isEmpty() && givingUp.peek().at() <= time) {
            var id = givingUp.poll().ticket();
            var waits = hall.ticket(id).filter(ticket -> ticket.state() == Ticket.State.WAITING);
            if (waits.isPresent()) take(hall.cancel(id, null, MANAGER, at(time)));
        }
    }

    /** Somebody from the back office opens a land counter while the line is long. */
    private void fetchWhoCanBeSpared(int time) {
        if (time > WaitCentre.NOON - 1_800 && time < WaitCentre.AFTERNOON || time > WaitCentre.EVENING) return;
        for (var land : clerks.subList(2, 4)) {
            var waiting = hall.waiting("dat-dai.nop") + hall.waiting("dat-dai.nhan");
            if (waiting > 14 && !land.isOnDuty(time) && chance.nextDouble() < 0.35) {
                land.spans.add(new Span(time, time + 2_400 + chance.nextInt(3_600)));
                return;
            }
        }
    }

    private void take(Decision decision) {
        var steps = decision instanceof Decision.Steps several ? several.steps() : List.of((Step) decision);
        for (var step : steps) {
            hall.apply(step);
            watch.took(step);
        }
    }

    private Instant at(int time) {
        return midnight.plusSeconds(time);
    }

    /** Works by the own habit and the day's whims. */
    private final class Clerk {
        private final Actor actor;
        private final int id;
        private final List<Span> spans = new ArrayList<>();
        private final List<Span> breaks = new ArrayList<>();
        private int busyUntil;
        private boolean missing;

        private Clerk(int id) {
            this.id = id;
            this.actor = new Actor(Role.CLERK, "clerk-" + id, "Clerk " + id);
            for (var span : centre.habit(id)) spans.add(shifted(span, kind.staffChanges ? 480 : 120));
            if (kind.staffChanges) whims();
        }

        private Span shifted(Span span, int deviation) {
            return new Span(span.from() + Math.max(-300, (int) (deviation * chance.nextGaussian())), span.to());
        }

        /** Some are away for half a day where a colleague is left, most take a break or two. */
        private void whims() {
            if ((id == 2 || id == 3 || id == 4 || id == 6) && chance.nextDouble() < 0.15)
                spans.remove(chance.nextInt(spans.size()));
            var count = chance.nextInt(3);
            for (var i = 0; i < count; i++) {
                var from = WaitCentre.MORNING + 3_600 + chance.nextInt(8 * 3_600 - 1_800);
                breaks.add(new Span(from, from + 300 + chance.nextInt(1_500)));
            }
        }

        private boolean isOnDuty(int time) {
            return spans.stream().anyMatch(span -> span.contains(time))
                    && breaks.stream().noneMatch(span -> span.contains(time));
        }

        /** Nobody is sent home in the evening; at noon that is a matter of habit. */
        private boolean worksOn(Counter counter, int time) {
            var noon = time >= WaitCentre.NOON && time < WaitCentre.NOON + centre.overtime;
            var isThere = counter.state() == Counter.State.OPEN;
            return (noon && isThere || time >= WaitCentre.EVENING && (isThere || time >= LAST_HELP)) && somebodyWaits();
        }

        private boolean somebodyWaits() {
            return centre.rules.counters().get(id).stream().anyMatch(service -> hall.waiting(service) > 0);
        }

        private void work(int time) {
            if (busyUntil > time) return;
            var counter = hall.counter(id).orElseThrow();
            if (counter.ticket() != 0) {
                done(counter, time);
            } else if (!isOnDuty(time) && !worksOn(counter, time)) {
                rest(counter, time);
            } else if (counter.state() != Counter.State.OPEN) {
                take(hall.openCounter(id, actor, at(time)));
            } else if (hall.callNext(id, actor, at(time)) instanceof Step called) {
                take(called);
                missing = chance.nextDouble() < kind.missing;
                busyUntil = time + (missing ? 50 + chance.nextInt(100) : serviceTime(called.ticket(), time));
            }
        }

        private int serviceTime(Ticket ticket, int time) {
            var spread = kind == DayKind.SLOW && time < slowFrom ? kind.spread(chance) / 1.35 : kind.spread(chance);
            return (int) Math.max(20, centre.mean(ticket.service()) * centre.pace(id) * spread);
        }

        private void done(Counter counter, int time) {
            if (missing) {
                take(hall.noShow(id, 0, actor, at(time)));
            } else {
                var ticket = hall.ticket(counter.ticket()).orElseThrow();
                if (ticket.service().equals("dat-dai.nop") && chance.nextDouble() < kind.further) {
                    take(hall.addFurther(ticket.id(), "giao-dich-bao-dam.nhan", actor, at(time)));
                }
                take(hall.finish(id, 0, Finish.PLAIN, actor, at(time)));
            }
            busyUntil = time + (int) (8 + 14 * Math.exp(0.8 * chance.nextGaussian()));
        }

        private void rest(Counter counter, int time) {
            if (counter.state() != Counter.State.OPEN) return;
            var isBreak = breaks.stream().anyMatch(span -> span.contains(time));
            take(isBreak ? hall.pauseCounter(id, "nghỉ", actor, at(time)) : hall.closeCounter(id, actor, at(time)));
        }
    }
}
