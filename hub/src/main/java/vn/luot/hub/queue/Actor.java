package vn.luot.hub.queue;

import java.util.Objects;

/**
 * Who takes a step.
 *
 * @param name sign-in name of a person, or name of a device; unique within the role's kind
 * @param shownAs the name that visitors and colleagues see
 */
public record Actor(Role role, String name, String shownAs) {
    public Actor {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(shownAs, "shownAs");
    }

    /** Somebody with a ticket in hand, whoever it is. */
    public static final Actor HOLDER = new Actor(Role.HOLDER, "", "Người giữ phiếu");

    /** Whether this actor may act for a colleague who is away. */
    boolean supervises() {
        return switch (role) {
            case MANAGER, ADMIN -> true;
            case KIOSK, BOARD, TABLET, KEYPAD, CLERK, HOST, TECHNICIAN, HOLDER -> false;
        };
    }

    /** The keys of a counter are for whoever sits there. */
    boolean sitsAt(Counter counter) {
        return role == Role.KEYPAD || name.equals(counter.clerk());
    }
}
