package vn.luot.hub.queue;

/** The rules of every version of a centre's plan: steps name a version, so that a replay goes by what held then. */
@FunctionalInterface
public interface RuleBook {
    /** @param version 1 for the first plan; every version that a step ever named is in the book */
    Rules version(int version);
}
