package vn.luot.protocol.message;

import java.util.List;

/**
 * All hardware that devices told of, and what was wrong with it.
 *
 * @param alarms newest first; those of today and of the day before
 */
public record HardwareStatus(List<HardwareView> hardware, List<HardwareAlarm> alarms) {}
