package vn.luot.protocol.message;

/**
 * An error of the hub, RFC 9457 {@code application/problem+json}.
 *
 * @param status the HTTP status
 * @param code stable name, such as SERVICE_UNKNOWN
 * @param messageVi what happened and what to do next, for a person
 * @param messageEn the same in English
 * @param traceId names the log lines of this request
 */
public record Problem(
        String type, String title, int status, String code, String messageVi, String messageEn, String traceId) {}
