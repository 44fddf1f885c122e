package vn.luot.sim.torture;

import java.nio.file.Path;
import java.util.Optional;
import vn.luot.hub.Hub;
import vn.luot.hub.HubConfig;
import vn.luot.protocol.program.Program;

/** The hub's program with one difference: a {@link WrongClock}. */
public final class HubWithClock {
    private HubWithClock() {}

    /** @param arguments folder of the data, port, file of the offset */
    public static void main(String... arguments) throws InterruptedException {
        var clock = new WrongClock(Path.of(arguments[2]));
        var config = new HubConfig(
                Path.of(arguments[0]), "127.0.0.1", Integer.parseInt(arguments[1]), Optional.empty(), "", clock);
        Program.untilStopped(Hub.start(config)::close);
    }
}
