package vn.luot.hub.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of each name; of too many, the one is forgotten that was not asked for longest. Not thread-safe. */
public final class Lately<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    /** @param most how many names are remembered */
    public Lately(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > most;
    }
}
