package vn.luot.hub.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One centre's day in memory. It decides steps and changes only by {@link #apply}: the same steps give the same hall.
 * It knows no clock, no store and no threads; one thread at a time may use it. What is legal when is in {@link Verb}.
 */
public final class Hall {
    private final DayBook book;
    private final Days days;
    private final Issuing issuing;
    private final Serving serving;
    private final Visits visits;
    private final Upkeep upkeep;
    private final Votes votes;

    /** A hall whose plan never changes. */
    public Hall(Rules rules) {
        this(any -> rules);
    }

    public Hall(RuleBook rules) {
        book = new DayBook(rules);
        days = new Days(book);
        issuing = new Issuing(book);
        serving = new Serving(book);
        visits = new Visits(book);
        upkeep = new Upkeep(book);
        votes = new Votes(book);
    }

    // The day and its counters.

    /**
     * Opens today's business day; a day that nobody closed ends with it. A clock that went back does not take the hall
     * back.
     */
    public Decision openDay(Actor actor, Instant now) {
        return days.open(actor, now);
    }

    /** Closes the business day; whoever still waits goes unserved. Refused while somebody is called or served. */
    public Decision closeDay(Actor actor, Instant now) {
        return days.close(actor, now);
    }

    /** What the hours of the services ask for now: the day to be opened or closed; mostly nothing. */
    public Optional<Decision> keepHours(Actor clock, Instant now) {
        return days.keepHours(clock, now);
    }

    /** A clerk sits down at a counter, or comes back to it. */
    public Decision openCounter(int counter, Actor clerk, Instant now) {
        return days.openCounter(counter, clerk, now);
    }

    /** The clerk leaves a free counter for a while, and says why. */
    public Decision pauseCounter(int counter, String why, Actor clerk, Instant now) {
        return days.pauseCounter(counter, why, clerk, now);
    }

    /** The clerk, or a supervisor for a clerk who left, closes a counter where nobody is called or served. */
    public Decision closeCounter(int counter, Actor actor, Instant now) {
        return days.closeCounter(counter, actor, now);
    }

    // Its plan.

    /**
     * Puts the next version of the plan in force, in the middle of a day, too.
     *
     * @param version one more than {@link #plan}, else somebody else was faster
     * @param next what the rule book says of it
     */
    public Decision changePlan(int version, Rules next, Actor actor, Instant now) {
        return new PlanChange(book, next, now).decide(version, actor);
    }

    /** What speaks against going by {@code next} from {@code now} on: nobody may lose a place, or get another's number. */
    public List<Objection> objections(Rules next, Instant now) {
        return new PlanChange(book, next, now).objections();
    }

    // Tickets.

    /** Gives the next number of a service; the same key gets the same ticket again. */
    public Decision issue(TicketOrder wish, Actor actor, Instant now) {
        return issuing.issue(wish, Duration.ZERO, actor, now);
    }

    /** The same, unless the wait to expect for the service would pass its closing time. */
    public Decision issue(TicketOrder wish, Duration expectedWait, Actor actor, Instant now) {
        return issuing.issue(wish, expectedWait, actor, now);
    }

    /**
     * Gives a kiosk a block of up to {@code count} numbers for when it does not reach the hub; the same key gets the same
     * block again.
     */
    public Decision lease(String service, int count, int epoch, String key, Actor kiosk, Instant now) {
        return issuing.lease(service, count, epoch, key, kiosk, now);
    }

    /**
     * After a restore during the day: the numbers that the store may have given since the backup, and forgotten, are given to
     * nobody, so that none is on the papers of two visitors. To be asked for at every start; mostly nothing is to be done.
     *
     * @param epoch which life of its store the hub is in
     */
    public Decision passOver(int epoch, Actor actor, Instant now) {
        return issuing.passOver(epoch, actor, now);
    }

    /** Takes in a ticket that a kiosk gave from its block. */
    public Decision takeIn(TicketOrder wish, GivenOffline given, Actor kiosk, Instant now) {
        return issuing.takeIn(wish, given, kiosk, now);
    }

    /** Serves somebody without a ticket at once, under the next number of the service. */
    public Decision walkIn(int counter, TicketOrder wish, Actor clerk, Instant now) {
        return issuing.walkIn(counter, wish, clerk, now);
    }

