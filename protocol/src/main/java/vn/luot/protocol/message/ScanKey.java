package vn.luot.protocol.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Answer to {@code GET /api/scan-key}: with this a kiosk hashes the number of a card where it reads it. The hub hashes that
 * once more under the day's secret, which no kiosk has: whoever takes the key off a kiosk still cannot read the journal. For
 * memory only.
 *
 * @param day whose key it is; absent when none is open
 * @param key in base64url; absent when no day is open
 */
public record ScanKey(LocalDate day, String key) {
    /** What such a hash begins with: no number does. */
    public static final String HASHED = "scan:";

    private static final String ALGORITHM = "HmacSHA256";

    /** Of no day. */
    public static final ScanKey NONE = new ScanKey(null, null);

    public static ScanKey of(LocalDate day, byte[] key) {
        return new ScanKey(day, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /** The same for the same number all day; absent without a key. */
    public String hashOf(String number) {
        if (key == null) return null;
        return HASHED
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(Base64.getUrlDecoder().decode(key), number));
    }

    /** HMAC-SHA256 of a text. */
    public static byte[] hmac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ScanKey[day=" + day + "]";
    }
}
