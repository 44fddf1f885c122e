package vn.luot.sim.hall;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.luot.hub.oidc.ProviderConfig;
import vn.luot.hub.queue.Role;

/**
 * The province's accounts, as a browser meets them: an OIDC provider on a site of its own, with a page on which one person
 * signs in. It gives a code for one use to a public client, which has to prove that it was the one who asked (PKCE).
 */
final class OfficeAccounts implements AutoCloseable {
    private static final String CLIENT = "luot";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final RSAKey key = new RSAKeyGenerator(2048).keyID("office-1").generate();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    OfficeAccounts() throws IOException, JOSEException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/.well-known/openid-configuration", call -> answer(call, "application/json", document()));
        server.createContext(
                "/keys", call -> answer(call, "application/json", new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", call -> answer(call, "text/html", page(call)));
        server.createContext("/signed-in", this::sendBack);
        server.createContext("/token", this::token);
        server.start();
    }

    /** @param hub address of the hub as browsers know it */
    ProviderConfig forHub(String hub) {
        return new ProviderConfig(
                "Tài khoản tỉnh",
                URI.create(issuer()),
                CLIENT,
                Optional.empty(),
                URI.create(hub + ProviderConfig.COME_BACK),
                "groups",
                Map.of("mot-cua", Role.CLERK));
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private String document() {
        return """
                {"issuer": "AT", "authorization_endpoint": "AT/authorize", "token_endpoint": "AT/token",
                 "jwks_uri": "AT/keys", "id_token_signing_alg_values_supported": ["RS256"]}
                """.replace("AT", issuer());
    }

    private static String page(HttpExchange call) {
        return """
                <!doctype html><html lang="vi"><meta charset="utf-8"><title>Tài khoản tỉnh</title>
                <form method="post" action="/signed-in?QUERY"><button>Tôi là Trần Thị Hoa</button></form>
                """.replace("QUERY", call.getRequestURI().getRawQuery().replace("&", "&amp;"));
    }

    private void sendBack(HttpExchange call) throws IOException {
        var asked = form(call.getRequestURI().getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private void token(HttpExchange call) throws IOException {
        var given = form(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(given.get("code"));
        if (asked == null || !asked.get("code_challenge").equals(challenge(given.get("code_verifier")))) {
            call.sendResponseHeaders(400, -1);
            call.close();
            return;
        }
        answer(call, "application/json", "{\"token_type\": \"Bearer\", \"id_token\": \"" + hoa(asked) + "\"}");
    }

    private String hoa(Map<String, String> asked) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(asked.get("client_id"))
                .subject("u-17")
                .claim("preferred_username", "hoa.tran")
                .claim("name", "Trần Thị Hoa")
                .claim("groups", List.of("mot-cua"))
                .claim("nonce", asked.get("nonce"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(hash).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange call, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", type);
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
