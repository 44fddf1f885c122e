package vn.luot.sim.bench;

import io.vertx.core.buffer.Buffer;
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
        send(request.ticket());
    }

    void next() {
        send(request.verb(1, "next"));
    }

    void finish() {
        send(request.verb(1, "finish"));
    }

    void at(int counter, String verb) {
        send(request.verb(counter, verb));
    }

    private void send(byte[] bytes) {
        socket.write(Buffer.buffer(bytes));
    }

    @Override
    public void close() {
        client.close().await();
    }
}
