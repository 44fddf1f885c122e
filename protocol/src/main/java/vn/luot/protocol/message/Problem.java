package vn.luot.protocol.message;

import java.util.List;

/**
 * An error of the hub, RFC 9457 {@code application/problem+json}.
 *
 * @param status the HTTP status
 * @param code stable name, such as SERVICE_UNKNOWN
 * @param messageVi what happened and what to do next, for a person
 * @param messageEn the same in English
 * @param traceId names the log lines of this request
 * @param faults all that is wrong with what was sent; absent when the code says it all
 * @param state how the ticket stands that could not be treated so; absent when it is about none
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String messageVi,
        String messageEn,
        String traceId,
        List<Fault> faults,
        TicketState state) {

    /** A problem whose code says it all. */
    public Problem(
            String type, String title, int status, String code, String messageVi, String messageEn, String traceId) {
        this(type, title, status, code, messageVi, messageEn, traceId, null, null);
    }

    /**
     * One fault of a document.
     *
     * @param path where it is, such as {@code fields[3].services[0].prefix}
     * @param vi what is wrong and what to do, in Vietnamese
     * @param en the same in English
     */
    public record Fault(String path, String vi, String en) {}
}
