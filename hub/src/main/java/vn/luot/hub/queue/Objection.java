package vn.luot.hub.queue;

/**
 * Why another plan cannot be in force yet.
 *
 * @param service its id; absent when the matter is a counter's
 * @param counter 0 when the matter is a service's
 * @param count how many tickets it concerns
 */
public record Objection(Matter matter, String service, int counter, int count) {
    public enum Matter {
        /** People wait, are served, or will go on, for a service that would be gone. */
        SERVICE_AWAITED,
        /** A clerk sits at a counter that would be gone. */
        COUNTER_OCCUPIED,
        /** People wait for a counter that would be gone. */
        COUNTER_AWAITED,
        /** The service's numbers would no longer be those that it gave today, or leased to kiosks. */
        NUMBERS_MOVED,
        /** The service would give numbers that another one gave today, or leased. */
        NUMBERS_TAKEN
    }

    static Objection ofService(Matter matter, String service, int count) {
        return new Objection(matter, service, 0, count);
    }

    static Objection ofCounter(Matter matter, int counter, int count) {
        return new Objection(matter, null, counter, count);
    }
}
