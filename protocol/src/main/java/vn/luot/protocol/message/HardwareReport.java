package vn.luot.protocol.message;

import java.util.List;

/**
 * What a device says of all the hardware at its lines; a part that is left out is no longer there. Sent after every
 * change and every {@value #BEAT_MILLIS} ms: who is silent for longer than {@value #SILENCE_MILLIS} ms counts as gone.
 */
public record HardwareReport(List<Part> parts) {
    public static final int BEAT_MILLIS = 1_500;
    public static final int SILENCE_MILLIS = 4_500;

    public HardwareReport {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    /**
     * @param name unique at its device, such as {@code printer} or {@code serial:/dev/ttyUSB1@9600 3}
     * @param detail what is wrong and what to do, for the technician, in Vietnamese; absent when nothing is
     */
    public record Part(String name, HardwareType type, HardwareCondition condition, String detail) {}
}
