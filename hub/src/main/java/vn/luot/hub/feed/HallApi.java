package vn.luot.hub.feed;

import java.time.Clock;
import vn.luot.hub.desk.Reception;
import vn.luot.hub.desk.View;
import vn.luot.hub.desk.Views;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;

/** The hall once, for who does not listen to the feed. */
public final class HallApi {
    private final Reception reception;
    private final Views views;
    private final Clock clock;

    public HallApi(Reception reception, Views views, Clock clock) {
        this.reception = reception;
        this.views = views;
        this.clock = clock;
    }

    /** GET /api/hall?view=… */
    public void show(Call call) {
        var view = View.parse(call.query("view", "hall"))
                .orElseThrow(() -> Failure.field(
                        "view",
                        "phải là hall, board, kiosk, counter/N hoặc tablet/N.",
                        "must be hall, board, kiosk, counter/N or tablet/N."));
        if (!view.isFor(call.actor().role())) throw Failure.roleNotAllowed();
        call.then(reception.look(hall -> views.hall(hall, view, clock.instant())), hall -> call.answer(200, hall));
    }
}
