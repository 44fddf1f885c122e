package vn.luot.hub.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers only to names that are the hub's: a foreign site whose name was made to point here (DNS rebinding) gets
 * nothing. Addresses in figures, names without a dot and names of local networks cannot be a foreign site's.
 */
public final class HostCheck implements Handler<RoutingContext> {
    private static final Pattern OURS = Pattern.compile(
            "\\[[0-9a-f:.%]+]|\\d{1,3}(\\.\\d{1,3}){3}|[a-z0-9-]+|[a-z0-9.-]+\\.(local|lan|internal|localhost|home\\.arpa)");

    private final Set<String> names;
    /** All who come in a row mostly mean the same one. */
    private volatile String latest = "";

    /** @param names further ones, such as that of the public address */
    public HostCheck(Set<String> names) {
        this.names = names;
    }

    @Override
    public void handle(RoutingContext context) {
        var authority = context.request().authority();
        // Of two, a proxy may have looked at the other one (RFC 9112 3.2).
        var isOne = context.request().headers().getAll(HttpHeaders.HOST).size() == 1;
        var host = authority == null || !isOne ? "" : authority.host().toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && host.equals(latest) || OURS.matcher(host).matches() || names.contains(host)) {
            latest = host;
            context.next();
        } else {
            context.fail(Failure.foreignHost());
        }
    }
}
