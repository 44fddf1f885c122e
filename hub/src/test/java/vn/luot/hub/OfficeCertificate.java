package vn.luot.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.luot.hub.tls.Tls;

/** What an office gets from its own authority: another kind of key than the hub's own, in the form OpenSSL long wrote. */
final class OfficeCertificate {
    private final Path folder;

    OfficeCertificate(Path folder) {
        this.folder = folder;
    }

    Tls tls() {
        return new Tls(folder.resolve("hub.crt"), folder.resolve("hub.key"));
    }

    /** Puts a new certificate and its key in the place of the former. */
    void replace() {
        var keys = keys();
        write(tls().key(), keys.getPrivate());
        write(tls().certificate(), certificate(keys));
    }

    void replaceCertificateOnly() {
        write(tls().certificate(), certificate(keys()));
    }

    /** The present certificate, put aside. */
    Path copy(String name) throws IOException {
        return Files.copy(tls().certificate(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object certificate(KeyPair keys) {
        var name = new X500Principal("CN=mot-cua.hue.gov.vn");
        var now = Instant.now();
        try {
            return new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(Duration.ofDays(90))),
                            name,
                            keys.getPublic())
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate()));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            try (var pem = new JcaPEMWriter(Files.newBufferedWriter(file))) {
                pem.writeObject(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
