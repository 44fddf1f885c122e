package vn.luot.hub;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import vn.luot.hub.desk.Checkpoints;
import vn.luot.hub.desk.Desk;
import vn.luot.hub.desk.Foresight;
import vn.luot.hub.desk.Identities;
import vn.luot.hub.feed.Feed;
import vn.luot.hub.health.MeasuredJournal;
import vn.luot.hub.settings.Edition;
import vn.luot.hub.settings.PlanBook;
import vn.luot.protocol.message.Plan;

/** What a hub is made of, before anybody can ask it anything. */
record HubCore(
        Vertx vertx,
        HttpServer server,
        Feed feed,
        Foresight foresight,
        Identities identities,
        MeasuredJournal journal,
        Desk desk,
        PlanBook plans,
        Checkpoints checkpoints) {
    /** The plan in force. */
    Plan plan() {
        return edition().plan();
    }

    Edition edition() {
        return plans.edition(desk.plan());
    }

    ZoneId zone() {
        return edition().rules().zone();
    }

    int port() {
        return server.actualPort();
    }

    /** All of the web lives on it. */
    Executor loop() {
        var context = vertx.getOrCreateContext();
        return task -> context.runOnContext(now -> task.run());
    }
}
