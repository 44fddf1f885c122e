package vn.luot.sim.hall;

import java.util.ArrayList;
import java.util.List;

/** All simulated people of a hall: those who come, and a clerk at every counter. Each lives on a thread of its own. */
final class Crowd implements AutoCloseable {
    private final List<Clerk> clerks;
    private final List<Thread> lives = new ArrayList<>();

    Crowd(List<Visitors> visitors, List<Clerk> clerks) {
        this.clerks = List.copyOf(clerks);
        visitors.forEach(these -> live("visitors", these));
        clerks.forEach(clerk -> live("clerk " + clerk.counter(), clerk));
    }

    private void live(String name, Runnable life) {
        var thread = new Thread(life, name);
        thread.setDaemon(true);
        thread.start();
        lives.add(thread);
    }

    List<Clerk> clerks() {
        return clerks;
    }

    /** Whether a simulated clerk works at {@code counter}, and no person. */
    boolean worksAt(int counter) {
        return clerks.stream().anyMatch(clerk -> clerk.counter() == counter && clerk.working());
    }

    @Override
    public void close() {
        lives.forEach(Thread::interrupt);
    }
}
