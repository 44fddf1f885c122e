package vn.luot.hub.queue;

import java.time.Instant;

/**
 * What a visitor asks for at the kiosk.
 *
 * @param key idempotency key: the same for every retry of one touch
 * @param request fingerprint of the request's content
 * @param token fresh, unguessable token for the ticket
 * @param priorityClass absent for an ordinary visitor
 * @param files how many files the visitor brings
 * @param appointment the booked time; absent for a visitor without one
 * @param identity keyed hash of who it is, whose secret dies with the day; absent when nobody said
 */
public record TicketOrder(
        String key,
        long request,
        String token,
        String service,
        String priorityClass,
        String language,
        int files,
        Instant appointment,
        String identity) {

    /** Somebody unknown, without an appointment. */
    public TicketOrder(
            String key, long request, String token, String service, String priorityClass, String language, int files) {
        this(key, request, token, service, priorityClass, language, files, null, null);
    }

    /** The same of somebody of another priority class. */
    public TicketOrder as(String priorityClass) {
        return new TicketOrder(key, request, token, service, priorityClass, language, files, appointment, identity);
    }

    public TicketOrder withToken(String other) {
        return new TicketOrder(key, request, other, service, priorityClass, language, files, appointment, identity);
    }
}
