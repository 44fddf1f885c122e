package vn.luot.protocol.hub;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import vn.luot.protocol.program.CannotStart;

/**
 * A device's way in without a typed token: shows a code, waits until somebody confirms it at the hub, and keeps the token
 * in a file that only its owner may read.
 */
public final class Pairing {
    private static final int GONE = 410;

    private final PrintWriter out;
    private final Duration patience;

    /** @param out where the code is shown */
    public Pairing(PrintWriter out) {
        this(out, Duration.ofSeconds(3));
    }

    /** @param patience between two questions whether it was confirmed */
    Pairing(PrintWriter out, Duration patience) {
        this.out = out;
        this.patience = patience;
    }

    private record Asked(String deviceCode, String userCode) {}

    private record Fetch(String deviceCode) {}

    private record LetIn(String name, String role, String token) {}

    /**
     * Waits until the device was let in, showing a new code whenever one is too old.
     *
     * @throws CannotStart when the file cannot be written, or the hub refuses for good
     */
    public void into(Path tokenFile, Vertx vertx, URI hub) throws InterruptedException {
        var requests = new Requests(vertx, HubAddress.of(hub), "", "pairing");
        try {
            LetIn letIn = null;
            while (letIn == null) letIn = oneCode(requests);
            keep(tokenFile, letIn.token());
            out.println("Đã ghép thành công: " + letIn.name() + " (" + letIn.role() + ") / paired");
        } finally {
            requests.close();
        }
    }

    /** Null when the code grew too old, or the hub is away. */
    private LetIn oneCode(Requests requests) throws InterruptedException {
        try {
            var asked = await(requests.send(HttpMethod.POST, "/api/pairing", null, null, Asked.class));
            out.println("Mã ghép nối / pairing code:   " + asked.userCode());
            out.println("Nhập mã này ở trang quản trị, mục Thiết bị / type it at the admin page, Devices");
            while (true) {
                pause();
                var letIn = await(requests.send(
                        HttpMethod.POST, "/api/pairing/token", null, new Fetch(asked.deviceCode()), LetIn.class));
                if (letIn != null) return letIn;
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HubProblem no && no.problem().status() != GONE) {
                out.println(no.problem().messageVi() + " / " + no.problem().messageEn());
            } else if (e.getCause() instanceof HubAway) {
                out.println("Chưa liên lạc được máy chủ, đang thử lại / the hub is away, trying again");
            }
            pause();
            return null;
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(patience.toNanos());
    }

    private static <T> T await(Future<T> coming) throws ExecutionException, InterruptedException {
        return coming.toCompletionStage().toCompletableFuture().get();
    }

    private static void keep(Path file, String token) {
        try {
            var whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            var part = whole.resolveSibling(whole.getFileName() + ".part");
            Files.deleteIfExists(part);
            if (whole.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var ownersOnly = PosixFilePermissions.fromString("rw-------");
                Files.createFile(part, PosixFilePermissions.asFileAttribute(Set.copyOf(ownersOnly)));
            }
            Files.writeString(part, token + "\n", StandardOpenOption.CREATE, StandardOpenOption.SYNC);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotStart(
                    "không ghi được tệp mã thiết bị " + file + ", hãy kiểm tra quyền",
                    "the token file cannot be written; check its permissions",
                    e);
        }
    }
}
