package vn.luot.kiosk;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.protocol.hub.Pairing;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;
import vn.luot.protocol.program.TrustedCa;

/** The kiosk on the command line. */
@Command(
        name = "luot",
        description = "Kiosk lấy số và máy in phiếu / the ticket kiosk and its printer",
        mixinStandardHelpOptions = true,
        subcommands = {Main.Run.class, PrinterCommands.class})
public final class Main {
    Main() {}

    public static void main(String... args) {
        Program.main(new Main(), args);
    }

    @Command(
            name = "kiosk",
            description = "Chạy kiosk: trang ở http://127.0.0.1:PORT/ / run the kiosk",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Option(names = "--hub", required = true, paramLabel = "URL", description = "Địa chỉ hub / address of the hub")
        private URI hub;

        @Option(
                names = "--token-file",
                required = true,
                paramLabel = "FILE",
                description = "Tệp chứa mã thiết bị của kiosk / file with the kiosk's device token")
        private Path tokenFile;

        @Option(
                names = "--ca",
                paramLabel = "FILE",
                description =
                        "Chứng thư ca.pem của máy chủ, khi máy chủ dùng TLS / the hub's ca.pem, for a hub with TLS")
        private Path ca;

        @Option(
                names = "--pair",
                description = "Chưa có mã thì hiện mã ghép nối và đợi quản trị xác nhận"
                        + " / without a token, show a pairing code and wait until it is confirmed")
        private boolean pair;

        @Option(
                names = "--printer",
                required = true,
                paramLabel = "LINE",
                description = "serial:/dev/ttyUSB0@19200, tcp:HOST:PORT")
        private LineAddress printer;

        @Option(
                names = "--profile",
                defaultValue = PrinterProfile.DEFAULT,
                paramLabel = "NAME",
                description = "Loại máy in / printer model (${DEFAULT-VALUE})")
        private String profile;

        @Option(
                names = "--port",
                defaultValue = "8081",
                paramLabel = "N",
                description = "Cổng của trang / port of the page (${DEFAULT-VALUE})")
        private int port;

        @Option(
                names = "--data",
                defaultValue = "kiosk-data",
                paramLabel = "DIR",
                description = "Thư mục dữ liệu / data folder (${DEFAULT-VALUE})")
        private Path data;

        @Option(
                names = "--template",
                paramLabel = "FILE",
                description =
                        "Mẫu phiếu riêng của máy này, thay cho mẫu trong kế hoạch / a ticket template of this kiosk alone, instead of the plan's")
        private Path template;

        @Option(
                names = "--scanner",
                paramLabel = "LINE",
                description = "Máy quét QR qua cổng nối tiếp; máy quét kiểu bàn phím không cần"
                        + " / QR scanner on a line; one that types like a keyboard needs none")
        private LineAddress scanner;

        @Option(
                names = "--offline-numbers",
                defaultValue = "40",
                paramLabel = "N",
                description = "Số dự trữ của mỗi thủ tục khi mất kết nối, 0 = không phát"
                        + " / numbers of each service kept for when the hub is away, 0 for none (${DEFAULT-VALUE})")
        private int offlineNumbers;

        @Option(
                names = "--offline-hours",
                defaultValue = "8",
                paramLabel = "N",
                description = "Phát số khi mất kết nối tối đa bao nhiêu giờ"
                        + " / hours without the hub after which visitors are sent to the staff (${DEFAULT-VALUE})")
        private int offlineHours;

        @Override
        public Integer call() throws InterruptedException {
            if (ca != null) TrustedCa.only(ca);
            var vertx = Vertx.vertx();
            if (pair && Files.notExists(tokenFile)) {
                new Pairing(new PrintWriter(System.out, true)).into(tokenFile, vertx, hub);
            }
            var config = new KioskConfig(hub, token(), printer, profile, port, data, template, scanner, offline());
            var kiosk = started(vertx, config);
            return Program.untilStopped(() -> kiosk.close()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }

        private OfflineBudget offline() {
            try {
                return new OfflineBudget(offlineNumbers, Duration.ofHours(offlineHours));
            } catch (IllegalArgumentException e) {
                throw new CannotStart(
                        "--offline-numbers phải từ 0 đến 500, --offline-hours từ 0",
                        "--offline-numbers must be 0 to 500, --offline-hours 0 or more",
                        e);
            }
        }

        private static Kiosk started(Vertx vertx, KioskConfig config) throws InterruptedException {
            try {
                return Kiosk.start(vertx, config)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
            } catch (ExecutionException e) {
                vertx.close();
                if (e.getCause() instanceof CannotStart cannot) throw cannot;
                throw new IllegalStateException(e.getCause());
            }
        }

        private String token() {
            try {
                return Files.readString(tokenFile).strip();
            } catch (IOException e) {
                throw new CannotStart(
                        tokenFile
                                + ": không đọc được tệp mã thiết bị, hãy thêm --pair, hoặc tạo bằng: hub device add --role kiosk",
                        "the token file cannot be read; add --pair, or make one with: hub device add --role kiosk",
                        e);
            }
        }
    }
}
