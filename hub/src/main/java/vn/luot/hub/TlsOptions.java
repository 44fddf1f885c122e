package vn.luot.hub;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import vn.luot.hub.tls.PrivateCa;
import vn.luot.hub.tls.Tls;
import vn.luot.protocol.program.CannotStart;

/** Whether the hub speaks TLS, and what it proves itself with. */
final class TlsOptions {
    @Option(
            names = "--tls",
            description = "Dùng TLS với chứng thư do máy chủ tự cấp; chép DIR/tls/ca.pem cho các thiết bị"
                    + " / TLS with an authority of the hub's own; give DIR/tls/ca.pem to the devices")
    private boolean own;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "Chứng thư của cơ quan, PEM, kèm chuỗi / a certificate of one's own, PEM, with its chain")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Khoá của chứng thư ấy, PEM / its key, PEM")
    private Path key;

    /** Gives what is good at the time it is asked; empty without TLS. */
    Optional<Supplier<Tls>> tls(Path data, Optional<String> publicUrl) {
        if ((certificate == null) != (key == null)) {
            throw new CannotStart(
                    "tls-cert và tls-key phải đi cùng nhau", "both tls-cert and tls-key are needed, or none");
        }
        if (certificate != null) return Optional.of(() -> new Tls(certificate, key));
        if (!own) return Optional.empty();
        var ca = new PrivateCa(data.resolve("tls"), HubConfig.systemClock());
        return Optional.of(() -> ca.issue(names(publicUrl)));
    }

    /** Whatever devices and browsers may call this machine. */
    private static Set<String> names(Optional<String> publicUrl) {
        var names = new TreeSet<>(Set.of("localhost", "127.0.0.1"));
        publicUrl.map(URI::create).map(URI::getHost).ifPresent(names::add);
        try {
            names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(address -> address.getHostAddress().replaceAll("%.*", ""))
                    .forEach(names::add);
        } catch (SocketException | UnknownHostException e) {
            throw new CannotStart("không đọc được tên của máy này", "this machine's names cannot be read", e);
        }
        return names;
    }
}
