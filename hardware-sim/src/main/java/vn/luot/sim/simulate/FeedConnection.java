package vn.luot.sim.simulate;

import io.vertx.core.Future;
import java.io.IOException;
import vn.luot.hub.desk.View;
import vn.luot.hub.feed.Ear;
import vn.luot.protocol.hub.Following;
import vn.luot.protocol.hub.HubLink;

/** A device's link to the feed over a simulated socket: real frames in order, until the socket breaks. */
final class FeedConnection {
    private static final long SILENCE = 12_000;

    private final World world;
    private final SimHub hub;
    private final Link link;
    private final Life device;
    private final View view;
    private final Following following;
    private Socket socket;
    private long deadline;

    FeedConnection(World world, SimHub hub, Link link, Life device, View view, HubLink.Listener listener) {
        this.world = world;
        this.hub = hub;
        this.link = link;
        this.device = device;
        this.view = view;
        this.following = new Following(listener);
    }

    void connect() {
        var opened = new Socket();
        socket = opened;
        var since = world.seams().since(following.since().orElse(new Following.Since(-1, 0)));
        link.toHub(() -> {
            if (hub.isUp()) hub.join(opened, view, since);
            else opened.closedByHub();
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
            following.heard(world.frames().read(frame));
        } catch (IOException e) {
            throw new IllegalStateException("the hub's own frame: " + frame, e);
        }
    }

    private void lose(String reason) {
        socket.leave();
        socket = null;
        following.lost(reason);
        world.scheduler().after(world.luck().between(100, 3_000), device, this::connect);
    }

    /** The hub's end, and the wire to ours. */
    private final class Socket implements Ear {
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
        public void close(short code, String reason) {
            closedByHub();
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
