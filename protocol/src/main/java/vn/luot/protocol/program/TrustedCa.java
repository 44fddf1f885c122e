package vn.luot.protocol.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** The one certificate authority that a device trusts: that of its hub. */
public final class TrustedCa {
    private static final char[] PASSWORD = "public".toCharArray();

    private TrustedCa() {}

    /**
     * From now on this process trusts servers of this authority and of no other.
     *
     * @param certificate in PEM; nothing secret
     * @throws CannotStart when it cannot be read
     */
    public static void only(Path certificate) {
        try (var in = Files.newInputStream(certificate)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "hub", CertificateFactory.getInstance("X.509").generateCertificate(in));
            var file = Files.createTempFile("luot-ca", ".p12");
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD);
            }
            System.setProperty("javax.net.ssl.trustStore", file.toString());
            System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
            System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                            "không đọc được chứng thư " + certificate + ", hãy chép lại tệp ca.pem của máy chủ",
                            "the certificate cannot be read; copy the hub's ca.pem again",
                            e)
                    .about("ca");
        }
    }
}
