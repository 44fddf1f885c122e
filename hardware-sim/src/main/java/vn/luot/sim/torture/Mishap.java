package vn.luot.sim.torture;

/** What is done to the programs of a hall in full work. */
enum Mishap {
    KILL_HUB("kill -9 of the hub at a random moment"),
    KILL_HUB_AT_WRITE("kill -9 of the hub at its n-th write to the journal"),
    KILL_HUB_AT_FLUSH("kill -9 of the hub at its n-th flush of the journal"),
    KILL_HUB_AT_ANSWER("kill -9 of the hub at its n-th write to a socket, its log or its own wake-up"),
    STOP_HUB("SIGSTOP of the hub for some seconds"),
    KILL_KIOSK("kill -9 of a kiosk at a random moment"),
    KILL_KIOSK_AT_WRITE("kill -9 of a kiosk at its n-th write to the outbox"),
    KILL_KIOSK_AT_FLUSH("kill -9 of a kiosk at its n-th flush of the outbox"),
    KILL_KIOSK_AT_PRINT("kill -9 of a kiosk at its n-th write to the printer"),
    KIOSK_DISK_FAILS("a kiosk's disk fails at its n-th write or flush of the outbox"),
    KIOSK_DISK_FULL("a kiosk's disk is filled and freed"),
    STOP_KIOSK("SIGSTOP of a kiosk for some seconds"),
    KILL_BOARD("kill -9 of the boards' agent"),
    STOP_BOARD("SIGSTOP of the boards' agent for some seconds"),
    KILL_ALL("kill -9 of hub, kiosks and boards' agent at once"),
    PAPER_OUT("a printer runs out of paper"),
    JAM("a printer's paper is jammed"),
    POWER_OFF("a printer loses power in the middle"),
    BAD_NETWORK("one kind of bad network after the other");

    private final String words;

    Mishap(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
