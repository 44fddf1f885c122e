package vn.luot.hub.health;

/**
 * Something that a person has to see to, and who that is.
 *
 * @param about the device, folder or file it is about; empty when there is no such one
 */
public record Alarm(Kind kind, Owner owner, String about, String vi, String en) {
    /** Who should act. */
    public enum Owner {
        /** Whoever is in the hall: new paper, a cover to be closed. */
        HOST,
        TECHNICIAN,
        ADMIN
    }

    public enum Kind {
        /** The journal takes no steps, so nothing can be done in the hall. */
        JOURNAL_STOPPED,
        DISK_LOW,
        BACKUP_OLD,
        /** Soon no device and no browser comes in any more. */
        CERTIFICATE_ENDS,
        /** An administrator's password alone opens everything. */
        SECOND_FACTOR_MISSING,
        /** A device's token is at work in two places. */
        DEVICE_CLONED,
        /** A device wants paper, or a hand. */
        HARDWARE_WAITS,
        /** A device is gone or broken. */
        HARDWARE_GONE;

        /** Whose password is worth guessing is not for everybody. */
        boolean isForAdminsOnly() {
            return this == SECOND_FACTOR_MISSING;
        }
    }
}
