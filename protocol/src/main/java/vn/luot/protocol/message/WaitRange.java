package vn.luot.protocol.message;

/** How long to wait, in whole minutes: half of all wait no longer than {@code likely}, nine of ten no longer than {@code most}. */
public record WaitRange(int likely, int most) {}
