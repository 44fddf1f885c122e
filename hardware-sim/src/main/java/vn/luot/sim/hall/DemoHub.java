package vn.luot.sim.hall;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.luot.hub.Hub;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.program.CannotStart;

/** A real hub with the default plan, open day and night, and everybody who works in its hall. */
public final class DemoHub implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /** Known to everybody, and so for a hub that only this machine can reach. */
    private static final String PASSWORD = "moi ba con vao";

    private static final String HOST_NAME = "huongdan";
    private static final String MANAGER = "lanhdao";
    private static final String KEYS = "demo-keys.json";

    /** Tokens are told once; a demo that goes on with its data needs them again. */
    private record Keys(String kiosk, String board, Map<Integer, String> tablets) {}

    private final Hub hub;
    private final Keys keys;
    private boolean closed;

    private DemoHub(Hub hub, Keys keys) {
        this.hub = hub;
        this.keys = keys;
    }

    /**
     * Starts the hub on data that it makes when there is none.
     *
     * @param port 0 for a free one
     * @throws CannotStart when the data is not that of a demo, or the port is taken
     */
    static DemoHub start(Path data, int port) throws IOException {
        return start(data, port, HubConfig.systemClock());
    }

    static DemoHub start(Path data, int port, Clock clock) throws IOException {
        var folder = data.resolve("hub");
        if (Files.notExists(folder)) make(data, folder, clock);
        var keys = keys(folder);
        var publicUrl = port == 0 ? Optional.<String>empty() : Optional.of("http://" + HOST + ":" + port);
        var config = new HubConfig(folder, HOST, port, publicUrl, "http://" + HOST + ":*", clock);
        return new DemoHub(Hub.start(config), keys);
    }

    /** Made aside and put in its place whole: a demo that is killed meanwhile starts over next time. */
    private static void make(Path data, Path folder, Clock clock) throws IOException {
        var halfMade = data.resolve("hub.half-made");
        Folders.remove(halfMade);
        var keys = settle(halfMade, clock);
        Files.write(halfMade.resolve(KEYS), Json.bytes(keys));
        Files.move(halfMade, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Keys keys(Path folder) throws IOException {
        var file = folder.resolve(KEYS);
        if (Files.notExists(file)) {
            throw new CannotStart(
                    "thư mục " + folder + " không phải dữ liệu của demo; hãy chọn --data khác hoặc xoá thư mục đó",
                    "the folder does not hold the data of a demo; choose another --data or remove it");
        }
        return Json.read(Files.readAllBytes(file), Keys.class);
    }

    private static Keys settle(Path folder, Clock clock) {
        var plan = DayAndNight.open(Plans.huongTra());
        var access = HubSetup.init(folder, plan, clock).access();
        var counters = plan.counters().stream().map(Plan.Counter::id).toList();
        counters.forEach(counter -> access.addPerson(Role.CLERK, nameOf(counter), "Cán bộ quầy " + counter, PASSWORD));
        access.addPerson(Role.HOST, HOST_NAME, "Cán bộ hướng dẫn", PASSWORD);
        access.addPerson(Role.MANAGER, MANAGER, "Lãnh đạo trung tâm", PASSWORD);
        return new Keys(
                access.addDevice(Role.KIOSK, "Kiosk 1"),
                access.addDevice(Role.BOARD, "Bảng 1"),
                counters.stream()
                        .collect(Collectors.toMap(
                                counter -> counter, counter -> access.addDevice(Role.TABLET, "Quầy " + counter))));
    }

    private static String nameOf(int counter) {
        return "quay" + counter;
    }

    /** Where it is on this machine. */
    URI address() {
        return URI.create("http://" + HOST + ":" + hub.port());
    }

    Plan plan() {
        return hub.plan();
    }

    String kioskToken() {
        return keys.kiosk;
    }

    String boardToken() {
        return keys.board;
    }

    String tabletToken(int counter) {
        return keys.tablets.get(counter);
    }

    /** The name by which the clerk of {@code counter} signs in. */
    String clerkName(int counter) {
        return nameOf(counter);
    }

    /** The name by which the host signs in. */
    String hostName() {
        return HOST_NAME;
    }

    /** The name by which the manager signs in. */
    String managerName() {
        return MANAGER;
    }

    String password() {
        return PASSWORD;
    }

    /** May be called again: a story that starts its hub anew ends the first by itself. */
    @Override
    public void close() {
        if (!closed) hub.close();
        closed = true;
    }
}
