package vn.luot.kiosk.printer;

/**
 * The printer is out of service until a test print is proved.
 *
 * @param failures tickets in a row that were not proved
 * @param why what ended the last of them
 */
public record PrinterAlarm(int failures, PrinterState why) {}
