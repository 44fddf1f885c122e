package vn.luot.protocol.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;

/** A real Vert.x server that says what the test tells it to. */
final class FakeHub {
    /** One device that follows the feed. */
    record Follower(ServerWebSocket socket, BlockingQueue<String> said) {
        String uri() {
            return socket.uri();
        }

        String nextWords() throws InterruptedException {
            return take(said);
        }

        void tell(FeedMessage message) {
            tell(Json.text(message));
        }

        void tell(String text) {
            socket.writeTextMessage(text);
        }

        void hangUp() {
            socket.close();
        }
    }

    record Asked(HttpServerRequest request, String body) {}

    private final Vertx vertx;
    private final BlockingQueue<Follower> followers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private volatile Consumer<HttpServerResponse> answer = HttpServerResponse::end;
    private HttpServer server;

    FakeHub(Vertx vertx) {
        this.vertx = vertx;
    }

    void listen() {
        var again = server == null ? 0 : server.actualPort();
        server = vertx.createHttpServer()
                .webSocketHandler(this::follow)
                .requestHandler(this::asked)
                .listen(again, "127.0.0.1")
                .await();
    }

    Future<Void> stop() {
        return server.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void answer(int status, String body) {
        answer = response -> response.setStatusCode(status).end(body);
    }

    void answerWith(Consumer<HttpServerResponse> next) {
        answer = next;
    }

    void answerNothing() {
        answer = response -> {};
    }

    Follower nextFollower() throws InterruptedException {
        return take(followers);
    }

    Asked nextAsked() throws InterruptedException {
        return take(asked);
    }

    private void follow(ServerWebSocket socket) {
        var follower = new Follower(socket, new LinkedBlockingQueue<>());
        socket.textMessageHandler(follower.said()::add);
        followers.add(follower);
    }

    private void asked(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            asked.add(new Asked(request, body.toString()));
            answer.accept(request.response());
        });
    }

    static <T> T take(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("what comes next").isNotNull();
        return next;
    }
}
