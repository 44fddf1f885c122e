package vn.luot.kiosk;

import java.time.LocalDate;

/**
 * A number was given without the hub.
 *
 * @param epoch the block's
 * @param day the block's
 */
public record Given(int epoch, LocalDate day, Upload upload) {
    /** What the hub knows of it. */
    public enum Upload {
        /** The hub is to be told. */
        WAITING,
        TAKEN_IN,
        /** The hub does not want it: staff has to look after whoever holds it. */
        REFUSED
    }

    static Given from(Block block) {
        return new Given(block.numbers().epoch(), block.numbers().day(), Upload.WAITING);
    }

    Given became(Upload next) {
        return new Given(epoch, day, next);
    }
}
