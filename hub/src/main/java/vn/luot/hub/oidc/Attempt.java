package vn.luot.hub.oidc;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A sign-in that waits for the provider's answer.
 *
 * @param state known to the browser that began it and nobody else
 * @param nonce what the token must repeat
 * @param verifier proves to the provider that who fetches the token began the sign-in (RFC 7636)
 * @param then the page to go to afterwards
 */
record Attempt(String state, String nonce, String verifier, String then, Instant began) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Attempt fresh(String then, Instant now) {
        return new Attempt(random(), random(), random(), then, now);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
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
