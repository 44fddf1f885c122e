package vn.luot.hub.tls;

import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import vn.luot.protocol.program.CannotStart;

/**
 * What the hub proves itself with, as PEM files.
 *
 * @param certificate with those that lead to its authority, if any
 */
public record Tls(Path certificate, Path key) {
    /** @throws CannotStart when a file cannot be read, or the certificate is no longer or not yet good */
    public PemKeyCertOptions options(Instant now) {
        try {
            var read = PrivateCa.read(certificate);
            if (now.isAfter(read.getNotAfter().toInstant())
                    || now.isBefore(read.getNotBefore().toInstant())) {
                throw new CannotStart(
                        "chứng thư " + certificate + " không còn (hoặc chưa) hiệu lực, hãy thay chứng thư",
                        "the certificate is not valid now: replace it");
            }
            Files.readString(key);
            return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    "không đọc được chứng thư " + certificate + " hoặc khóa " + key,
                    "the certificate or its key cannot be read",
                    e);
        }
    }

    /** How long it is good for. */
    public Duration left(Instant now) {
        try {
            return Duration.between(
                    now, PrivateCa.read(certificate).getNotAfter().toInstant());
        } catch (IOException | GeneralSecurityException e) {
            return Duration.ZERO;
        }
    }
}
