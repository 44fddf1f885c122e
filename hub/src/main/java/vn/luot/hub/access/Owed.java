package vn.luot.hub.access;

/** What somebody who signed in has to do before anything else. */
public enum Owed {
    NOTHING,
    /** Somebody else knows it. */
    NEW_PASSWORD,
    /** An administrator's password alone must not open everything. */
    SECOND_FACTOR
}
