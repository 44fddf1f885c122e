package vn.luot.protocol.hub;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.TrustedCa;

/** Which hub a device's program works for, and how it proves who it is: options of its command line. */
public final class HubOptions {
    @Option(
            names = "--hub",
            required = true,
            paramLabel = "URL",
            description = "Địa chỉ máy chủ / address of the hub, http://10.0.0.5:8080")
    private URI address;

    @Option(
            names = "--token-file",
            required = true,
            paramLabel = "FILE",
            description = "Tệp chứa mã thiết bị / file with the device's token (hub device add)")
    private Path tokenFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Chứng thư ca.pem của máy chủ, khi máy chủ dùng TLS / the hub's ca.pem, for a hub with TLS")
    private Path ca;

    @Option(
            names = "--pair",
            description = "Chưa có mã thì hiện mã ghép nối và đợi quản trị xác nhận"
                    + " / without a token, show a pairing code and wait until it is confirmed")
    private boolean pair;

    public URI address() {
        return address;
    }

    /** From now on the process trusts the hub's authority only, when one is named. Before anything is connected. */
    public void trust() {
        if (ca != null) TrustedCa.only(ca);
    }

    /**
     * The device's token; waits until it is paired when it has none and may ask for one.
     *
     * @param out where a pairing code is shown
     * @throws CannotStart when there is none, or it cannot be read
     */
    public String token(Vertx vertx, PrintWriter out) throws InterruptedException {
        if (pair && Files.notExists(tokenFile)) new Pairing(out).into(tokenFile, vertx, address);
        try {
            return Files.readString(tokenFile).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    tokenFile + ": không đọc được tệp mã thiết bị, hãy thêm --pair, hoặc tạo bằng: hub device add",
                    "the token file cannot be read; add --pair, or make one with: hub device add",
                    e);
        }
    }
}
