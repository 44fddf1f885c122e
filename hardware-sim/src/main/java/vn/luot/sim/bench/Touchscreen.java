package vn.luot.sim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A finger on the page of a kiosk. */
final class Touchscreen {
    private Touchscreen() {}

    /** @return the kiosk's whole answer, once the ticket is on paper or is not */
    static String touch(int port, String service) {
        var own = "127.0.0.1:" + port;
        var body = "{\"service\":\"" + service + "\",\"language\":\"vi\",\"touch\":\"" + UUID.randomUUID() + "\"}";
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("POST /take HTTP/1.1\r\nHost: " + own + "\r\nOrigin: http://" + own
                                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
