package vn.luot.sim.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.access.AccessLog;
import vn.luot.hub.queue.Role;
import vn.luot.hub.settings.Plans;
import vn.luot.protocol.message.Plan;
import vn.luot.sim.hall.DayAndNight;

/** A folder with the data of a new centre that is open day and night, and everybody who works there. */
final class Place {
    static final String PASSWORD = "moi ba con vao";
    /** A kiosk that was let in once. */
    static final String REVOKED = "KX";

    private final Path folder;
    private final Plan plan;
    private final Map<String, String> tokens = new HashMap<>();

    private Place(Path folder) {
        this.folder = folder;
        this.plan = withMoreNumbers(Plans.huongTra());
    }

    static Place in(Path folder) throws IOException {
        var place = new Place(Files.createDirectories(folder));
        place.settle();
        return place;
    }

    private void settle() throws IOException {
        var access = HubSetup.init(hub(), plan, HubConfig.systemClock()).access();
        for (var counter : counters()) {
            access.addPerson(Role.CLERK, clerk(counter), "Cán bộ quầy " + counter, PASSWORD);
            keep(tablet(counter), access.addDevice(Role.TABLET, tablet(counter)));
        }
        access.addPerson(Role.TECHNICIAN, "kythuat", "Kỹ thuật", PASSWORD);
        for (var kiosk : List.of("K1", "K2")) keep(kiosk, access.addDevice(Role.KIOSK, kiosk));
        for (var hand = 1; hand <= 6; hand++) keep("H" + hand, access.addDevice(Role.KIOSK, "H" + hand));
        keep(REVOKED, access.addDevice(Role.KIOSK, REVOKED));
        access.devices().revoke(AccessLog.COMMAND_LINE, REVOKED);
        keep("B1", access.addDevice(Role.BOARD, "B1"));
    }

    private void keep(String device, String token) throws IOException {
        tokens.put(device, token);
        Files.writeString(tokenFile(device), token);
        Files.setPosixFilePermissions(tokenFile(device), PosixFilePermissions.fromString("rw-------"));
    }

    /** With ten times the numbers, because more come here in a minute than elsewhere in an hour. */
    private static Plan withMoreNumbers(Plan plan) {
        var fields = plan.fields().stream()
                .map(field -> new Plan.Field(
                        field.id(),
                        field.name(),
                        field.services().stream().map(Place::wider).toList()))
                .toList();
        return DayAndNight.open(plan, fields);
    }

    private static Plan.Service wider(Plan.Service service) {
        return new Plan.Service(
                service.id(),
                service.name(),
                service.prefix(),
                service.first() * 10,
                service.last() * 10 + 9,
                service.hours());
    }

    Path folder() {
        return folder;
    }

    /** The hub's data. */
    Path hub() {
        return folder.resolve("hub");
    }

    Path database() {
        return hub().resolve("luot.db");
    }

    Plan plan() {
        return plan;
    }

    List<Integer> counters() {
        return plan.counters().stream().map(Plan.Counter::id).toList();
    }

    /** Some that many counters serve, so that lines move. */
    List<String> services() {
        return plan.services().map(Plan.Service::id).limit(12).toList();
    }

    static String clerk(int counter) {
        return "quay" + counter;
    }

    static String tablet(int counter) {
        return "T" + counter;
    }

    String token(String device) {
        return tokens.get(device);
    }

    Path tokenFile(String device) {
        return folder.resolve(device + ".token");
    }

    /** Copies a folder as it is, with the permissions of its files. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void remove(Path folder) {
        if (Files.notExists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file :
                    new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
