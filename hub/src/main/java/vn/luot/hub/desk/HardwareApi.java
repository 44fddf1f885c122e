package vn.luot.hub.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Hardware;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Words;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareStatus;

/** Devices tell how their hardware is, and staff see it. A device that is silent has lost whatever hangs on it. */
public final class HardwareApi {
    /** How often silent devices are looked for. */
    public static final long LOOK_MILLIS = 500;

    /** After a start of the hub, devices find back to it within some seconds. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration SILENCE = Duration.ofMillis(HardwareReport.SILENCE_MILLIS);
    private static final int MOST_PARTS = 300;
    private static final int LONGEST_DETAIL = 300;
    private static final Actor HUB = new Actor(Role.ADMIN, "", "Lượt");

    private final Desk desk;
    private final Reception reception;
    private final Views views;
    /** By device, until when its next word is waited for; in nanoTime. */
    private final Map<String, Long> patience = new ConcurrentHashMap<>();

    public HardwareApi(Desk desk, Reception reception, Views views) {
        this.desk = desk;
        this.reception = reception;
        this.views = views;
    }

    /** Begins to wait for the devices that the hall knows. */
    public void open() {
        desk.read(hall -> {
            hall.hardware().forEach(known -> waitFor(known.now().device(), GRACE));
            return null;
        });
    }

    /** POST /api/hardware */
    public void report(Call call) {
        var actor = call.actor();
        var parts = parts(actor.name(), call.body(HardwareReport.class));
        waitFor(actor.name(), SILENCE);
        call.then(
                reception.ask((hall, now) -> hall.report(actor.name(), parts, actor, now)),
                outcome -> call.answerNothing());
    }

    /** GET /api/hardware */
    public void show(Call call) {
        call.then(reception.look(this::status), status -> call.answer(200, status));
    }

    private HardwareStatus status(Hall hall) {
        return new HardwareStatus(
                views.hardware(hall.hardware()),
                hall.alarms().stream().map(views::alarm).toList());
    }

    /** Tells the hall of devices that were silent for too long. */
    public void missTheSilent() {
        var now = System.nanoTime();
        patience.forEach((device, until) -> {
            if (until - now < 0 && patience.remove(device, until)) {
                desk.submit((hall, at) -> hall.silenced(device, HUB, at));
            }
        });
    }

    private void waitFor(String device, Duration longest) {
        patience.put(device, System.nanoTime() + longest.toNanos());
    }

    private static List<Hardware> parts(String device, HardwareReport report) {
        var parts = report.parts();
        if (parts.size() > MOST_PARTS) throw Failure.field("parts", "nhiều quá 300.", "more than 300.");
        var names = parts.stream().map(HardwareReport.Part::name).collect(Collectors.toSet());
        if (names.size() < parts.size()) throw Failure.field("parts", "có hai tên trùng nhau.", "names a part twice.");
        return IntStream.range(0, parts.size())
                .mapToObj(index -> part(device, parts.get(index), "parts[" + index + "]"))
                .toList();
    }

    private static Hardware part(String device, HardwareReport.Part part, String field) {
        if (part.name() == null || part.name().contains(";")) {
            throw Failure.field(field + ".name", "phải có tên, không chứa dấu ;", "a name without ; is needed.");
        }
        if (part.type() == null) throw Failure.field(field + ".type", "phải có loại.", "a type is needed.");
        if (part.condition() == null) {
            throw Failure.field(field + ".condition", "phải có tình trạng.", "a condition is needed.");
        }
        check(part.name(), field + ".name", LONGEST_DETAIL);
        if (part.detail() != null) check(part.detail(), field + ".detail", LONGEST_DETAIL);
        return new Hardware(
                device,
                part.name(),
                Hardware.Type.valueOf(part.type().name()),
                Hardware.Condition.valueOf(part.condition().name()),
                part.detail());
    }

    private static void check(String words, String field, int most) {
        Words.fault(words, most).ifPresent(fault -> {
            throw Failure.text(field, fault.vi(), fault.en());
        });
    }
}
