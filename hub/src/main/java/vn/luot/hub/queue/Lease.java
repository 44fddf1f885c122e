package vn.luot.hub.queue;

/**
 * A block of numbers that a kiosk may give while it does not reach the hub. It is cut from the top of the service's
 * range, and what is left of it is never given to anybody else.
 *
 * @param key idempotency key: the same for every retry of one wish
 * @param epoch which life of the store cut it; a store restored from a backup starts another, because it may have
 *     forgotten blocks
 * @param holder name of the kiosk
 */
public record Lease(String service, int first, int last, int epoch, String key, String holder) {

    boolean holds(TicketNumber number) {
        return number.value() >= first && number.value() <= last;
    }

    /** As a step's reason keeps it. */
    String text() {
        return String.join(";", service, "" + first, "" + last, "" + epoch, key, holder);
    }

    /** @throws IllegalArgumentException when {@code text} is not the reason of a LEASED step */
    public static Lease parse(String text) {
        var parts = text.split(";", 6);
        if (parts.length != 6) throw new IllegalArgumentException("not a lease: " + text);
        return new Lease(
                parts[0],
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                parts[4],
                parts[5]);
    }
}
