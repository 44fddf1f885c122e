package vn.luot.sim.simulate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.luot.hub.queue.Ticket;

/** What was said to people and devices and has to hold for ever: numbers, votes, and that nobody is called by a key. */
final class Promises {
    private record Vote(String key, int score) {}

    private final World world;
    private final Truth truth;
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Vote> votes = new HashMap<>();
    /** Keys by which nobody is called, and after which step the hub said so. */
    private final Map<String, Long> voided = new HashMap<>();

    /** The kiosk gave a number by itself; what the hub may have answered before is void. */
    private final Set<String> offline = new HashSet<>();

    Promises(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    /** The hub said that a key has a number. */
    void number(String key, String number) {
        if (offline.contains(key)) return;
        var before = numbers.put(key, number);
        world.verdict()
                .unless(
                        before == null || before.equals(number),
                        Invariant.S3,
                        key + " was answered " + before + " and then " + number);
        checkNumber(key, number);
    }

    /** The hub took in a number that a kiosk had given. */
    void givenOffline(String key, String number) {
        offline.add(key);
        numbers.put(key, number);
        checkNumber(key, number);
    }

    /** The hub gave a number to another request that came with the same key. */
    void otherwise(String key, String number) {
        var today = truth.history().today().stream()
                .anyMatch(ticket ->
                        ticket.key().equals(key) && ticket.number().toString().equals(numbers.get(key)));
        world.verdict().unless(!today, Invariant.S3, key + " was used for something else and given " + number);
        numbers.put(key, number);
    }

    /** The hub said that nobody is called by a key, now or later. */
    void voided(String key) {
        voided.putIfAbsent(key, truth.history().seq());
    }

    /** The hub said that a vote counts. */
    void vote(String token, String key, int score) {
        votes.put(token, new Vote(key, score));
        checkVote(token);
    }

    private void checkNumber(String key, String number) {
        Predicate<History> holds = history -> history.byKey(key).stream()
                .anyMatch(ticket -> ticket.number().toString().equals(number));
        var isKept = holds.test(truth.history()) || truth.forgotten().hasKey(key) && truth.held(holds);
        world.verdict()
                .unless(
                        isKept,
                        Invariant.S2,
                        () -> key + " was given " + number + ", and the journal does not hold it");
    }

    private void checkVoided(String key, long since) {
        var late = truth.history().byKey(key).stream()
                .filter(ticket -> ticket.id() > since)
                .findAny();
        world.verdict()
                .unless(
                        late.isEmpty() || truth.forgotten().hasKey(key),
                        Invariant.S6,
                        () -> key + " was voided, and then given "
                                + late.orElseThrow().number());
    }

    private void checkVote(String token) {
        var vote = votes.get(token);
        Predicate<History> holds = history -> history.byToken(token)
                .map(Ticket::rating)
                .filter(rating -> rating.key().equals(vote.key()) && rating.score() == vote.score())
                .isPresent();
        var counts = holds.test(truth.history()) || truth.forgotten().hasVote(token) && truth.held(holds);
        world.verdict()
                .unless(
                        counts,
                        Invariant.S9,
                        () -> "the vote " + vote + " of " + token + " was acknowledged and is lost");
    }

    /** S2, S6 and S9, when the hub is back from whatever happened to it. */
    void check() {
        numbers.forEach(this::checkNumber);
        votes.keySet().forEach(this::checkVote);
        voided.forEach(this::checkVoided);
    }

    /** A restore that somebody chose lost what was given and voted in the steps that the backup lacked. */
    void forget() {
        var history = truth.history();
        numbers.keySet()
                .removeIf(key ->
                        truth.forgotten().hasKey(key) && history.byKey(key).isEmpty());
        votes.keySet().removeIf(truth.forgotten()::hasVote);
        voided.keySet().removeIf(truth.forgotten()::hasKey);
    }
}
