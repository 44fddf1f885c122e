package vn.luot.hub.desk;

import java.time.Instant;
import java.util.List;
import vn.luot.protocol.message.DayEnd;
import vn.luot.protocol.message.Json;

/**
 * What the journal was at one moment, signed: kept elsewhere, it shows whether anything before was changed or cut off.
 *
 * @param epoch the life of the store
 * @param seq of the latest step
 * @param count of all steps
 * @param head hash of the latest step, in hex
 * @param accessSeq of the latest entry of the access log
 * @param accessHead hash of that entry, in hex
 * @param signature over all the others, in base64
 */
public record Checkpoint(
        int hall,
        int epoch,
        Instant at,
        long seq,
        long count,
        String head,
        long accessSeq,
        String accessHead,
        String signature) {

    byte[] says() {
        return Json.bytes(List.of(hall, epoch, at.toString(), seq, count, head, accessSeq, accessHead));
    }

    DayEnd dayEnd() {
        return new DayEnd(at, seq, count, head, accessSeq, accessHead, signature);
    }

    Checkpoint signed(String by) {
        return new Checkpoint(hall, epoch, at, seq, count, head, accessSeq, accessHead, by);
    }
}
