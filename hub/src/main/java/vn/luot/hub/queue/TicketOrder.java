package vn.luot.hub.queue;

/**
 * What a visitor asks for at the kiosk.
 *
 * @param key idempotency key: the same for every retry of one touch
 * @param request fingerprint of the request's content
 * @param token fresh, unguessable token for the ticket
 * @param priorityClass absent for an ordinary visitor
 */
public record TicketOrder(
        String key, long request, String token, String service, String priorityClass, String language, int files) {}
