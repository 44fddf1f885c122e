package vn.luot.hub.queue;

import java.time.Instant;
import java.util.Objects;

/**
 * One piece of hardware, as the device that it hangs on last said.
 *
 * @param device name of the device
 * @param name unique at its device; without {@code ;} and control characters
 * @param detail what is wrong; absent when nothing is
 */
public record Hardware(String device, String name, Type type, Condition condition, String detail) {

    /** The names are in journals: never rename one. */
    public enum Type {
        PRINTER,
        BOARD,
        SCANNER,
        KEYPAD,
        /** What a visitor calls a person with. */
        BELL,
        /** Of the device itself. */
        CLOCK
    }

    /** The names are in journals: never rename one. */
    public enum Condition {
        OK,
        LOW,
        OUT,
        JAM,
        COVER,
        /** Of a bell: somebody calls, and nobody has answered. */
        RUNG,
        /** Of a clock: it is minutes or more off the hub's. */
        CLOCK_SKEW,
        GONE,
        /** Its device no longer has it. */
        REMOVED;

        /** Whether somebody has to do something before it works again. */
        public boolean alarms() {
            return switch (this) {
                case OK, LOW, REMOVED -> false;
                case OUT, JAM, COVER, RUNG, CLOCK_SKEW, GONE -> true;
            };
        }
    }

    /** How it is, and since when. */
    public record Known(Hardware now, Instant since) {}

    /** @param cleared absent while it lasts */
    public record Alarm(Hardware hardware, Instant raised, Instant cleared) {}

    public Hardware {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(condition, "condition");
        if ((device + name).contains(";")) throw new IllegalArgumentException("a name with ; in it: " + device + name);
    }

    Hardware became(Condition other, String why) {
        return new Hardware(device, name, type, other, why);
    }

    /** As a step's reason keeps it. */
    String text() {
        var what = device + ";" + name + ";" + type + ";" + condition;
        return detail == null ? what : what + ";" + detail;
    }

    /** @throws IllegalArgumentException when {@code text} is not the reason of a HARDWARE_CHANGED step */
    public static Hardware parse(String text) {
        var parts = text.split(";", 5);
        if (parts.length < 4) throw new IllegalArgumentException("not hardware: " + text);
        var detail = parts.length == 5 ? parts[4] : null;
        return new Hardware(parts[0], parts[1], Type.valueOf(parts[2]), Condition.valueOf(parts[3]), detail);
    }
}
