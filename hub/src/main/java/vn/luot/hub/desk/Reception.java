package vn.luot.hub.desk;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;

/**
 * Between the web and the desk: brings answers back to the event loop, and turns faults into answers. The desk answers a
 * whole batch at once, so all that is ready is brought in one go: waking the loop for each would cost more than answering.
 */
public final class Reception {
    private final Desk desk;
    private final Executor loop;
    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean onTheWay = new AtomicBoolean();

    /** @param loop where all who ask live */
    public Reception(Desk desk, Executor loop) {
        this.desk = desk;
        this.loop = loop;
    }

    /** The outcome; a refusal fails with its answer. */
    public Future<Outcome> ask(Wish wish) {
        return here(desk.submit(wish)).map(outcome -> {
            if (outcome instanceof Outcome.No no) throw Refusals.answer(no.refused());
            return outcome;
        });
    }

    /** Like {@link #ask}, but a refusal is an outcome too. */
    Future<Outcome> askWhether(Wish wish) {
        return here(desk.submit(wish));
    }

    public <T> Future<T> look(Function<Hall, T> look) {
        return here(desk.read(look));
    }

    private <T> Future<T> here(CompletableFuture<T> coming) {
        Promise<T> answer = Promise.promise();
        coming.whenComplete((value, fault) -> bring(() -> {
            if (fault == null) {
                answer.complete(value);
            } else {
                answer.fail(answer(fault));
            }
        }));
        return answer.future();
    }

    private void bring(Runnable answer) {
        ready.add(answer);
        if (onTheWay.compareAndSet(false, true)) loop.execute(this::handOver);
    }

    private void handOver() {
        // Before the first is taken: whoever comes from now on is brought again.
        onTheWay.set(false);
        for (var answer = ready.poll(); answer != null; answer = ready.poll()) answer.run();
    }

    private static Throwable answer(Throwable fault) {
        var cause = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
        if (cause instanceof DeskFull) {
            return new Failure(
                            503,
                            "BUSY",
                            "Hệ thống đang quá tải, chưa làm gì cả. Hãy thử lại sau giây lát.",
                            "The system is overloaded and did nothing. Try again in a moment.")
                    .retryAfter(1);
        }
        if (cause instanceof OutcomeUnknown) {
            return new Failure(
                            503,
                            "OUTCOME_UNKNOWN",
                            "Chưa rõ kết quả vì không ghi được nhật ký. Hãy gửi lại với cùng khoá; không bị tính hai lần.",
                            "The outcome is unknown because the journal could not be written. Send it again with the same key; it does not count twice.")
                    .retryAfter(1)
                    .causedBy(cause);
        }
        return cause;
    }
}
