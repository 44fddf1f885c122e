package vn.luot.hub.desk;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.Refused.Rule;

/**
 * What was lately asked for with a key, so that a page that did not hear the answer may ask again. It is forgotten with
 * the program: what must never happen twice is kept by the hall itself. Used on the hub's event loop only.
 */
final class Replays {
    private static final int REMEMBERED = 2_000;

    private record Asked(String what, Future<Outcome> outcome) {}

    private final Map<String, Asked> asked = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * The outcome of the same wish before, or else of {@code wish}; one whose outcome is not known may be tried again.
     *
     * @throws Failure when the key was used for something else
     */
    Future<Outcome> once(Call call, Supplier<Future<Outcome>> wish) {
        if (!call.hasKey()) return wish.get();
        var key = call.actor().role() + " " + call.actor().name() + " " + call.key();
        var what = call.context().request().path() + " " + call.context().body().asString();
        var before = asked.get(key);
        if (before == null) {
            var outcome = wish.get();
            asked.put(key, new Asked(what, outcome));
            return outcome.onFailure(unknown -> asked.remove(key));
        }
        if (!before.what().equals(what)) throw Refusals.answer(new Refused(Rule.KEY_REUSED, null));
        return before.outcome();
    }
}
