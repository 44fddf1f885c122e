package vn.luot.hub.http;

import io.vertx.core.Vertx;
import vn.luot.hub.access.Pairing;
import vn.luot.hub.queue.Role;

/** Devices that ask to be let in by a code that they show. */
public final class PairingApi {
    private static final int POLL_SECONDS = 3;

    private final Vertx vertx;
    private final Pairing pairing;
    private final AddressLimit asking = new AddressLimit(10);
    /** What is fetched with is too long to guess, and thirty screens that show a code may share an address. */
    private final AddressLimit fetching = new AddressLimit(600);

    public PairingApi(Vertx vertx, Pairing pairing) {
        this.vertx = vertx;
        this.pairing = pairing;
    }

    private record Asked(String deviceCode, String userCode, long expiresInSeconds, int pollSeconds) {}

    private record Fetch(String deviceCode) {}

    private record Confirm(String userCode, Role role, String name) {}

    /** POST /api/pairing */
    public void ask(Call call) {
        asking.count(call.address());
        var codes = pairing.ask();
        call.answer(201, new Asked(codes.deviceCode(), codes.userCode(), Pairing.LIFE.toSeconds(), POLL_SECONDS));
    }

    /** POST /api/pairing/token */
    public void fetch(Call call) {
        fetching.count(call.address());
        var given = call.body(Fetch.class);
        if (given.deviceCode() == null) throw Failure.field("deviceCode", "còn thiếu.", "missing.");
        var answer = pairing.fetch(given.deviceCode());
        if (answer instanceof Pairing.Answer.LetIn letIn) {
            call.answer(200, letIn);
        } else if (answer instanceof Pairing.Answer.Waiting) {
            call.context().response().setStatusCode(202).end();
        } else {
            throw expired();
        }
    }

    /** POST /api/pairing/confirm */
    public void confirm(Call call) {
        var given = call.body(Confirm.class);
        if (given.userCode() == null || given.name() == null) {
            throw Failure.field("userCode, name", "phải có cả hai.", "both are needed.");
        }
        var role = DevicesApi.deviceRole(given.role());
        call.then(
                vertx.executeBlocking(() -> pairing.confirm(call.actor(), given.userCode(), role, given.name()), false),
                confirmed -> answer(call, confirmed));
    }

    private static void answer(Call call, Pairing.Confirmed confirmed) {
        switch (confirmed) {
            case LET_IN -> call.answerNothing();
            case GONE -> throw expired();
            case NO_SUCH_CODE ->
                throw new Failure(
                        404,
                        "CODE_UNKNOWN",
                        "Không có thiết bị nào đang hiện mã này. Hãy xem lại mã trên thiết bị.",
                        "No device shows this code. Look at the device again.");
            case TOO_MANY_TRIES -> throw Failure.tooMany((int) Pairing.LIFE.toSeconds());
        }
    }

    private static Failure expired() {
        return new Failure(
                410,
                "CODE_EXPIRED",
                "Mã đã dùng hoặc quá 10 phút. Hãy cho thiết bị hiện mã mới.",
                "The code was used, or is older than ten minutes. Let the device show a new one.");
    }
}
