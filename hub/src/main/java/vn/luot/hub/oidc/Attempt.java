package vn.luot.hub.oidc;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import vn.luot.hub.access.Tokens;

/**
 * A sign-in that waits for the provider's answer.
 *
 * @param state known to the browser that began it and nobody else
 * @param nonce what the token must repeat
 * @param verifier proves to the provider that who fetches the token began the sign-in (RFC 7636)
 * @param then the page to go to afterwards
 * @param former the session that the browser had before, whose place the new one takes
 */
record Attempt(String state, String nonce, String verifier, String then, Optional<String> former, Instant began) {
    static Attempt fresh(String then, Optional<String> former, Instant now) {
        return new Attempt(Tokens.fresh(), Tokens.fresh(), Tokens.fresh(), then, former, now);
    }

    /** S256. */
    String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(hash).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
