package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.luot.hub.queue.Counter;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Ticket;

/** A hall, line by line, so that two can be compared. */
final class HallDump {
    private HallDump() {}

    static List<String> of(Hall hall) {
        var day = hall.day().map(Object::toString).orElse("closed");
        var calls = hall.lastCalls().stream().map(HallDump::call).toList();
        return lines(hall.seq(), day, hall.tickets(), hall.counters(), calls);
    }

    static List<String> of(History history) {
        var day = history.isOpen() ? history.day().toString() : "closed";
        var picture = history.picture(history.seq()).orElseThrow();
        return lines(history.seq(), day, history.today(), history.counters(), picture.calls());
    }

    /** The same as comparing the lines, and much faster. */
    static boolean isSame(Hall hall, History history) {
        var day = history.isOpen() ? history.day() : null;
        return hall.seq() == history.seq()
                && Objects.equals(hall.day().orElse(null), day)
                && hasSameTickets(hall, history)
                && hasSameCounters(hall, history)
                && hasSameCalls(hall, history);
    }

    private static boolean hasSameTickets(Hall hall, History history) {
        var tickets = hall.tickets();
        if (tickets.size() != history.today().size()) return false;
        for (var ticket : tickets) {
            if (!isSame(ticket, history.today(ticket.id()))) return false;
        }
        return true;
    }

    private static boolean hasSameCounters(Hall hall, History history) {
        for (var counter : history.counters()) {
            if (!counter.equals(hall.counter(counter.id()).orElse(null))) return false;
        }
        return true;
    }

    private static boolean hasSameCalls(Hall hall, History history) {
        var calls = hall.lastCalls();
        var due = history.picture(history.seq()).orElseThrow().calls();
        if (calls.size() != due.size()) return false;
        for (var i = 0; i < calls.size(); i++) {
            if (!call(calls.get(i)).equals(due.get(i))) return false;
        }
        return true;
    }

    private static boolean isSame(Ticket one, Ticket other) {
        return one == other || one.equals(other);
    }

    private static String call(Ticket ticket) {
        return ticket.number() + " > " + ticket.counter();
    }

    private static List<String> lines(
            long seq, String day, Collection<Ticket> tickets, Collection<Counter> counters, List<String> calls) {
        var lines = new ArrayList<String>();
        lines.add("step " + seq + ", day " + day);
        tickets.stream().sorted(Comparator.comparingLong(Ticket::id)).forEach(ticket -> lines.add(line(ticket)));
        counters.stream()
                .filter(counter -> counter.clerk() != null || counter.ticket() != 0 || counter.toRate() != 0)
                .forEach(counter -> lines.add(counter.toString()));
        lines.add("calls " + calls);
        return lines;
    }

    /** Marks are a set without an order. */
    private static String line(Ticket ticket) {
        return ticket.id() + " " + ticket.number() + " " + ticket.asked() + " " + ticket.issuedAt() + " "
                + ticket.ahead()
                + " " + ticket.place() + " " + ticket.progress() + " "
                + ticket.marks().stream().sorted().toList() + " " + ticket.rating();
    }

    static String difference(List<String> one, List<String> other) {
        for (var line = 0; line < Math.max(one.size(), other.size()); line++) {
            var left = line < one.size() ? one.get(line) : "nothing";
            var right = line < other.size() ? other.get(line) : "nothing";
            if (!left.equals(right)) return "«" + left + "» instead of «" + right + "»";
        }
        return "nothing";
    }
}
