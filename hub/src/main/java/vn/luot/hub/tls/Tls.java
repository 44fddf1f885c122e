package vn.luot.hub.tls;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import vn.luot.protocol.program.CannotStart;

/**
 * What the hub proves itself with, as PEM files.
 *
 * @param certificate with those that lead to its authority, if any
 */
public record Tls(Path certificate, Path key) {
    /** @throws CannotStart when a file cannot be read, they do not belong together, or the certificate is not good now */
    public PemKeyCertOptions options(Instant now) {
        try {
            // Each is read once: what was looked at is what the hub proves itself with.
            var certificates = Files.readAllBytes(certificate);
            var keys = Files.readAllBytes(key);
            var read = certificate(certificates);
            if (now.isAfter(read.getNotAfter().toInstant())
                    || now.isBefore(read.getNotBefore().toInstant())) {
                throw new CannotStart(
                        "chứng thư " + certificate + " không còn (hoặc chưa) hiệu lực, hãy thay chứng thư",
                        "the certificate is not valid now: replace it");
            }
            if (!isOf(read, key(keys))) {
                throw new CannotStart(
                        "khoá " + key + " không phải của chứng thư " + certificate + ", hãy thay cả hai tệp",
                        "the key is not the certificate's: replace both files");
            }
            // What they hold and not where they are: else nobody would see that it is another in the same place.
            return new PemKeyCertOptions()
                    .setCertValue(Buffer.buffer(certificates))
                    .setKeyValue(Buffer.buffer(keys));
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    "không đọc được chứng thư " + certificate + " hoặc khoá " + key,
                    "the certificate or its key cannot be read",
                    e);
        }
    }

    /** How long it is good for. */
    public Duration left(Instant now) {
        try {
            return Duration.between(now, read(certificate).getNotAfter().toInstant());
        } catch (IOException | GeneralSecurityException e) {
            return Duration.ZERO;
        }
    }

    /** They do not belong together while somebody has replaced the one and not yet the other. */
    static boolean isOf(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) return false;
        var signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(certificate.getEncoded());
        var signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(certificate.getEncoded());
        return signature.verify(signed);
    }

    static X509Certificate read(Path file) throws IOException, GeneralSecurityException {
        return certificate(Files.readAllBytes(file));
    }

    private static X509Certificate certificate(byte[] pem) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    /** In any of the forms that offices are given: PKCS #8, and what OpenSSL wrote before. */
    static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        return key(Files.readAllBytes(file));
    }

    private static PrivateKey key(byte[] content) throws IOException, GeneralSecurityException {
        var converter = new JcaPEMKeyConverter();
        try (var pem = new PEMParser(new StringReader(new String(content, StandardCharsets.US_ASCII)))) {
            for (var read = pem.readObject(); read != null; read = pem.readObject()) {
                if (read instanceof PEMKeyPair pair)
                    return converter.getKeyPair(pair).getPrivate();
                if (read instanceof PrivateKeyInfo info) return converter.getPrivateKey(info);
            }
        } catch (RuntimeException e) {
            // What the parser says to half a file.
            throw new GeneralSecurityException(e);
        }
        throw new GeneralSecurityException("no key that can be read without a password");
    }
}
