package vn.luot.kiosk;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.luot.kiosk.printer.PrinterProfile;
import vn.luot.protocol.hub.HubOptions;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.program.CannotStart;
import vn.luot.protocol.program.Program;
import vn.luot.protocol.program.Range;

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
        private static final int A_WEEK = 7 * 24;

        @Mixin
        private HubOptions hub;

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
            hub.trust();
            var token = hub.token();
            var vertx = Vertx.vertx();
            var config = new KioskConfig(
                    hub.address(),
                    token,
                    printer,
                    profile,
                    Range.PORTS.holding("port", port),
                    data,
                    template,
                    scanner,
                    offline());
            var kiosk = started(vertx, config);
            return Program.untilStopped(() -> kiosk.close()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }

        private OfflineBudget offline() {
            return new OfflineBudget(
                    new Range(0, BlockRequest.MOST).holding("offline-numbers", offlineNumbers),
                    Duration.ofHours(new Range(0, A_WEEK).holding("offline-hours", offlineHours)));
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
    }
}
