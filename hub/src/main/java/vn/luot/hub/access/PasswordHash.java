package vn.luot.hub.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: Argon2id in PHC form, so that a later hub may ask for more memory and still read this one.
 *
 * @param memory KiB
 * @param iterations passes over the memory
 */
record PasswordHash(int memory, int iterations, int lanes, byte[] salt, byte[] hash) {
    private static final int MEMORY = 19 * 1_024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    /** Nobody's password; asking it costs the same time as asking anybody's. */
    static final PasswordHash NOBODYS =
            new PasswordHash(MEMORY, ITERATIONS, LANES, new byte[SALT_BYTES], new byte[HASH_BYTES]);

    static PasswordHash of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var hash = argon2id(MEMORY, ITERATIONS, LANES, salt, HASH_BYTES, password);
        return new PasswordHash(MEMORY, ITERATIONS, LANES, salt, hash);
    }

    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, argon2id(memory, iterations, lanes, salt, hash.length, password));
    }

    /** One at a time: each takes megabytes, and many sign-ins at once shall not blow up the hub. */
    private static synchronized byte[] argon2id(
            int memory, int iterations, int lanes, byte[] salt, int length, String password) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    static PasswordHash parse(String phc) {
        var parts = PHC.matcher(phc);
        if (!parts.matches()) throw new IllegalStateException("a saved password is not Argon2id in PHC form");
        var base64 = Base64.getDecoder();
        return new PasswordHash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                base64.decode(parts.group(4)),
                base64.decode(parts.group(5)));
    }

    String phc() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memory + ",t=" + iterations + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
