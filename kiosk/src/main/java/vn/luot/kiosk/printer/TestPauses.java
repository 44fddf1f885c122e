package vn.luot.kiosk.printer;

import java.time.Duration;

/** When a printer that is out of service tries again by itself: soon, then ever more seldom, as each try costs paper. */
final class TestPauses {
    static final Duration FIRST = Duration.ofSeconds(10);

    /** So many times the first pause is the next one after four tries. */
    private static final int MANY = 16;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Duration first;
    private Duration next;
    private long until;

    TestPauses(Duration first) {
        this.first = first;
        this.next = first;
    }

    void begin() {
        next = first;
        until = System.nanoTime() + first.toNanos();
    }

    /** Somebody may have mended it: the best moment to try, unless many tries were in vain. */
    void mended() {
        if (next.compareTo(first.multipliedBy(MANY)) < 0) until = System.nanoTime() + first.toNanos();
    }

    /** Whether it may try now; if so, the next pause begins, twice as long. */
    boolean isOver() {
        if (System.nanoTime() - until < 0) return false;
        next = next.compareTo(LONGEST.dividedBy(2)) > 0 ? LONGEST : next.multipliedBy(2);
        until = System.nanoTime() + next.toNanos();
        return true;
    }
}
