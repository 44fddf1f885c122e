package vn.luot.hub.db;

import java.io.IOException;

/** A backup that is not whole, or not a backup. */
final class BrokenBackup extends IOException {
    private static final long serialVersionUID = 1L;

    private final String vi;

    BrokenBackup(String vi, String en, Throwable cause) {
        super(en, cause);
        this.vi = vi;
    }

    String vi() {
        return vi;
    }
}
