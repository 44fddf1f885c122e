package vn.luot.sim.hall;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a telephone that shows codes, written from RFC 6238 and not from the hub's own. */
final class Authenticator {
    private Authenticator() {}

    /** @param base32 the key as the page shows it, without its spaces */
    static String code(String base32) throws GeneralSecurityException {
        return code(base32, Instant.now());
    }

    /** On a telephone whose clock runs half a minute ahead: a code that was not shown before, without waiting for it. */
    static String nextCode(String base32) throws GeneralSecurityException {
        return code(base32, Instant.now().plusSeconds(30));
    }

    private static String code(String base32, Instant now) throws GeneralSecurityException {
        var key = BigInteger.ZERO;
        for (var letter : base32.toCharArray()) {
            key = key.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = HexFormat.of().parseHex(String.format("%040x", key));
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
        var step = ByteBuffer.allocate(Long.BYTES).putLong(now.getEpochSecond() / 30);
        var hash = ByteBuffer.wrap(mac.doFinal(step.array()));
        return String.format("%06d", (hash.getInt(hash.get(19) & 0xF) & Integer.MAX_VALUE) % 1_000_000);
    }
}
