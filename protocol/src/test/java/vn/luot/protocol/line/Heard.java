package vn.luot.protocol.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a line told, in order: "up", "down …" and the text it received. */
final class Heard implements Line.Listener {
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    @Override
    public void up() {
        news.add("up");
    }

    @Override
    public void down(String reason) {
        news.add("down " + reason);
    }

    @Override
    public void received(byte[] bytes) {
        news.add(new String(bytes, StandardCharsets.UTF_8));
    }

    String next() throws InterruptedException {
        var next = news.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("the line's next news").isNotNull();
        return next;
    }

    boolean nothingMore() {
        return news.isEmpty();
    }
}
