package vn.luot.hub.http;

import io.vertx.core.Vertx;
import vn.luot.hub.access.Devices;
import vn.luot.hub.queue.Role;

/** The devices of the hall, for who looks after them. */
public final class DevicesApi {
    private final Vertx vertx;
    private final Devices devices;

    public DevicesApi(Vertx vertx, Devices devices) {
        this.vertx = vertx;
        this.devices = devices;
    }

    private record NewDevice(String name, Role role) {}

    /** A token that is shown this once. */
    private record Token(String name, Role role, String token) {}

    /** GET /api/devices */
    public void list(Call call) {
        call.then(vertx.executeBlocking(devices::all, false), all -> call.answer(200, all));
    }

    /** POST /api/devices */
    public void add(Call call) {
        var wanted = call.body(NewDevice.class);
        if (wanted.name() == null) throw Failure.field("name", "còn thiếu.", "missing.");
        var role = deviceRole(wanted.role());
        call.then(
                vertx.executeBlocking(
                        () -> new Token(wanted.name(), role, devices.add(call.actor(), role, wanted.name())), false),
                token -> call.answer(201, token));
    }

    static Role deviceRole(Role role) {
        var isDevices = role != null
                && switch (role) {
                    case KIOSK, BOARD, TABLET -> true;
                    // A keypad needs its counter, and is added where its wires are: by the command line.
                    case KEYPAD, CLERK, HOST, MANAGER, TECHNICIAN, ADMIN, HOLDER -> false;
                };
        if (!isDevices) throw Failure.field("role", "phải là KIOSK, BOARD hoặc TABLET.", "KIOSK, BOARD or TABLET.");
        return role;
    }

    /** DELETE /api/devices/{name} */
    public void revoke(Call call) {
        call.then(
                vertx.executeBlocking(
                        () -> {
                            devices.revoke(call.actor(), call.path("name"));
                            return null;
                        },
                        false),
                nothing -> call.answerNothing());
    }
}
