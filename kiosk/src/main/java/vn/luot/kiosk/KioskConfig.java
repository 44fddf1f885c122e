package vn.luot.kiosk;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.line.LineAddress;

/**
 * What a kiosk needs to know.
 *
 * @param hub address of the hub, such as http://hub.local:8080
 * @param token the kiosk's device token
 * @param profile name of a printer profile, see {@link vn.luot.kiosk.printer.PrinterProfile#named}
 * @param port of the page on 127.0.0.1; 0 for any free one
 * @param data folder of the outbox
 * @param template a ticket template of this kiosk alone; absent to print what the centre's plan says
 * @param scanner line of a QR scanner; absent for none, or for one that types like a keyboard
 * @param offline how far the kiosk goes on without the hub
 */
public record KioskConfig(
        URI hub,
        DeviceToken token,
        LineAddress printer,
        String profile,
        int port,
        Path data,
        Path template,
        LineAddress scanner,
        OfflineBudget offline) {
    public KioskConfig {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(printer, "printer");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(offline, "offline");
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port " + port);
    }

    /** With the plan's ticket template and no scanner, going on without the hub as far as is usual. */
    public KioskConfig(URI hub, String token, LineAddress printer, String profile, int port, Path data) {
        this(hub, DeviceToken.of(token), printer, profile, port, data, null, null, OfflineBudget.USUAL);
    }

    public KioskConfig withScanner(LineAddress line) {
        return new KioskConfig(hub, token, printer, profile, port, data, template, line, offline);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "KioskConfig[hub=" + hub + ", printer=" + printer + ", profile=" + profile + ", port=" + port + ", data="
                + data + "]";
    }
}
