package vn.luot.sim.torture;

/** How a network behaves for a while. */
enum Weather {
    CALM("everything arrives"),
    SLOW("each piece is up to 1.5 s late"),
    LOSS_1("one packet of a hundred is lost, and sent again"),
    LOSS_10("one packet of ten"),
    LOSS_30("three packets of ten; some connections give up"),
    THIN("64 kbit/s"),
    CUT("connections end, new ones are closed at once"),
    RESET("connections are reset, half of what was said with them"),
    BLACK_HOLE("nothing arrives, and nobody is told"),
    ONE_WAY("requests arrive, answers do not"),
    TWICE("each request arrives twice");

    private final String words;

    Weather(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
