package vn.luot.sim.simulate;

/** What may go wrong in a run. Names are those of the manual. */
enum Fault {
    F1("programs are killed, at any moment and at each point of keeping something"),
    F3("the hub's disk refuses"),
    F6("messages are lost, doubled and late; answers are lost; the network is cut"),
    F8("clocks jump, also over midnight"),
    F10("printers run out of paper, jam, lose power, and do not say that they are done"),
    F12("the hub is restored from an old backup"),
    F14("two kiosks have one identity"),
    F18("clerks press in the same instant, twice, and on old screens"),
    F19("tablets are tapped twice, and people vote who should not");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
