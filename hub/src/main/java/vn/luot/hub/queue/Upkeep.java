package vn.luot.hub.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.luot.hub.queue.Step.Kind;

/** How the hall learns that its hardware works, or does not. */
final class Upkeep {
    private final DayBook book;

    Upkeep(DayBook book) {
        this.book = book;
    }

    Decision report(String device, List<Hardware> parts, Actor actor, Instant now) {
        return decision(book.machinery.news(device, parts), actor, now);
    }

    Decision silenced(String device, Actor actor, Instant now) {
        return decision(book.machinery.silenced(device), actor, now);
    }

    private Decision decision(List<Hardware> news, Actor actor, Instant now) {
        if (news.isEmpty()) return new Decision.Already(null);
        var steps = new ArrayList<Step>();
        for (var part : news) {
            steps.add(new Step(
                    book.seq() + 1 + steps.size(),
                    book.dayAt(now),
                    now,
                    Kind.HARDWARE_CHANGED,
                    actor,
                    null,
                    null,
                    part.text()));
        }
        return steps.size() == 1 ? steps.get(0) : new Decision.Steps(steps);
    }
}