    /** Takes back the ticket of a key; an unknown key is remembered, so that it never gets one. */
    public Decision voidKey(String key, Actor actor, Instant now) {
        return issuing.voidKey(key, actor, now);
    }

    /** Notes that the same number is printed once more. */
    public Decision reprint(long ticket, Actor actor, Instant now) {
        return issuing.reprint(ticket, actor, now);
    }

    // At a counter. What is shown is the id of the ticket that the clerk saw; 0 when the clerk's device does not say.

    /** Calls the next one who waits for this counter. */
    public Decision callNext(int counter, Actor clerk, Instant now) {
        return serving.callNext(counter, clerk, now);
    }

    /** Calls somebody out of turn, who waits or is held; {@code why} is kept for the record. */
    public Decision callChosen(int counter, long ticket, String why, Actor clerk, Instant now) {
        return serving.callChosen(counter, ticket, why, clerk, now);
    }

    /** Calls the called one again. */
    public Decision recall(int counter, long shown, Actor clerk, Instant now) {
        return serving.recall(counter, shown, clerk, now);
    }

    /** The called one has come. */
    public Decision start(int counter, long shown, Actor clerk, Instant now) {
        return serving.start(counter, shown, clerk, now);
    }

    /** The visit is done, with nothing to add. */
    public Decision finish(int counter, long shown, Actor clerk, Instant now) {
        return serving.finish(counter, shown, Finish.PLAIN, clerk, now);
    }

    /** The visit is done; when another service follows, the same number waits for it. */
    public Decision finish(int counter, long shown, Finish how, Actor clerk, Instant now) {
        return serving.finish(counter, shown, how, clerk, now);
    }

    /** The called one did not come. */
    public Decision noShow(int counter, long shown, Actor clerk, Instant now) {
        return serving.noShow(counter, shown, clerk, now);
    }

    /** Puts the visit aside, say to fetch a missing paper; the counter is free meanwhile. */
    public Decision hold(int counter, long shown, String why, Actor clerk, Instant now) {
        return serving.hold(counter, shown, why, clerk, now);
    }

    /** Goes on, at a free counter, with a visit that was put aside. */
    public Decision resume(int counter, long ticket, Actor clerk, Instant now) {
        return serving.resume(counter, ticket, clerk, now);
    }

    // Wherever the ticket is. At a counter only its clerk or a supervisor may.

    /** Sends somebody back into the line, at the old place; who missed the call may come back for a while. */
    public Decision giveBack(long ticket, String why, Actor actor, Instant now) {
        return visits.giveBack(ticket, why, actor, now);
    }

    /** Sends somebody to another service, on the same number. */
    public Decision transferToService(long ticket, String service, String why, Actor actor, Instant now) {
        return visits.transferToService(ticket, service, why, actor, now);
    }

    /** Sends somebody to one counter, on the same number; no other will call it. */
    public Decision transferToCounter(long ticket, int counter, String why, Actor actor, Instant now) {
        return visits.transferToCounter(ticket, counter, why, actor, now);
    }

    /** Another service follows on the same number. */
    public Decision addFurther(long ticket, String service, Actor actor, Instant now) {
        return visits.addFurther(ticket, service, actor, now);
    }

    /** The holder is not ready and lets those go first who came in the next minutes; a few times only. */
    public Decision pushBack(long ticket, Actor actor, Instant now) {
        return visits.pushBack(ticket, actor, now);
    }

    /** The holder says that it has priority: a person is to look. */
    public Decision askPriority(long ticket, Actor actor, Instant now) {
        return visits.askPriority(ticket, actor, now);
    }

    /** Somebody looked; {@code priorityClass} is absent for an ordinary visitor after all. The place stays. */
    public Decision decidePriority(long ticket, String priorityClass, Actor actor, Instant now) {
        return visits.decidePriority(ticket, priorityClass, actor, now);
    }

    /** The holder gives up. */
    public Decision cancel(long ticket, String why, Actor actor, Instant now) {
        return visits.cancel(ticket, why, actor, now);
    }

