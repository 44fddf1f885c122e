package vn.luot.hub.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/** The hub's Ed25519 key for checkpoints: the secret half stays with the data, the public half is for who checks. */
public final class CheckpointKey {
    private static final String KIND = "Ed25519";
    private static final String SECRET = "audit.key";
    private static final String PUBLIC = "audit.pub";

    private final PrivateKey secret;

    private CheckpointKey(PrivateKey secret) {
        this.secret = secret;
    }

    /**
     * Reads the key that is kept in {@code folder}, or makes one.
     *
     * @throws CannotStart when it cannot be read or made
     */
    public static CheckpointKey in(Path folder) {
        var file = folder.resolve(SECRET);
        try {
            if (Files.notExists(file)) make(folder);
            var secret = new PKCS8EncodedKeySpec(OwnersFile.key(file));
            return new CheckpointKey(KeyFactory.getInstance(KIND).generatePrivate(secret));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw OwnersFile.noKey(file, e);
        }
    }

    private static void make(Path folder) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(KIND).generateKeyPair();
        // The secret half last: where it is, both are.
        OwnersFile.writeForAll(folder.resolve(PUBLIC), base64(pair.getPublic().getEncoded()) + "\n");
        OwnersFile.writeKey(folder.resolve(SECRET), pair.getPrivate().getEncoded());
    }

    /** Undoes the making, with the data that it was made for. */
    public static void removeFrom(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(SECRET));
        Files.deleteIfExists(folder.resolve(PUBLIC));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    Checkpoint sign(Checkpoint checkpoint) {
        try {
            var signature = Signature.getInstance(KIND);
            signature.initSign(secret);
            signature.update(checkpoint.says());
            return checkpoint.signed(base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java of today has Ed25519", e);
        }
    }

    /**
     * The public half, kept in {@code folder}.
     *
     * @throws CannotStart when it cannot be read
     */
    public static PublicKey publicIn(Path folder) {
        var file = folder.resolve(PUBLIC);
        try {
            return KeyFactory.getInstance(KIND).generatePublic(new X509EncodedKeySpec(OwnersFile.key(file)));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw new CannotStart("không đọc được khoá công khai " + file, "the public key cannot be read", e);
        }
    }

    static boolean isSigned(Checkpoint checkpoint, PublicKey by) {
        try {
            var signature = Signature.getInstance(KIND);
            signature.initVerify(by);
            signature.update(checkpoint.says());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
