package vn.luot.hub.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.RuleBook;
import vn.luot.hub.queue.Rules;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/**
 * All versions of a hall's plan, those that were used kept in memory. A version is kept first and named by a step then; the
 * step puts it in force. A version that no step names, because the power went in between, never was: the next one takes
 * its place. Thread-safe.
 */
public final class PlanBook implements RuleBook {
    private final PlanStore store;
    private final Map<Integer, Edition> editions = new ConcurrentHashMap<>();

    public PlanBook(PlanStore store) {
        this.store = store;
    }

    /** @throws IllegalStateException when the hall has no such version */
    public Edition edition(int version) {
        // Each request asks, and asking to compute takes a lock.
        var known = editions.get(version);
        return known == null ? editions.computeIfAbsent(version, this::saved) : known;
    }

    private Edition saved(int version) {
        return store.version(version)
                .map(plan -> Edition.of(version, plan))
                .orElseThrow(() -> new IllegalStateException("the hall has no plan " + version));
    }

    @Override
    public Rules version(int version) {
        return edition(version).rules();
    }

    /** Keeps a plan that has been checked. Only for the version that a step is about to name. */
    public void keep(int version, Plan plan, Actor by) {
        store.keep(version, plan, by);
        editions.put(version, Edition.of(version, plan));
    }

    /** Newest first, those up to {@code latest}. */
    public List<PlanStore.Kept> versions(int latest) {
        return store.versions(latest);
    }

    /** What a service is called, or was called last when {@code version} has it no more. */
    public Optional<Text> nameOf(String service, int version) {
        return IntStream.iterate(version, earlier -> earlier > 0, earlier -> earlier - 1)
                .mapToObj(earlier -> edition(earlier).plan().service(service))
                .flatMap(Optional::stream)
                .map(Plan.Service::name)
                .findFirst();
    }
}
