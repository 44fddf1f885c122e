package vn.luot.sim.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.luot.hub.Hub;
import vn.luot.hub.HubConfig;
import vn.luot.hub.HubSetup;
import vn.luot.hub.access.Access;
import vn.luot.hub.access.SignIn;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.http.Limits;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Plan;

/** A real hub under measurement, its day open. */
final class BenchHub implements AutoCloseable {
    private static final String CLERK = "quay";
    private static final String PASSWORD = "moi ba con vao";

    private final Hub hub;
    private final Tokens tokens;

    private BenchHub(Hub hub, Tokens tokens) {
        this.hub = hub;
        this.tokens = tokens;
    }

    record Tokens(String kiosk, String board, String clerk) {}

    static BenchHub start(Path data) {
        return start(data, journal -> journal);
    }

    /** Of another centre than that of the bench. */
    static BenchHub start(Path data, Plan plan) {
        return start(data, settle(data, plan), journal -> journal);
    }

    /** @param disk what is between the desk and its journal */
    static BenchHub start(Path data, UnaryOperator<Journal> disk) {
        return start(data, settle(data), disk);
    }

    private static BenchHub start(Path data, Tokens tokens, UnaryOperator<Journal> disk) {
        var config = new HubConfig(data, "127.0.0.1", 0, Optional.empty(), "", HubConfig.systemClock())
                // One token asks for all of it here.
                .with(Limits.NONE);
        var hub = new BenchHub(Hub.start(config, disk), tokens);
        Load.once(hub.port(), new Request(tokens.clerk()).post("/api/day/open", ""));
        return hub;
    }

    /** Makes the data of a hub. */
    static Tokens settle(Path data) {
        return settle(data, BenchPlan.plan());
    }

    private static Tokens settle(Path data, Plan plan) {
        var access = HubSetup.init(data, plan, HubConfig.systemClock()).access();
        access.addPerson(Role.CLERK, CLERK, "Cán bộ", PASSWORD);
        return new Tokens(
                access.addDevice(Role.KIOSK, "Kiosk"), access.addDevice(Role.BOARD, "Board"), clerksToken(access));
    }

    private static String clerksToken(Access access) {
        return ((SignIn.SignedIn) access.signIn(CLERK, PASSWORD, "127.0.0.1")).token();
    }

    int port() {
        return hub.port();
    }

    Request kiosk() {
        return new Request(tokens.kiosk());
    }

    Request clerk() {
        return new Request(tokens.clerk());
    }

    Tokens tokens() {
        return tokens;
    }

    /** The same clerk sits down at all of them, so as to sign in once. */
    void openCounters() {
        for (var counter = 1; counter <= BenchPlan.COUNTERS; counter++) {
            Load.once(port(), clerk().verb(counter, "open"));
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
