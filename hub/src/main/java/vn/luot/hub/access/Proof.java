package vn.luot.hub.access;

/** What whoever changes an account has to show; asked for last, when nothing else refuses the change, and both count or neither. */
@FunctionalInterface
public interface Proof {
    Proof NONE = () -> {};

    /** @throws AccessRefused when they cannot */
    void show();
}
