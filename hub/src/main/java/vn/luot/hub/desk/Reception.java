package vn.luot.hub.desk;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import vn.luot.hub.desk.Desk.Wish;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;

/** Between the web and the desk: brings answers back to the caller's event loop, and turns faults into answers. */
public final class Reception {
    private final Desk desk;

    public Reception(Desk desk) {
        this.desk = desk;
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

    private static <T> Future<T> here(CompletableFuture<T> coming) {
        Context context = Vertx.currentContext();
        return Future.fromCompletionStage(coming, context).recover(fault -> Future.failedFuture(answer(fault)));
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
