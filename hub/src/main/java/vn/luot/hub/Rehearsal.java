package vn.luot.hub;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.program.Program;

/**
 * Starts a hub on data that it throws away, opens the day, asks for a ticket, and ends. Run once after a build, it shows
 * Java which classes every start needs, to be kept ready for it ({@code -Xshare:dump}).
 */
final class Rehearsal {
    private static final String CLERK = "quay";
    private static final String PASSWORD = "moi ba con vao";

    private Rehearsal() {}

    public static void main(String... none) throws IOException {
        var data = Files.createTempDirectory("luot-rehearsal");
        try {
            start(data);
            // The second time the data are there already, as on every other day.
            rehearse(data);
            // The words of its command line; asked for its version it ends by itself.
            Program.run(new Start(), "--data", data.toString(), "--version");
        } finally {
            remove(data);
        }
        System.exit(0);
    }

    private static void start(Path data) {
        HubSetup.init(data, Plans.huongTra(), HubConfig.systemClock())
                .access()
                .addPerson(Role.CLERK, CLERK, "Cán bộ", PASSWORD);
    }

    private static void rehearse(Path data) throws IOException {
        var access = HubSetup.open(data, HubConfig.systemClock()).access();
        var clerk = ((SignIn.SignedIn) access.signIn(CLERK, PASSWORD, "127.0.0.1")).token();
        var kiosk = access.addDevice(Role.KIOSK, "K1");
        var service = Plans.huongTra().services().findFirst().orElseThrow().id();
        try (var hub = Hub.start(config(data))) {
            ask(hub.port(), "POST", "/api/day/open", clerk, "");
            ask(hub.port(), "POST", "/api/tickets", kiosk, "{\"service\":\"" + service + "\"}");
            ask(hub.port(), "GET", "/api/hall", clerk, "");
            ask(hub.port(), "GET", "/clerk/", clerk, "");
        }
    }

    private static HubConfig config(Path data) {
        return new HubConfig(data, "127.0.0.1", 0, Optional.empty(), "", HubConfig.systemClock());
    }

    /** Whatever the answer: at night it is a refusal. */
    private static void ask(int port, String method, String path, String token, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((method + " " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + token + "\r\nIdempotency-Key: rehearsal-1234567890\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    private static void remove(Path data) throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
