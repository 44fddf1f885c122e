package vn.luot.hub;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.luot.hub.http.Limits;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.tls.Tls;

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
 * @param tls gives what the hub proves itself with, renewed when it must be; absent for HTTP without TLS
 * @param provider lets people sign in with an account of the office; absent for local accounts only
 * @param demandsSecondFactor of administrators, before they do anything else
 * @param limits what one caller may ask, so that the others are served
 */
public record HubConfig(
        Path data,
        String host,
        int port,
        Optional<String> publicUrl,
        String framedBy,
        Clock clock,
        Optional<DailyBackup.Plan> backups,
        Optional<Supplier<Tls>> tls,
        Optional<ProviderConfig> provider,
        boolean demandsSecondFactor,
        Limits limits) {
    public HubConfig {
        publicUrl = publicUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** Without backups, TLS, provider and second factors. */
    public HubConfig(Path data, String host, int port, Optional<String> publicUrl, String framedBy, Clock clock) {
        this(
                data,
                host,
                port,
                publicUrl,
                framedBy,
                clock,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Limits.USUAL);
    }

    /** Names that the hub has beside those of local networks. */
    Set<String> hostNames() {
        return publicUrl
                .map(URI::create)
                .map(URI::getHost)
                .map(host -> Set.of(host.toLowerCase(Locale.ROOT)))
                .orElse(Set.of());
    }

    /** The same with other limits. */
    public HubConfig with(Limits others) {
        return new HubConfig(
                data, host, port, publicUrl, framedBy, clock, backups, tls, provider, demandsSecondFactor, others);
    }

    /** The same, with a second factor demanded of administrators. */
    HubConfig demandingSecondFactor() {
        return new HubConfig(data, host, port, publicUrl, framedBy, clock, backups, tls, provider, true, limits);
    }

    /** The same at another port. */
    HubConfig at(int otherPort) {
        return new HubConfig(
                data, host, otherPort, publicUrl, framedBy, clock, backups, tls, provider, demandsSecondFactor, limits);
    }

    /** The machine's clock in milliseconds, which is what the journal keeps. */
    public static Clock systemClock() {
        return Clock.tick(Clock.system(ZoneOffset.UTC), Duration.ofMillis(1));
    }
}
