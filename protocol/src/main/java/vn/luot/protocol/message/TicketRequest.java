package vn.luot.protocol.message;

/**
 * Body of {@code POST /api/tickets}.
 *
 * @param service id of the service
 * @param priorityClass id of the plan's priority class; absent for an ordinary visitor
 * @param language "vi" (when absent) or "en"
 * @param files how many files the visitor brings, 1 (when absent) to 99
 */
public record TicketRequest(String service, String priorityClass, String language, Integer files) {}
