package vn.luot.protocol.message;

import java.time.OffsetDateTime;

/**
 * Something stopped working, and perhaps works again.
 *
 * @param cleared absent while it lasts
 */
public record HardwareAlarm(
        String device,
        String name,
        HardwareType type,
        HardwareCondition condition,
        String detail,
        OffsetDateTime raised,
        OffsetDateTime cleared) {}
