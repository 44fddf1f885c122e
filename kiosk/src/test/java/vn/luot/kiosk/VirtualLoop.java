package vn.luot.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A kiosk's thread that the test is: nothing happens but in {@link #pass}, and time passes only there. */
final class VirtualLoop implements KioskLoop {
    private record Task(Duration at, long turn, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::turn));
    private Duration uptime = Duration.ZERO;
    private Instant clock;
    private long turn;

    VirtualLoop(Instant clock) {
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        after(Duration.ZERO, task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        tasks.add(new Task(uptime.plus(delay), turn++, task));
    }

    @Override
    public Instant now() {
        return clock;
    }

    @Override
    public Duration uptime() {
        return uptime;
    }

    /** Sets the kiosk's clock as a technician would. */
    void set(Instant clock) {
        this.clock = clock;
    }

    /** Does all that comes up within this time. */
    void pass(Duration time) {
        var end = uptime.plus(time);
        while (!tasks.isEmpty() && tasks.peek().at().compareTo(end) <= 0) {
            var next = tasks.poll();
            moveTo(next.at());
            next.work().run();
        }
        moveTo(end);
    }

    /** Nothing that was to be done is done any more. */
    void kill() {
        tasks.clear();
    }

    private void moveTo(Duration then) {
        clock = clock.plus(then.minus(uptime));
        uptime = then;
    }
}
