package vn.luot.hub;

import java.time.Duration;
import vn.luot.hub.feed.Feed;

/**
 * How often a hub does by itself what others wait for.
 *
 * @param beat listeners hear that it is there
 * @param renewal its certificate is read again
 * @param forgetting old bookings are forgotten
 */
record Rhythm(Duration beat, Duration renewal, Duration forgetting) {
    static final Rhythm USUAL = new Rhythm(Feed.BEAT, Duration.ofHours(1), Duration.ofHours(1));
}
