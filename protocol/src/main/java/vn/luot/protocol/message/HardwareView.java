package vn.luot.protocol.message;

import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * One piece of hardware as staff see it.
 *
 * @param device name of the device that it hangs on
 * @param name unique at its device
 * @param detail what is wrong and what to do, in Vietnamese; absent when nothing is
 * @param since when this condition began
 */
public record HardwareView(
        String device,
        String name,
        HardwareType type,
        HardwareCondition condition,
        String detail,
        OffsetDateTime since) {

    static final Comparator<HardwareView> BY_PLACE =
            Comparator.comparing(HardwareView::device).thenComparing(HardwareView::name);

    boolean isSamePartAs(HardwareView other) {
        return device.equals(other.device) && name.equals(other.name);
    }
}
