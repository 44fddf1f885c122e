package vn.luot.hub.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.OwnersFile;

/**
 * The centre's own certificate authority: made once, its certificate is given to the devices, which then trust this hub
 * and nobody else. The hub's certificate is made anew before it expires or when the hub's names change.
 */
public final class PrivateCa {
    private static final Duration CA_LIFE = Duration.ofDays(3_650);
    private static final Duration HUB_LIFE = Duration.ofDays(397);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    /** A device's clock may be behind. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final String SIGNING = "SHA256withECDSA";

    private final Path folder;
    private final Clock clock;

    /** @param folder of its files; made when missing */
    public PrivateCa(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The certificate that devices trust. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /**
     * A certificate for the hub that is good for some time yet.
     *
     * @param names host names and addresses that the hub is reached by
     * @throws CannotStart when it cannot be read or made
     */
    public Tls issue(Set<String> names) {
        try {
            Files.createDirectories(folder);
            if (Files.notExists(certificate())) makeCa();
            var tls = new Tls(folder.resolve("hub.pem"), folder.resolve("hub.key"));
            if (!isGood(tls, names)) makeHubs(tls, names);
            return tls;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new CannotStart(
                    "không đọc hay tạo được chứng thư trong " + folder + ", hãy kiểm tra quyền",
                    "the certificates cannot be read or made; check the permissions",
                    e);
        }
    }

    private boolean isGood(Tls tls, Set<String> names) throws IOException, GeneralSecurityException {
        if (Files.notExists(tls.certificate()) || Files.notExists(tls.key())) return false;
        var certificate = Tls.read(tls.certificate());
        if (!Tls.isOf(certificate, Tls.key(tls.key()))) return false;
        var until = certificate.getNotAfter().toInstant();
        var named = new TreeSet<String>();
        for (var name : certificate.getSubjectAlternativeNames())
            named.add(name.get(1).toString());
        return clock.instant().plus(RENEWED_BEFORE).isBefore(until) && named.containsAll(names);
    }

    private void makeCa() throws IOException, GeneralSecurityException, OperatorCreationException {
        var keys = keys();
        var subject = new X500Principal("CN=Luot CA");
        var builder = builder(subject, subject, keys, CA_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        write(folder.resolve("ca.key"), "PRIVATE KEY", keys.getPrivate().getEncoded());
        write(certificate(), "CERTIFICATE", signed(builder, keys.getPrivate()).getEncoded());
    }

    private void makeHubs(Tls tls, Set<String> names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        var ca = Tls.read(certificate());
        var keys = keys();
        var builder = builder(ca.getSubjectX500Principal(), new X500Principal("CN=Luot hub"), keys, HUB_LIFE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names.stream().map(PrivateCa::generalName).toArray(GeneralName[]::new)));
        var certificate = signed(builder, caKey());
        write(tls.key(), "PRIVATE KEY", keys.getPrivate().getEncoded());
        write(tls.certificate(), "CERTIFICATE", certificate.getEncoded());
    }

    private static GeneralName generalName(String name) {
        var isAddress = name.matches("[0-9.]+") || name.contains(":");
        return new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Duration life) throws CertIOException {
        var now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new SecureRandom()),
                date(now.minus(BACKDATED)),
                date(now.plus(life)),
                subject,
                keys.getPublic());
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNING).build(by)));
    }

    private PrivateKey caKey() throws IOException, GeneralSecurityException {
        return Tls.key(folder.resolve("ca.key"));
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        var words = new StringWriter();
        try (var pem = new PemWriter(words)) {
            pem.writeObject(new PemObject(kind, content));
        }
        if (kind.equals("CERTIFICATE")) OwnersFile.writeForAll(file, words.toString());
        else OwnersFile.write(file, words.toString());
    }
}
