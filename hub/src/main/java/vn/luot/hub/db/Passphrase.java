package vn.luot.hub.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.luot.protocol.program.CannotStart;

/** What a backup is locked with; nothing for a backup that anybody may read who has the file. */
public record Passphrase(Optional<String> words) {
    public static final Passphrase NONE = new Passphrase(Optional.empty());

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LEAST = 12;
    private static final int KEY_BYTES = 32;
    /** What a backup may ask of whoever restores it: four times what this hub does. */
    private static final int MOST_MEMORY = 256 * 1_024;

    private static final int MOST_ITERATIONS = 12;

    /**
     * How the key was made of the words, so that a later hub may ask for more and still read this one.
     *
     * @param memory KiB
     * @throws IllegalArgumentException when no hub makes a key so, or it would take hours or all of the memory
     */
    record Stretching(byte[] salt, int memory, int iterations) {
        Stretching {
            if (salt == null || salt.length < 8) throw new IllegalArgumentException("no salt");
            if (memory < 1_024 || memory > MOST_MEMORY) throw new IllegalArgumentException("memory " + memory);
            if (iterations < 1 || iterations > MOST_ITERATIONS) {
                throw new IllegalArgumentException("iterations " + iterations);
            }
        }

        static Stretching fresh() {
            var salt = new byte[16];
            RANDOM.nextBytes(salt);
            return new Stretching(salt, 64 * 1_024, 3);
        }
    }

    /**
     * The first line of a file.
     *
     * @throws CannotStart when it cannot be read or is too short to lock anything
     */
    public static Passphrase in(Path file) {
        try (var lines = Files.lines(file)) {
            var words = lines.findFirst().orElse("").strip();
            if (words.length() < LEAST) {
                throw new CannotStart(
                        "mật khẩu trong " + file + " ngắn hơn " + LEAST + " ký tự, hãy đặt dài hơn",
                        "the passphrase is shorter than " + LEAST + " characters: make it longer");
            }
            return new Passphrase(Optional.of(words));
        } catch (IOException e) {
            throw new CannotStart("không đọc được tệp mật khẩu " + file, "the passphrase's file cannot be read", e);
        }
    }

    SecretKey key(Stretching stretching) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(stretching.memory())
                .withIterations(stretching.iterations())
                .withParallelism(1)
                .withSalt(stretching.salt())
                .build());
        var key = new byte[KEY_BYTES];
        generator.generateBytes(words.orElseThrow().getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }
}
