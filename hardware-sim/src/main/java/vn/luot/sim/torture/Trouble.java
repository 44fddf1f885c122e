package vn.luot.sim.torture;

/** What a visitor's touch met, the worst last. */
enum Trouble {
    NONE("L5 touch to paper, hub there", 1.5),
    HUB("L5 touch to paper, hub hurt or away", 4),
    /** The kiosk itself, its disk or its printer: its paper can begin no sooner than that is over. */
    KIOSK("touch to paper, kiosk or printer hurt", 0);

    private final String words;
    private final double limit;

    Trouble(String words, double limit) {
        this.words = words;
        this.limit = limit;
    }

    String words() {
        return words;
    }

    /** In seconds until the paper begins; 0: none. */
    double limit() {
        return limit;
    }

    Trouble orWorse(Trouble other) {
        return compareTo(other) < 0 ? other : this;
    }
}
