package vn.luot.sim.hall;

import io.vertx.core.Future;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.program.CannotStart;

/** Simulated people in a centre, and the page that shows it all. */
public final class Demo implements AutoCloseable {
    private static final double FIRST_SPEED = 5;

    private final Centre centre;
    private final HallTime time = new HallTime(FIRST_SPEED);
    private final Chronicle chronicle = new Chronicle();
    private final HubLink link;
    private final Crowd crowd;
    private final List<Screen> screens = new ArrayList<>();
    private final HallServer server;

    private Demo(Centre centre, long seed) {
        this.centre = centre;
        this.link =
                new HubLink(centre.vertx(), centre.hub().address(), centre.hub().boardToken(), "board", chronicle);
        this.crowd = crowd(centre, time, seed);
        this.server = new HallServer(centre.vertx(), centre.hardware(), time, crowd, centre.screens(), this::scene);
        centre.hardware().speed(FIRST_SPEED);
        link.start();
    }

    /**
     * @param port of the page; 0 for a free one
     * @param seed the same seed sends the same people
     */
    public static Demo start(Centre centre, int port, long seed) {
        var demo = new Demo(centre, seed);
        demo.screens.add(demo.open(port));
        demo.screens.addAll(centre.screens());
        return demo;
    }

    private Screen open(int port) {
        var page = URI.create("http://127.0.0.1:" + listening(port) + "/");
        return new Screen("hall", new Text("Cả trung tâm", "The whole hall"), page);
    }

    private int listening(int port) {
        return server.listen(port)
                .recover(failure -> Future.failedFuture(new CannotStart(
                        "không mở được cổng " + port + " cho trang mô phỏng, hãy chọn --port khác",
                        "the port of the hall's page cannot be opened: choose another --port",
                        failure)))
                .await();
    }

    /** The hall at this moment. */
    Scene scene() {
        return Scene.of(time, centre.hardware(), chronicle, crowd);
    }

    /** @param times how many times faster than ours the people live */
    void speed(double times) {
        time.speed(times);
        centre.hardware().speed(times);
    }

    private static Crowd crowd(Centre centre, HallTime time, long seed) {
        var hub = centre.hub();
        var visitors = new Visitors(Api.ofTouchscreen(centre.kiosk()), hub.plan(), time, Chance.seeded(seed));
        var clerks = hub.plan().counters().stream()
                .map(Plan.Counter::id)
                .map(counter -> clerk(hub, counter, time, seed))
                .toList();
        return new Crowd(List.of(visitors), clerks);
    }

    private static Clerk clerk(DemoHub hub, int counter, HallTime time, long seed) {
        var tablet = Api.ofDevice(hub.address(), hub.tabletToken(counter));
        return new Clerk(
                counter,
                hub.clerkName(counter),
                hub.password(),
                Api.ofPerson(hub.address()),
                new Voter(counter, tablet, hub.plan().rating()),
                time,
                Chance.seeded(seed * 100 + counter));
    }

    /** The whole hall first, then every screen of the centre. */
    public List<Screen> screens() {
        return List.copyOf(screens);
    }

    /** Sends the people home; the centre stays open. */
    @Override
    public void close() {
        crowd.close();
        server.close().await();
        link.close().await();
    }
}
