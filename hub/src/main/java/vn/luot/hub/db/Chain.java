package vn.luot.hub.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Links the rows of a record that is only ever appended to: each row's hash is over what it says and the hash before it,
 * so that no row can be changed, left out or put in without changing all that follow.
 */
public final class Chain {
    private static final byte[] BEGINNING = new byte[32];

    private Chain() {}

    /** What the first row follows. */
    public static byte[] beginning() {
        return BEGINNING.clone();
    }

    /** @param says everything the row says, in one way only */
    public static byte[] link(byte[] before, String says) {
        var sha256 = sha256();
        sha256.update(before);
        return sha256.digest(says.getBytes(StandardCharsets.UTF_8));
    }

    public static boolean isLinked(byte[] hash, byte[] before, String says) {
        return Arrays.equals(hash, link(before, says));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
