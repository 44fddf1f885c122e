package vn.luot.hub.http;

import java.time.Duration;

/**
 * What one caller may ask of the hub, so that the others are served.
 *
 * @param bearer requests of a device or a person who is known
 * @param address requests of all others at an address: a whole hall, with its phones and televisions, may share one
 * @param frames of a listener, who has nothing to say but hello
 * @param patience how long a request may take to come in, and a connection may wait for its next
 * @param idle how long a connection may be silent in both directions
 */
public record Limits(Share bearer, Share address, Share frames, Duration patience, Duration idle) {
    /** A hall of a thousand visitors and five hundred screens that come back at once is far below. */
    public static final Limits USUAL = new Limits(
            new Share(1_000, 10_000),
            new Share(1_000, 20_000),
            new Share(10, 200),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30));

    /** For measuring what the hub can do at most. */
    public static final Limits NONE = new Limits(
            new Share(1_000_000, 100_000_000),
            new Share(1_000_000, 100_000_000),
            USUAL.frames(),
            USUAL.patience(),
            USUAL.idle());
}
