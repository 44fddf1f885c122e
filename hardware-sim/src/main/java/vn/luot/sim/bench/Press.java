package vn.luot.sim.bench;

import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;

/** The open connection of somebody who presses keys, on the event loop of the load. The feed tells what came of it. */
final class Press implements AutoCloseable {
    private final NetClient client;
    private final NetSocket socket;
    private final Request request;

    Press(Site site, int port, String token) {
        client = site.load().createNetClient(new NetClientOptions().setTcpNoDelay(true));
        socket = client.connect(port, "127.0.0.1").await();
        request = new Request(token);
    }

    void ticket() {
        socket.write(request.ticket());
    }

    void next() {
        socket.write(request.verb(1, "next"));
    }

    void finish() {
        socket.write(request.verb(1, "finish"));
    }

    void at(int counter, String verb) {
        socket.write(request.verb(counter, verb));
    }

    @Override
    public void close() {
        client.close().await();
    }
}
