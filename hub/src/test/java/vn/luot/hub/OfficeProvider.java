package vn.luot.hub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.queue.Role;

/**
 * A small OIDC provider on a socket of its own: hands out codes for one use, asks for PKCE and the client's secret, and
 * signs with its own key. What it says of the person, and how it signs it, is up to the test.
 */
final class OfficeProvider implements AutoCloseable {
    static final String CLIENT = "luot";
    static final String SECRET = "bí mật của máy chủ: 50% & nhiều hơn";
    private static final String COME_BACK = "http://localhost/api/session/oidc/back";

    private final HttpServer server;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private volatile Clock clock;
    private volatile RSAKey key = freshKey();
    private volatile List<RSAKey> published = List.of(key);

    /** What the token says beside what it must. */
    private volatile Map<String, Object> person = Map.of();

    private volatile Function<JWTClaimsSet, String> signing = this::signed;

    OfficeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/openid-configuration", call -> answer(call, 200, document()));
        server.createContext(
                "/keys",
                call -> answer(
                        call,
                        200,
                        new JWKSet(List.copyOf(published)).toPublicJWKSet().toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    ProviderConfig config() {
        var roles = new LinkedHashMap<String, Role>();
        roles.put("quan-tri", Role.ADMIN);
        roles.put("mot-cua", Role.CLERK);
        return new ProviderConfig(
                "Tài khoản tỉnh",
                URI.create(issuer()),
                CLIENT,
                Optional.of(SECRET),
                URI.create(COME_BACK),
                "realm_access.roles",
                roles);
    }

    void clock(Clock hall) {
        clock = hall;
    }

    void says(String subject, String name, String shownAs, String... groups) {
        person = Map.of(
                "sub", subject,
                "preferred_username", name,
                "name", shownAs,
                "realm_access", Map.of("roles", List.of(groups)));
    }

    void signs(Function<JWTClaimsSet, String> otherwise) {
        signing = otherwise;
    }

    void signsProperly() {
        signing = this::signed;
    }

    /** A new key, with which it signs from now on. */
    void rotates() {
        key = freshKey();
        published = List.of(key);
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of the key it signs with. */
    String keyId() {
        return key.getKeyID();
    }

    static RSAKey freshKey() {
        return freshKey(UUID.randomUUID().toString());
    }

    static RSAKey freshKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String document() {
        return """
                {"issuer": "AT", "authorization_endpoint": "AT/authorize", "token_endpoint": "AT/token",
                 "jwks_uri": "AT/keys", "id_token_signing_alg_values_supported": ["RS256"]}
                """.replace("AT", issuer());
    }

    private void authorize(HttpExchange call) throws IOException {
        var query = form(call.getRequestURI().getRawQuery());
        if (!query.get("client_id").equals(CLIENT)
                || !query.get("response_type").equals("code")
                || !query.get("code_challenge_method").equals("S256")
                || !query.get("redirect_uri").equals(COME_BACK)) {
            answer(call, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        asked.put(code, query);
        call.getResponseHeaders().set("Location", COME_BACK + "?code=" + code + "&state=" + query.get("state"));
        answer(call, 302, "");
    }

    private void token(HttpExchange call) throws IOException {
        var form = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var query = asked.remove(form.get("code"));
        if (query == null
                || !query.get("code_challenge").equals(challenge(form.get("code_verifier")))
                || !COME_BACK.equals(form.get("redirect_uri"))
                || !isTheClient(call.getRequestHeaders().getFirst("Authorization"))) {
            answer(call, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", query.get("nonce"));
        person.forEach(claims::claim);
        answer(call, 200, "{\"token_type\": \"Bearer\", \"id_token\": \"" + signing.apply(claims.build()) + "\"}");
    }

    private static boolean isTheClient(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) return false;
        var both = new String(Base64.getDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
        return Stream.of(both.split(":")).map(OfficeProvider::decoded).toList().equals(List.of(CLIENT, SECRET));
    }

    private static String challenge(String verifier) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
