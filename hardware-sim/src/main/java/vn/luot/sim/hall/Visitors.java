package vn.luot.sim.hall;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.hub.HubAway;
import vn.luot.protocol.hub.HubProblem;
import vn.luot.protocol.message.Plan;

/** The people who come to the hall, one after the other, and touch the kiosk's screen. */
final class Visitors implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

    /** About a thousand visits in eight hours. */
    private static final Duration BETWEEN = Duration.ofSeconds(29);

    /** At the kiosk, from looking at the screen to taking the paper. */
    private static final Duration TOUCHING = Duration.ofSeconds(4);

    private static final double ENGLISH = 0.03;

    private final Api kiosk;
    private final Plan plan;
    private final HallTime time;
    private final Chance chance;
    private final Demand demand = Demand.ofHuongTra();

    Visitors(Api kiosk, Plan plan, HallTime time, Chance chance) {
        this.kiosk = kiosk;
        this.plan = plan;
        this.time = time;
        this.chance = chance;
    }

    @Override
    public void run() {
        try {
            while (true) {
                time.pass(chance.around(BETWEEN));
                comeIn();
            }
        } catch (InterruptedException e) {
            LOG.debug("Nobody comes any more");
        }
    }

    private void comeIn() throws InterruptedException {
        var service = demand.next(plan, chance.random());
        var language = chance.in(ENGLISH) ? "en" : "vi";
        time.pass(TOUCHING);
        try {
            touch(kiosk, service.id(), language);
        } catch (HubProblem | HubAway e) {
            LOG.info("A visitor went away without a number: {}", e.getMessage());
        }
    }

    /**
     * Touches a service on the kiosk's screen and waits for the paper.
     *
     * @return what the screen then says: {@code {outcome, ticket, message}}
     */
    static JsonNode touch(Api kiosk, String service, String language) throws HubProblem, HubAway, InterruptedException {
        var touch = Map.of("service", service, "language", language, "touch", Api.newKey());
        return kiosk.post("/take", touch, JsonNode.class).orElseThrow();
    }
}