    /** Keeps the one vote of a served ticket; the same key with the same vote is the vote sent again. */
    public Decision rate(String token, Rating vote, Actor actor, Instant now) {
        return votes.rate(token, vote, actor, now);
    }

    /** A vote that was wrong does not count any more; its ticket gets no other one. */
    public Decision voidVote(long ticket, String why, Actor actor, Instant now) {
        return votes.makeVoid(ticket, why, actor, now);
    }

    // Hardware.

    /** A device tells of all the hardware that hangs on it, whether a business day is open or not. */
    public Decision report(String device, List<Hardware> parts, Actor actor, Instant now) {
        return upkeep.report(device, parts, actor, now);
    }

    /** A device is silent: whatever hangs on it cannot be reached. */
    public Decision silenced(String device, Actor actor, Instant now) {
        return upkeep.silenced(device, actor, now);
    }

    /**
     * Changes the hall.
     *
     * @throws IllegalArgumentException when {@code step} is not the next one
     */
    public void apply(Step step) {
        book.apply(step);
    }

    // What can be seen.

    /** The last step taken; 0 before the first. */
    public long seq() {
        return book.seq();
    }

    /** The version of the plan in force. */
    public int plan() {
        return book.plan();
    }

    public Rules rules() {
        return book.rules;
    }

    /** The open business day. */
    public Optional<LocalDate> day() {
        return book.dayOpen() ? Optional.of(book.latestDay()) : Optional.empty();
    }

    public Optional<Ticket> ticket(long id) {
        return book.ticket(id);
    }

    public Optional<Ticket> byToken(String token) {
        return book.byToken(token);
    }

    /** The day's tickets, in no order. */
    public Collection<Ticket> tickets() {
        return book.tickets();
    }

    /** All counters, by number. */
    public Collection<Counter> counters() {
        return book.counters();
    }

    public Optional<Counter> counter(int id) {
        return book.counter(id);
    }

    public int waiting(String service) {
        return book.order.waiting(service);
    }

    /** The blocks that a kiosk was given today, in their order. */
    public List<Lease> leasesOf(Actor kiosk) {
        return book.numbers.leasesOf(kiosk.name());
    }

    /** How many numbers a service has left when that is few: an alarm; empty while there are enough, or no day is open. */
    public Optional<Integer> fewNumbersLeft(String service) {
        return book.service(service)
                .filter(known -> book.dayOpen())
                .filter(book::isRunningOut)
                .map(book::left);
    }

    /** How many of the same service stand before a waiting ticket. */
    public int ahead(Ticket ticket) {
        return ticket.state() == Ticket.State.WAITING ? book.order.ahead(ticket) : 0;
    }

    /** What {@link Waits} are found from. */
    public HallPicture picture(Instant now) {
        var counters = book.counters();
        var busy = counters.stream().flatMap(counter -> book.ticket(counter.ticket()).stream());
        return new HallPicture(seq(), now, rules(), book.order.all(), counters, busy.toList());
    }

    /** The step that called a ticket last, recalls aside: it says why. */
    public Optional<Step> callOf(long ticket) {
        return book.callOf(ticket);
    }

    /** All hardware that is known, by device and name. */
    public List<Hardware.Known> hardware() {
        return book.machinery.all();
    }

    /** What did or does not work, newest first. */
    public List<Hardware.Alarm> alarms() {
        return book.machinery.alarms();
    }

    /** The tickets called last, newest first, each as it was when it was called. */
    public List<Ticket> lastCalls() {
        return book.lastCalls();
    }

    /** Whether a ticket for a service of the plan would be within its hours. */
    public boolean isOpen(String service, Instant now) {
        return book.service(service).filter(known -> book.isOpen(known, now)).isPresent();
    }

    /** Whether anybody would get a ticket of {@code service} now: it is open, and some are left. */
    public boolean gives(String service, Instant now) {
        return isOpen(service, now) && book.service(service).map(book::left).orElse(0) > 0;
    }

    /** When {@code service} gives tickets next, in the hall's local time; once all of today's are given, on another day. */
    public Optional<LocalDateTime> opensAt(String service, Instant now) {
        return book.service(service).flatMap(known -> book.opensAt(known, now));
    }
}
