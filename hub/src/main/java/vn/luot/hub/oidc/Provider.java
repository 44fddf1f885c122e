package vn.luot.hub.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import vn.luot.hub.access.Introduction;
import vn.luot.hub.http.Failure;

/**
 * The office's provider of accounts (OpenID Connect Core 1.0). Believes only tokens that it signed, for this hub, for
 * this very sign-in, and that are not old. Thread-safe; every method waits for the network.
 */
public final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 256 * 1024;
    /** What the clocks of two machines may be apart. */
    private static final int LEEWAY_SECONDS = 60;
    /** With a public key: never "none", and never the client's secret, which others could sign with. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final ProviderConfig config;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final DefaultResourceRetriever documents =
            new DefaultResourceRetriever((int) PATIENCE.toMillis(), (int) PATIENCE.toMillis(), LARGEST_ANSWER);
    /** Absent until the provider was there once. */
    private Places places;

    public Provider(ProviderConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Places(URI authorization, URI token, JWKSource<SecurityContext> keys) {}

    String name() {
        return config.name();
    }

    /** Where the browser is sent to. */
    URI askedAt(Attempt attempt) {
        var asked = form(Map.of(
                "response_type", "code",
                "scope", "openid profile email",
                "client_id", config.clientId(),
                "redirect_uri", config.comeBack().toString(),
                "state", attempt.state(),
                "nonce", attempt.nonce(),
                "code_challenge", attempt.challenge(),
                "code_challenge_method", "S256"));
        var at = places().authorization().toString();
        return URI.create(at + (at.contains("?") ? "&" : "?") + asked);
    }

    /**
     * Who the person is that came back with {@code code}.
     *
     * @throws Failure PROVIDER_AWAY, NOT_VOUCHED_FOR or ROLE_NOT_MAPPED
     */
    Introduction introduce(String code, Attempt attempt) {
        var claims = believed(token(code, attempt), attempt);
        var role = config.roleOf(texts(claims, config.rolesClaim())).orElseThrow(OidcFailures::roleNotMapped);
        var name = first(claims, "preferred_username", "email", "sub");
        return new Introduction(config.issuer() + " " + claims.getSubject(), name, first(claims, "name", name), role);
    }

    private String token(String code, Attempt attempt) {
        var asked = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", config.comeBack().toString(),
                "client_id", config.clientId(),
                "code_verifier", attempt.verifier()));
        var request = HttpRequest.newBuilder(places().token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(asked)));
        config.clientSecret().ifPresent(secret -> request.header("Authorization", basic(secret)));
        var answer = send(request.build());
        if (answer.statusCode() >= 500) throw OidcFailures.away(new IOException("status " + answer.statusCode()));
        try {
            var token = answer.statusCode() == 200
                    ? JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body(), LARGEST_ANSWER), "id_token")
                    : null;
            if (token == null) throw OidcFailures.notVouchedFor(new IOException("status " + answer.statusCode()));
            return token;
        } catch (ParseException e) {
            throw OidcFailures.notVouchedFor(e);
        }
    }

    /** The patience is for all of the answer: a provider that drips keeps nobody waiting longer. */
    private HttpResponse<String> send(HttpRequest request) {
        var coming = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return coming.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            coming.cancel(true);
            throw OidcFailures.away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OidcFailures.away(e);
        }
    }

    private JWTClaimsSet believed(String token, Attempt attempt) {
        var processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, places().keys()));
        processor.setJWTClaimsSetVerifier(rules(attempt));
        try {
            var claims = processor.process(token, null);
            var presenter = claims.getStringClaim("azp");
            if (presenter != null && !presenter.equals(config.clientId())) {
                throw new BadJOSEException("the token was made for " + presenter);
            }
            return claims;
        } catch (RateLimitReachedException e) {
            // The keys were asked for a moment ago, and this one was not among them.
            throw OidcFailures.notVouchedFor(e);
        } catch (KeySourceException e) {
            throw OidcFailures.away(e);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw OidcFailures.notVouchedFor(e);
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> rules(Attempt attempt) {
        var exactly = new JWTClaimsSet.Builder()
                .issuer(config.issuer().toString())
                .claim("nonce", attempt.nonce())
                .build();
        var rules =
                new DefaultJWTClaimsVerifier<SecurityContext>(config.clientId(), exactly, Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        rules.setMaxClockSkew(LEEWAY_SECONDS);
        return rules;
    }

    /** Asked when first needed, so that the hub starts without the provider. */
    private synchronized Places places() {
        if (places != null) return places;
        try {
            var at = URI.create(config.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration");
            var document =
                    JSONObjectUtils.parse(documents.retrieveResource(at.toURL()).getContent());
            if (!config.issuer().toString().equals(JSONObjectUtils.getString(document, "issuer"))) {
                throw new IOException("the document of " + at + " is of another issuer");
            }
            var keys = place(document, "jwks_uri");
            places = new Places(
                    place(document, "authorization_endpoint"),
                    place(document, "token_endpoint"),
                    JWKSourceBuilder.create(keys.toURL(), documents)
                            .refreshAheadCache(false)
                            .build());
            return places;
        } catch (IOException | ParseException | URISyntaxException | IllegalArgumentException e) {
            throw OidcFailures.away(e);
        }
    }

    private static URI place(Map<String, Object> document, String name)
            throws ParseException, URISyntaxException, IOException {
        var place = JSONObjectUtils.getURI(document, name);
        if (place == null || !isSafe(place)) throw new IOException("the provider's " + name + " is not https");
        return place;
    }

    /** What travels in the clear can be read and changed by others. */
    public static boolean isSafe(URI place) {
        return place.getHost() != null
                && ("https".equals(place.getScheme())
                        || "http".equals(place.getScheme())
                                && Set.of("localhost", "127.0.0.1").contains(place.getHost()));
    }

    private static List<String> texts(JWTClaimsSet claims, String path) {
        Object found = claims.getClaims();
        for (var name : path.split("\\.")) found = found instanceof Map<?, ?> map ? map.get(name) : null;
        if (found instanceof String one) return List.of(one);
        if (!(found instanceof Collection<?> several)) return List.of();
        return several.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static String first(JWTClaimsSet claims, String... names) {
        return List.of(names).stream()
                .map(claims::getClaim)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private String basic(String secret) {
        var both = encoded(config.clientId()) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
