package vn.luot.hub.oidc;

import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.luot.hub.queue.Role;

/**
 * Whom the hub asks who somebody is, and what it makes of the answer.
 *
 * @param name what people call it, on the button
 * @param issuer as the provider writes itself
 * @param clientId what the provider calls this hub
 * @param clientSecret absent for a public client, which PKCE protects alone
 * @param comeBack this hub's address that the provider sends browsers to
 * @param rolesClaim where a token names groups or roles; dots lead inwards, as in {@code realm_access.roles}
 * @param roles what those are here, in the order they are looked for
 */
public record ProviderConfig(
        String name,
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        URI comeBack,
        String rolesClaim,
        Map<String, Role> roles) {
    public static final String COME_BACK = "/api/session/oidc/back";

    public ProviderConfig {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /** The first that is mapped; nobody gets a role otherwise. */
    Optional<Role> roleOf(Collection<String> groups) {
        return roles.entrySet().stream()
                .filter(entry -> groups.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
