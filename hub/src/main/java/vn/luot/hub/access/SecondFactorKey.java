package vn.luot.hub.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.luot.hub.db.Database;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/**
 * What seals the secrets of second factors (AES-256-GCM): a file beside the database, and in no backup of it, so that a stolen
 * database alone shows nobody's codes. Thread-safe.
 */
public final class SecondFactorKey {
    private static final String FILE = "second-factor.key";
    private static final String SEALED = "v1.";
    private static final int KEY_BYTES = 32, NONCE_BYTES = 12, TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    private SecondFactorKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Reads the key that is kept in {@code folder}, or makes one.
     *
     * @throws CannotStart when it cannot be read or made
     */
    public static SecondFactorKey in(Path folder) {
        var file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) OwnersFile.writeKey(file, random(KEY_BYTES));
            return new SecondFactorKey(OwnersFile.key(file));
        } catch (IOException | IllegalArgumentException e) {
            throw OwnersFile.noKey(file, e);
        }
    }

    /** Undoes the making, with the data that it was made for. */
    public static void removeFrom(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /** @param person whose it is: sealed for somebody else it does not open */
    String sealed(String secret, String person) {
        var nonce = random(NONCE_BYTES);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, person).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var all =
                    ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return SEALED + Base64.getEncoder().encodeToString(all.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Empty when it was sealed with another key or for another person. */
    Optional<String> opened(String sealed, String person) {
        var all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(SEALED.length())));
        var nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        var rest = new byte[all.remaining()];
        all.get(rest);
        try {
            var secret = cipher(Cipher.DECRYPT_MODE, nonce, person).doFinal(rest);
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /** Seals the secrets that an earlier program kept open; no trace of them is left in the database. */
    void sealAll(Database database, int hall) {
        var open = new HashMap<String, String>();
        database.each(
                "SELECT name, totp_secret FROM person WHERE hall = ? AND totp_secret NOT LIKE ?",
                row -> open.put(row.getString("name"), row.getString("totp_secret")),
                hall,
                SEALED + "%");
        if (open.isEmpty()) return;
        database.jdbi().useHandle(handle -> {
            handle.execute("PRAGMA secure_delete = ON");
            open.forEach((name, secret) -> handle.createUpdate(
                            "UPDATE person SET totp_secret = :sealed WHERE hall = :hall AND name = :name")
                    .bind("sealed", sealed(secret, name))
                    .bind("hall", hall)
                    .bind("name", name)
                    .execute());
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        });
    }

    private Cipher cipher(int mode, byte[] nonce, String person) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(person.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
