package vn.luot.hub.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import vn.luot.hub.http.Call;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.HallPicture;
import vn.luot.hub.queue.Rules;
import vn.luot.hub.queue.ServiceTimes;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Waits;
import vn.luot.protocol.message.WaitRange;
import vn.luot.protocol.message.WaitsView;

/**
 * How long people will wait, as of a few seconds ago. It learns on the desk's thread, where steps are told, and thinks on
 * another, so that nobody at the desk waits for it.
 */
public final class Foresight implements Audience {
    private final ServiceTimes times = new ServiceTimes();
    private volatile Waits latest = Waits.UNKNOWN;
    private volatile boolean thinking;

    @Override
    public void recall(Step step) {
        times.learn(step);
    }

    @Override
    public void announce(List<Announcement> taken) {
        taken.forEach(told -> times.learn(told.step()));
    }

    @Override
    public void startOver() {
        // What was not kept was not told either.
    }

    /** What the waits are found from, at one moment. */
    public record Seen(HallPicture picture, ServiceTimes.Learned learned) {
        /** How long an ordinary visitor who came now would wait for each service if the hall went by {@code rules}. */
        public Map<String, WaitRange> waitsBy(Rules rules) {
            var other = new HallPicture(
                    picture.seq(), picture.at(), rules, picture.waiting(), picture.counters(), picture.busy());
            return ranges(Waits.of(other, learned).services());
        }
    }

    /** Looks at the hall; on the desk's thread only. */
    public Seen look(Hall hall, Instant now) {
        return new Seen(hall.picture(now), times.learned(hall.rules()));
    }

    /** Looks at the hall and thinks; skipped while still thinking of the time before. */
    public void lookAgain(Desk desk, Clock clock, Executor elsewhere) {
        if (thinking) return;
        thinking = true;
        CompletableFuture<Seen> seen = desk.read(hall -> look(hall, clock.instant()));
        seen.thenAcceptAsync(now -> latest = Waits.of(now.picture(), now.learned()), elsewhere)
                .whenComplete((done, fault) -> thinking = false);
    }

    /** Of a ticket that waits; empty when nobody can tell. */
    Optional<WaitRange> waitOf(long ticket) {
        return Optional.ofNullable(latest.tickets().get(ticket)).map(Foresight::range);
    }

    /** Of an ordinary visitor who came now for a service; empty when nobody can tell. */
    Optional<WaitRange> waitFor(String service) {
        return Optional.ofNullable(latest.services().get(service)).map(Foresight::range);
    }

    /** How long an ordinary visitor who came now for a service would likely wait; no time at all when nobody can tell. */
    Duration expectedWait(String service) {
        var range = latest.services().get(service);
        return range == null ? Duration.ZERO : range.likely();
    }

    /** GET /api/waits */
    public void show(Call call) {
        var waits = latest;
        call.answer(200, new WaitsView(ranges(waits.services()), ranges(waits.fields())));
    }

    private static Map<String, WaitRange> ranges(Map<String, Waits.Range> ranges) {
        return ranges.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> range(entry.getValue())));
    }

    private static WaitRange range(Waits.Range range) {
        return new WaitRange(minutes(range.likely()), minutes(range.most()));
    }

    /** Begun minutes count. */
    private static int minutes(Duration wait) {
        return (int) wait.plusSeconds(59).toMinutes();
    }
}
