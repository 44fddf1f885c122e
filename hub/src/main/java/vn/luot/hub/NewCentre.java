package vn.luot.hub;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.planning.PlanApi;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.BadPlan;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;

/** Makes the data of a new centre out of what was filled in: aside, and put in its place whole. */
final class NewCentre {
    private static final String HALF_MADE = "luot.half-made";
    private static final int MOST_DEVICES = 200;
    private static final Set<Role> DEVICES = Set.of(Role.KIOSK, Role.BOARD, Role.TABLET);

    private final HubConfig config;
    private final Vertx vertx;

    NewCentre(HubConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    private record Sample(Plan sample) {}

    private record Admin(String name, String displayName, String password) {}

    private record Device(String name, Role role) {}

    private record Wish(Plan plan, Admin admin, List<Device> devices) {}

    /** Tokens are shown this once. */
    private record Let(String name, Role role, String token) {}

    private record Made(List<Let> devices) {}

    /** GET /api/setup */
    void sample(Call call) {
        call.answer(200, new Sample(Plans.huongTra()));
    }

    /** POST /api/setup/check */
    void check(Call call) {
        PlanApi.answerFaults(call);
    }

    /** POST /api/setup; {@code then} is run when the answer is out. */
    void make(Call call, Runnable then) {
        var wish = call.body(Wish.class);
        var plan = checked(wish.plan());
        var admin = wish.admin();
        if (admin == null || admin.name() == null || admin.displayName() == null || admin.password() == null) {
            throw Failure.field(
                    "admin",
                    "cần tên đăng nhập, họ tên và mật khẩu.",
                    "a name, a display name and a password are needed.");
        }
        var devices = devices(wish.devices());
        call.then(vertx.executeBlocking(() -> made(plan, admin, devices), false), made -> {
            call.context().addEndHandler(sent -> then.run());
            call.answer(201, made);
        });
    }

    private static Plan checked(Plan plan) {
        if (plan == null) throw Failure.field("plan", "còn thiếu.", "is missing.");
        try {
            return Plans.read(Json.bytes(plan));
        } catch (BadPlan e) {
            throw PlanApi.failure(e);
        }
    }

    private static List<Device> devices(List<Device> devices) {
        if (devices == null) return List.of();
        var good = devices.size() <= MOST_DEVICES
                && devices.stream()
                        .allMatch(device -> device != null
                                && device.name() != null
                                && device.role() != null
                                && DEVICES.contains(device.role()));
        if (good) return devices;
        throw Failure.field(
                "devices",
                "mỗi thiết bị cần tên và loại KIOSK, BOARD hoặc TABLET; tối đa " + MOST_DEVICES + ".",
                "each device needs a name and a role KIOSK, BOARD or TABLET; at most " + MOST_DEVICES + ".");
    }

    private Made made(Plan plan, Admin admin, List<Device> devices) {
        var aside = config.data().resolve(HALF_MADE);
        try {
            remove(aside);
            var setup = HubSetup.init(aside, plan, config.clock());
            var access = setup.access();
            access.addPerson(Role.ADMIN, admin.name(), admin.displayName(), admin.password());
            var let = devices.stream()
                    .map(device ->
                            new Let(device.name(), device.role(), access.addDevice(device.role(), device.name())))
                    .toList();
            // No connection is open any more, so all is in the one file.
            Files.move(HubSetup.file(aside), HubSetup.file(config.data()), StandardCopyOption.ATOMIC_MOVE);
            remove(aside);
            return new Made(let);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a set-up that was cut short left behind. */
    private static void remove(Path aside) throws IOException {
        if (Files.notExists(aside)) return;
        try (var left = Files.list(aside)) {
            for (var file : left.toList()) Files.delete(file);
        }
        Files.delete(aside);
    }
}
