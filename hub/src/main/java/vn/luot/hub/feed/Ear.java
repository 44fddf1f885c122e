package vn.luot.hub.feed;

import io.vertx.core.Future;

/** The other end of a listener's socket. */
public interface Ear {
    boolean isClosed();

    void whenClosed(Runnable told);

    /** @return completes when the frame has left */
    Future<Void> tell(String frame);

    void close(short code, String reason);
}
