package vn.luot.protocol.message;

/**
 * Body of {@code POST /api/tickets/reprint}: the same number is printed once more.
 *
 * @param token the ticket's
 */
public record Reprint(String token) {}
