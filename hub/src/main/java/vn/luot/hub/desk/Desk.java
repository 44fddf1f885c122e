package vn.luot.hub.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.hub.queue.Decision;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Refused;
import vn.luot.hub.queue.RuleBook;
import vn.luot.hub.queue.Step;

/**
 * The one door to a hall. A single thread takes all wishes that wait, decides them one after the other, keeps their
 * steps in one durable transaction, and only then answers and announces. When keeping fails, nobody is told anything
 * but "outcome unknown", and the hall is rebuilt from what the journal really holds.
 */
public final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int MOST_WAITING = 8_192;
    private static final int MOST_AT_ONCE = 1_024;

    /** What somebody wants of the hall: decides on the desk's thread, and must not change the hall. */
    @FunctionalInterface
    public interface Wish {
        Decision decide(Hall hall, Instant now);
    }

    private final RuleBook rules;
    private final Journal journal;
    private final Clock clock;
    private final Audience audience;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::serve, "desk");
    private volatile boolean closing;
    private volatile boolean working = true;
    private volatile int plan;
    private Hall hall;

    /** A desk at which wishes may already wait; nobody serves them before the hall is {@link #rebuilt}. */
    public Desk(RuleBook rules, Journal journal, Clock clock, Audience audience) {
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
        this.audience = audience;
    }

    /**
     * Rebuilds the hall from the journal, on the caller's thread.
     *
     * @return this desk, not yet open
     * @throws JournalFailed when the journal cannot be read
     */
    public Desk rebuilt() throws JournalFailed {
        hall = replayed(audience::recall);
        plan = hall.plan();
        return this;
    }

    public void open() {
        thread.start();
    }

    /**
     * Serves one batch of those who wait on the caller's thread, for whoever drives a desk that was never {@link #open
     * opened}.
     *
     * @return how many were served
     */
    public int serveOnce() {
        var batch = new ArrayList<Waiting>();
        queue.drainTo(batch, MOST_AT_ONCE);
        if (!batch.isEmpty()) serve(batch);
        return batch.size();
    }

    /**
     * Decides a wish.
     *
     * @return completes on the desk's thread once the outcome is durable; fails with {@link DeskFull} or {@link
     *     OutcomeUnknown}
     */
    public CompletableFuture<Outcome> submit(Wish wish) {
        return enqueue(new Asked(wish, new CompletableFuture<>())).answer();
    }

    /** Looks at the hall as it is after everything before is durable; {@code look} must not change or keep it. */
    public <T> CompletableFuture<T> read(Function<Hall, T> look) {
        return enqueue(new Looking<>(look, new CompletableFuture<>())).answer();
    }

    /** The version of the plan in force: the one whose step is durable. */
    public int plan() {
        return plan;
    }

    /** Whether the journal takes steps: false from a failure until the hall is rebuilt. */
    public boolean working() {
        return working;
    }

    /** Serves what waits, then closes the journal. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Whoever slipped in while the thread ended.
        queue.forEach(waiting -> waiting.fail(new DeskFull()));
        journal.close();
    }

    private <W extends Waiting> W enqueue(W waiting) {
        if (closing || !queue.offer(waiting)) waiting.fail(new DeskFull());
        return waiting;
    }

    private void serve() {
        var batch = new ArrayList<Waiting>(MOST_AT_ONCE);
        while (takeAllThatWait(batch)) {
            serve(batch);
            batch.clear();
        }
    }

    /** Waits for the first, then takes whoever came meanwhile: batches form by themselves, nobody lingers. */
    private boolean takeAllThatWait(List<Waiting> batch) {
        try {
            if (!closing) batch.add(queue.take());
        } catch (InterruptedException e) {
            LOG.debug("the desk was told to close");
        }
        queue.drainTo(batch, MOST_AT_ONCE - batch.size());
        return !batch.isEmpty() || !closing;
    }

    private void serve(List<Waiting> batch) {
        var taken = new ArrayList<Announcement>(batch.size());
        try {
            if (!working) recover();
            for (var waiting : batch) waiting.decide(hall, clock.instant(), taken);
            if (!taken.isEmpty()) {
                journal.append(taken.stream().map(Announcement::step).toList());
            }
        } catch (JournalFailed | RuntimeException e) {
            // Also a bug of our own: the desk must go on, with a hall that is what the journal holds.
            LOG.error("The journal could not keep {} steps; the hall is rebuilt from it", taken.size(), e);
            batch.forEach(waiting -> waiting.fail(new OutcomeUnknown(e)));
            working = false;
            tryToRecover();
            return;
        }
        plan = hall.plan();
        // First whoever asked, because they wait; then all who listen. Looks come last: who looked before the steps
        // were
        // told would pass over a call that was not spoken.
        answer(batch, false);
        if (!taken.isEmpty()) audience.announce(taken);
        answer(batch, true);
    }

    private void answer(List<Waiting> batch, boolean looks) {
        for (var waiting : batch) {
            if (waiting instanceof Looking<?> == looks) waiting.answer(hall);
        }
    }

    private void tryToRecover() {
        try {
            recover();
        } catch (JournalFailed | RuntimeException e) {
            LOG.error("The journal cannot be read; tried again with the next request", e);
        }
    }

    private void recover() throws JournalFailed {
        hall = replayed(step -> {});
        plan = hall.plan();
        working = true;
        LOG.info("The hall is rebuilt from the journal up to step {}", hall.seq());
        audience.startOver();
    }

    private Hall replayed(Consumer<Step> witness) throws JournalFailed {
        var fresh = new Hall(rules);
        journal.replay(step -> {
            fresh.apply(step);
            witness.accept(step);
        });
        return fresh;
    }

    /** Somebody in the queue. */
    private sealed interface Waiting {
        /** Before the journal: decide, and note the step taken, if any. */
        void decide(Hall hall, Instant now, List<Announcement> taken);

        /** After the journal. */
        void answer(Hall hall);

        void fail(RuntimeException why);
    }

    private static final class Asked implements Waiting {
        private final Wish wish;
        private final CompletableFuture<Outcome> answer;
        private Outcome outcome;
        private RuntimeException fault;

        private Asked(Wish wish, CompletableFuture<Outcome> answer) {
            this.wish = wish;
            this.answer = answer;
        }

        private CompletableFuture<Outcome> answer() {
            return answer;
        }

        @Override
        public void decide(Hall hall, Instant now, List<Announcement> taken) {
            Decision decision;
            try {
                decision = wish.decide(hall, now);
            } catch (RuntimeException e) {
                // One broken wish must not take the others of its batch with it; it has changed nothing yet.
                fault = e;
                return;
            }
            outcome = outcome(decision, hall, taken);
        }

        private static Outcome outcome(Decision decision, Hall hall, List<Announcement> taken) {
            if (decision instanceof Step step) return taken(List.of(step), hall, taken);
            if (decision instanceof Decision.Steps several) return taken(several.steps(), hall, taken);
            if (decision instanceof Decision.Already already) return new Outcome.Known(already.ticket());
            return new Outcome.No((Refused) decision);
        }

        private static Outcome taken(List<Step> steps, Hall hall, List<Announcement> taken) {
            var announcements = new ArrayList<Announcement>(steps.size());
            for (var step : steps) announcements.add(Announcement.taking(step, hall));
            taken.addAll(announcements);
            return new Outcome.Taken(announcements);
        }

        @Override
        public void answer(Hall hall) {
            if (fault == null) {
                answer.complete(outcome);
            } else {
                answer.completeExceptionally(fault);
            }
        }

        @Override
        public void fail(RuntimeException why) {
            answer.completeExceptionally(why);
        }
    }

    private record Looking<T>(Function<Hall, T> look, CompletableFuture<T> answer) implements Waiting {
        @Override
        public void decide(Hall hall, Instant now, List<Announcement> taken) {
            // Looks only at what is durable, so after the journal.
        }

        @Override
        public void answer(Hall hall) {
            try {
                answer.complete(look.apply(hall));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void fail(RuntimeException why) {
            answer.completeExceptionally(why);
        }
    }
}
