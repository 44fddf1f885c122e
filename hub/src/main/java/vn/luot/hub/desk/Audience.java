package vn.luot.hub.desk;

import java.util.List;

/** Who hears of what happened in the hall; called on the desk's thread and must not hold it up. */
public interface Audience {
    /** These steps were taken, in order, and are durable. */
    void announce(List<Announcement> taken);

    /** The hall was rebuilt from the journal: whatever was known of it must be asked for again. */
    void startOver();
}
