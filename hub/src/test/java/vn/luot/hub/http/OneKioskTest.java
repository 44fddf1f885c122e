package vn.luot.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class OneKioskTest {
    private final OneKiosk oneKiosk = new OneKiosk(() -> 0);

    /** A feed whose program answers when it is told to. */
    private static final class Line implements OneKiosk.Feed {
        private final Promise<Boolean> answer = Promise.promise();
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public Future<Boolean> answers() {
            return answer.future();
        }

        @Override
        public Future<Void> tell(String message) {
            return Future.succeededFuture();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aProgramThatComesAgainLeavesNoSecondFeedBehind() {
        var before = new Line();
        var now = new Line();
        oneKiosk.admit("K1", "program-1", before);

        assertThat(oneKiosk.admit("K1", "program-1", now).result()).isTrue();

        assertThat(before.isClosed()).isTrue();
        assertThat(oneKiosk.feedOf("K1")).contains(now);
    }

    @Test
    void ofTwoNewcomersWhoWaitForTheSameSilentOneOnlyOneIsLetIn() {
        var silent = new Line();
        var faster = new Line();
        faster.answer.complete(true);
        oneKiosk.admit("K1", "program-1", silent);
        var first = oneKiosk.admit("K1", "program-2", faster);
        var second = oneKiosk.admit("K1", "program-3", new Line());

        silent.answer.complete(false);

        assertThat(first.result()).isTrue();
        assertThat(second.result()).isFalse();
        assertThat(oneKiosk.isAnother("K1", "program-2")).isFalse();
        assertThat(oneKiosk.isAnother("K1", "program-3")).isTrue();
    }
}
