package vn.luot.hub.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A second factor: six digits of a telephone's authenticator, new every thirty seconds (RFC 6238, SHA-1). */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    /** Steps that a telephone's clock may be off. */
    private static final int DRIFT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** 160 random bits in base32. */
    static String freshSecret() {
        var secret = new StringBuilder();
        for (var i = 0; i < SECRET_BYTES * 8 / 5; i++) secret.append(BASE32.charAt(RANDOM.nextInt(32)));
        return secret.toString();
    }

    /** What authenticators read from a QR code: the centre once, since Vietnamese letters are long in an address. */
    static String uri(String secret, String centre, String person) {
        var issuer = URLEncoder.encode("Lượt " + centre, StandardCharsets.UTF_8).replace("+", "%20");
        var name = URLEncoder.encode(person, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + name + "?secret=" + secret + "&issuer=" + issuer;
    }

    /**
     * The time step that {@code code} is of; empty when it is of none near {@code now}. Who takes it must take no code of
     * that step again.
     */
    static OptionalLong step(String secret, String code, Instant now) {
        var present = now.getEpochSecond() / STEP_SECONDS;
        for (var step = present - DRIFT; step <= present + DRIFT; step++) {
            if (code(secret, step, 6).equals(code.strip())) return OptionalLong.of(step);
        }
        return OptionalLong.empty();
    }

    static String code(String secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            var number = hash.getInt(hash.get(hash.capacity() - 1) & 0xF) & Integer.MAX_VALUE;
            return String.format("%0" + digits + "d", number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    private static byte[] decoded(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        var bits = 0;
        var buffer = 0;
        for (var letter : base32.toCharArray()) {
            buffer = buffer << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
