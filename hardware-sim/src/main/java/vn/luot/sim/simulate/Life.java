package vn.luot.sim.simulate;

/** One run of a program, from its start to its end or its killing. What it still meant to do dies with it. */
final class Life {
    /** Of people and of the world itself. */
    static final Life ENDLESS = new Life();

    private boolean over;

    void end() {
        if (this == ENDLESS) throw new IllegalStateException("the world does not end");
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
