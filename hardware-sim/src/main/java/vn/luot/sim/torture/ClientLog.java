package vn.luot.sim.torture;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the hub answered for, as those who asked wrote it down. Thread-safe. */
final class ClientLog {
    /** A ticket that was acknowledged to whoever asked with {@code key}. */
    record Acknowledged(String key, String number, long id, String token, Instant at) {}

    record Call(int counter, long ticket) {}

    record Voted(String token, int score) {}

    private final Map<String, Acknowledged> tickets = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> voided = ConcurrentHashMap.newKeySet();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Voted> votes = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    void asks(String key) {
        asked.add(key);
    }

    /** The same key must get the same answer, whatever happened meanwhile. */
    void hears(Acknowledged ticket) {
        var before = tickets.putIfAbsent(ticket.key(), ticket);
        if (before == null) return;
        if (before.id() != ticket.id() || !before.number().equals(ticket.number())) {
            complaints.add("S3 " + ticket.key() + " was told " + before.number() + " and later " + ticket.number());
        }
    }

    void hearsVoided(String key) {
        voided.add(key);
    }

    void hears(Call call) {
        calls.add(call);
    }

    void hears(Voted vote) {
        votes.add(vote);
    }

    void complain(String what) {
        complaints.add(what);
    }

    Collection<Acknowledged> tickets() {
        return tickets.values();
    }

    /** Every key that was ever asked with. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    Set<String> voided() {
        return Set.copyOf(voided);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Voted> votes() {
        return List.copyOf(votes);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int acknowledged() {
        return tickets.size() + calls.size() + votes.size() + voided.size();
    }
}
