package vn.luot.sim.hall;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.luot.board.BoardAgent;
import vn.luot.board.BoardConfig;
import vn.luot.board.BoardPlan;
import vn.luot.board.led.BoardProtocol;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.hub.DeviceToken;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/**
 * A whole centre in one program: the real hub, the real kiosk and board agents, and simulated hardware on serial lines.
 * Nothing in it is simulated but what one could touch.
 */
public final class Centre implements AutoCloseable {
    private static final String PRINTER_PROFILE = "generic-80mm";

    private final Vertx vertx;
    private final DemoHub hub;
    private final Hardware hardware;
    private final Kiosk kiosk;
    private final BoardAgent boards;

    private Centre(Vertx vertx, DemoHub hub, Hardware hardware, Kiosk kiosk, BoardAgent boards) {
        this.vertx = vertx;
        this.hub = hub;
        this.hardware = hardware;
        this.kiosk = kiosk;
        this.boards = boards;
    }

    /**
     * Starts a centre, or goes on with one that was stopped or killed.
     *
     * @param data folder of its store
     * @param port of the hub; the kiosk's page gets the next one; 0 for free ones
     */
    public static Centre start(Path data, int port) throws IOException {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(4));
        var hub = DemoHub.start(data, port);
        var hardware = new Hardware(
                Files.createDirectories(data.resolve("ports")),
                hub.plan().counters().stream().map(Plan.Counter::id).toList());
        var kiosk = Kiosk.start(vertx, kioskConfig(data, port == 0 ? 0 : port + 1, hub, hardware))
                .await();
        var boards = BoardAgent.start(vertx, hub.address(), DeviceToken.of(hub.boardToken()), boardConfig(hardware));
        return new Centre(vertx, hub, hardware, kiosk, boards);
    }

    private static KioskConfig kioskConfig(Path data, int port, DemoHub hub, Hardware hardware) throws IOException {
        return new KioskConfig(
                        hub.address(),
                        hub.kioskToken(),
                        LineAddress.parse(hardware.printerLine().address()),
                        PRINTER_PROFILE,
                        port,
                        Files.createDirectories(data.resolve("kiosk")))
                .withScanner(LineAddress.parse(hardware.scannerLine().address()));
    }

    private static BoardConfig boardConfig(Hardware hardware) {
        var sign = new BoardConfig.Board(Hardware.SIGN_ADDRESS, new BoardPlan.MainBoard(Hardware.SIGN_LINES));
        var displays = hardware.displays().stream()
                .map(display ->
                        new BoardConfig.Board("" + display.unit(), new BoardPlan.CounterDisplay(display.unit())))
                .toList();
        return new BoardConfig(List.of(
                new BoardConfig.Bus(
                        LineAddress.parse(hardware.signLine().address()), BoardProtocol.ALPHA, List.of(sign)),
                new BoardConfig.Bus(
                        LineAddress.parse(hardware.displaysLine().address()), BoardProtocol.MODBUS, displays)));
    }

    public Vertx vertx() {
        return vertx;
    }

    public DemoHub hub() {
        return hub;
    }

    public Hardware hardware() {
        return hardware;
    }

    public URI kiosk() {
        return URI.create("http://127.0.0.1:" + kiosk.port() + "/");
    }

    /** Every screen that one can open in a browser, the most telling first. */
    public List<Screen> screens() {
        var screens = new ArrayList<Screen>();
        screens.add(new Screen("kiosk", new Text("Kiosk lấy số", "Kiosk"), kiosk()));
        screens.add(new Screen("tv", new Text("Tivi", "TV"), device("/tv/", hub.boardToken())));
        screens.add(new Screen("clerk", new Text("Trang cán bộ", "Clerk"), page("/clerk/"), signingIn()));
        screens.add(new Screen("host", new Text("Trang hướng dẫn", "Host"), page("/host/"), signingIn(hub.hostName())));
        screens.add(new Screen(
                "manager", new Text("Trang lãnh đạo", "Manager"), page("/manager/"), signingIn(hub.managerName())));
        for (var counter : hub.plan().counters()) {
            var n = counter.id();
            screens.add(new Screen(
                    "tablet-" + n,
                    new Text("Máy tính bảng quầy " + n, "Tablet, counter " + n),
                    device("/tablet/?n=" + n, hub.tabletToken(n))));
        }
        for (var counter : hub.plan().counters()) {
            var n = counter.id();
            screens.add(new Screen(
                    "counter-" + n,
                    new Text("Màn hình quầy " + n, "Display, counter " + n),
                    device("/counter/?n=" + n, hub.boardToken())));
        }
        return screens;
    }

    private Text signingIn() {
        var counters = hub.plan().counters().stream().map(Plan.Counter::id).toList();
        var first = hub.clerkName(counters.get(0));
        var last = hub.clerkName(counters.get(counters.size() - 1));
        return signingIn(first + " … " + last);
    }

    private Text signingIn(String names) {
        return new Text(
                "tên " + names + ", mật khẩu " + hub.password(), "name " + names + ", password " + hub.password());
    }

    private URI page(String path) {
        return hub.address().resolve(path);
    }

    private URI device(String path, String token) {
        return page(path + "#token=" + token);
    }

    @Override
    public void close() {
        Future.join(Stream.of(kiosk.close(), boards.close()).toList())
                .transform(closed -> vertx.close())
                .await();
        hardware.close();
        hub.close();
    }
}
