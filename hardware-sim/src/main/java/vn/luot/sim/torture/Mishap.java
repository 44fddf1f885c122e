package vn.luot.sim.torture;

/** What is done to the programs of a hall in full work. */
enum Mishap {
    KILL_HUB("kill -9 of the hub at a random moment", Of.HUB),
    KILL_HUB_AT_WRITE("kill -9 of the hub at its n-th write to the journal", Of.HUB),
    KILL_HUB_AT_FLUSH("kill -9 of the hub at its n-th flush of the journal", Of.HUB),
    KILL_HUB_AT_ANSWER("kill -9 of the hub at its n-th write to a socket, its log or its own wake-up", Of.HUB),
    STOP_HUB("SIGSTOP of the hub for some seconds", Of.HUB),
    KILL_KIOSK("kill -9 of a kiosk at a random moment", Of.KIOSK),
    KILL_KIOSK_AT_WRITE("kill -9 of a kiosk at its n-th write to the outbox", Of.KIOSK),
    KILL_KIOSK_AT_FLUSH("kill -9 of a kiosk at its n-th flush of the outbox", Of.KIOSK),
    KILL_KIOSK_AT_PRINT("kill -9 of a kiosk at its n-th write to the printer", Of.KIOSK),
    KIOSK_DISK_FAILS("a kiosk's disk fails at its n-th write or flush of the outbox", Of.KIOSK),
    KIOSK_DISK_FULL("a kiosk's disk is filled and freed", Of.KIOSK),
    STOP_KIOSK("SIGSTOP of a kiosk for some seconds", Of.KIOSK),
    KILL_BOARD("kill -9 of the boards' agent", Of.BOARDS),
    STOP_BOARD("SIGSTOP of the boards' agent for some seconds", Of.BOARDS),
    KILL_ALL("kill -9 of hub, kiosks and boards' agent at once", Of.ALL),
    PAPER_OUT("a printer runs out of paper", Of.KIOSK),
    JAM("a printer's paper is jammed", Of.KIOSK),
    POWER_OFF("a printer loses power in the middle", Of.KIOSK),
    BAD_NETWORK("one kind of bad network after the other", Of.HUB);

    /** Whose it is. */
    enum Of {
        /** Or of the network to it. */
        HUB,
        /** One of them, its disk or its printer. */
        KIOSK,
        BOARDS,
        ALL
    }

    private final String words;
    private final Of of;

    Mishap(String words, Of of) {
        this.words = words;
        this.of = of;
    }

    Of of() {
        return of;
    }

    String words() {
        return words;
    }
}
