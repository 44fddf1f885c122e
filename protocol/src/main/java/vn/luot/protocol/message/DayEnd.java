package vn.luot.protocol.message;

import java.time.Instant;

/**
 * What the journal was when the hub signed it: what the slip of the day's end says.
 *
 * @param seq of the latest step
 * @param count of all steps
 * @param head hash of the latest step, in hex
 * @param accessSeq of the latest entry of the access log
 * @param accessHead hash of that entry, in hex
 * @param signature of the hub, in base64
 */
public record DayEnd(
        Instant at, long seq, long count, String head, long accessSeq, String accessHead, String signature) {}
