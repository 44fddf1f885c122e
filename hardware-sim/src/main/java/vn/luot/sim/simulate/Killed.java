package vn.luot.sim.simulate;

/** A program was killed in the middle of what it did. An error, because no program may catch its own killing. */
final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed(String where) {
        super(where, null, false, false);
    }
}
