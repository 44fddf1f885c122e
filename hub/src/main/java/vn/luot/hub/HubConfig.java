package vn.luot.hub;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How a hub is run.
 *
 * @param data folder of the database
 * @param host address to listen on
 * @param port port to listen on; 0 for any free one
 * @param publicUrl where citizens' phones reach the hub; empty for http://localhost:PORT
 * @param framedBy origins whose pages may show the hub's in a frame, parted by spaces; blank for none
 * @param clock the hub's one clock, see {@link #systemClock}
 * @param backups absent for none
 */
public record HubConfig(
        Path data,
        String host,
        int port,
        Optional<String> publicUrl,
        String framedBy,
        Clock clock,
        Optional<DailyBackup.Plan> backups) {
    public HubConfig {
        publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    /** Without backups. */
    public HubConfig(Path data, String host, int port, Optional<String> publicUrl, String framedBy, Clock clock) {
        this(data, host, port, publicUrl, framedBy, clock, Optional.empty());
    }

    /** The same at another port. */
    HubConfig at(int otherPort) {
        return new HubConfig(data, host, otherPort, publicUrl, framedBy, clock, backups);
    }

    /** The machine's clock in milliseconds, which is what the journal keeps. */
    public static Clock systemClock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }
}
