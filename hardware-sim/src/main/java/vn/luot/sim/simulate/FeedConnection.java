package vn.luot.sim.simulate;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.function.Consumer;
import vn.luot.hub.desk.View;
import vn.luot.hub.feed.Ear;
import vn.luot.hub.http.OneKiosk;
import vn.luot.protocol.hub.Following;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

/** A device's link to the feed over a simulated socket: real frames in order, until the socket breaks. */
final class FeedConnection {
    private static final long SILENCE = 12_000;
    private static final long ANSWER_MILLIS = 2_000;
    private static final long REFUSED_PAUSE = 3_000;
    private static final String TWICE = Json.text(new FeedMessage.Refused("KIOSK_TWICE", "hai kiosk", "two kiosks"));

    private final World world;
    private final SimHub hub;
    private final Link link;
    private final Life device;
    private final View view;
    private final Following following;
    private final Admission admission;
    private Socket socket;
    private long deadline;

    /** How the hub answers the listener's hello. */
    @FunctionalInterface
    interface Admission {
        /** @param told whether the listener may follow; never told when the hub dies first */
        void of(OneKiosk.Feed feed, Consumer<Boolean> told);
    }

    FeedConnection(World world, SimHub hub, Link link, Life device, View view, HubLink.Listener listener) {
        this(world, hub, link, device, view, listener, (feed, told) -> told.accept(true));
    }

    FeedConnection(
            World world,
            SimHub hub,
            Link link,
            Life device,
            View view,
            HubLink.Listener listener,
            Admission admission) {
        this.world = world;
        this.hub = hub;
        this.link = link;
        this.device = device;
        this.view = view;
        this.admission = admission;
        this.following = new Following(listener);
    }

    void connect() {
        var opened = new Socket();
        socket = opened;
        var since = world.seams().since(following.since().orElse(new Following.Since(-1, 0)));
        link.toHub(() -> {
            // A connection is made once, and not by whoever has given it up.
            if (opened.hasKnocked || opened.closed) return;
            opened.hasKnocked = true;
            if (!hub.isUp()) opened.closedByHub();
            else
                admission.of(opened, may -> {
                    if (may) hub.join(opened, view, since);
                    else opened.refuse();
                });
        });
        deadline = world.scheduler().now() + SILENCE;
        watch(opened);
    }

    private void watch(Socket of) {
        world.scheduler().after(deadline - world.scheduler().now(), device, () -> {
            if (socket != of) return;
            if (world.scheduler().now() >= deadline) lose("silence");
            else watch(of);
        });
    }

    private void heard(Socket by, String frame) {
        if (socket != by) return;
        deadline = world.scheduler().now() + SILENCE;
        try {
            var message = world.frames().read(frame);
            if (message instanceof FeedMessage.Refused) hangUp(REFUSED_PAUSE, REFUSED_PAUSE);
            following.heard(message);
        } catch (IOException e) {
            throw new IllegalStateException("the hub's own frame: " + frame, e);
        }
    }

    private void lose(String reason) {
        hangUp(100, 3_000);
        following.lost(reason);
    }

    private void hangUp(long least, long most) {
        socket.leave();
        socket = null;
        world.scheduler().after(world.luck().between(least, most), device, this::connect);
    }

    /** The hub's end, and the wire to ours. */
    private final class Socket implements Ear, OneKiosk.Feed {
        private boolean hasKnocked;
        private boolean closed;
        private Runnable closedTold = () -> {};
        private long lastArrival;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public void whenClosed(Runnable told) {
            closedTold = told;
        }

        @Override
        public Future<Void> tell(String frame) {
            if (closed) return Future.failedFuture("closed");
            // What is sent into a cut link is never acknowledged, and nothing after it comes through this socket.
            if (link.isCut()) closed = true;
            if (closed) return Future.succeededFuture();
            lastArrival = Math.max(lastArrival, world.scheduler().now() + link.socketDelay());
            world.scheduler().after(lastArrival - world.scheduler().now(), device, () -> heard(this, frame));
            return Future.succeededFuture();
        }

        @Override
        public Future<Boolean> answers() {
            var answer = Promise.<Boolean>promise();
            world.after(ANSWER_MILLIS, () -> answer.tryComplete(false));
            if (!link.isCut())
                world.scheduler().after(link.socketDelay(), device, () -> {
                    if (socket == this) link.toHub(() -> answer.tryComplete(true));
                });
            return answer.future();
        }

        @Override
        public void close(short code, String reason) {
            closedByHub();
        }

        @Override
        public void close() {
            closedByHub();
        }

        /** The listener hangs up when it hears why. */
        private void refuse() {
            tell(TWICE);
            closed = true;
        }

        private void closedByHub() {
            closed = true;
            link.fromHub(device, () -> {
                if (socket == this) lose("closed");
            });
        }

        private void leave() {
            closed = true;
            link.toHub(() -> {
                closedTold.run();
            });
        }
    }
}
