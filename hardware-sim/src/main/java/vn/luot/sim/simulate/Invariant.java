package vn.luot.sim.simulate;

/** What must hold after every event. Names and numbers are those of the manual. */
enum Invariant {
    S1("a number is given once a day and service"),
    S2("what was acknowledged is there after any crash, with the same number"),
    S3("one key has at most one live ticket and always the same answer"),
    S4("no number is on the papers of two visitors"),
    S5("every number on paper is the hub's, once the kiosks have told it"),
    S6("nobody waits in the hub whom no visitor stands for"),
    S7("calls keep to the configured order, but for noted exceptions"),
    S8("a ticket is at one counter at most and takes no illegal step"),
    S9("an acknowledged vote counts once, and only for a served ticket"),
    S10("no screen shows or speaks a call the hub did not make, or goes back to an older one"),
    S11("steps are dense, and replayed they give the same hall"),
    S12("what was checkpointed stays the beginning of the journal"),
    S13("the business day never goes back and begins once"),
    S15("the report's totals are the count of the events");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
