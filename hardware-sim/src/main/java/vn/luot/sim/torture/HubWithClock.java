package vn.luot.sim.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vn.luot.hub.Hub;
import vn.luot.hub.HubConfig;
import vn.luot.protocol.program.Program;

/**
 * The hub's program with one difference: its clock is off by as many seconds as a file says. (libfaketime would lie to the program as
 * it is, but a Java program hangs under it.)
 */
public final class HubWithClock {
    private HubWithClock() {}

    /** @param arguments folder of the data, port, file of the offset */
    public static void main(String... arguments) throws InterruptedException {
        var clock = new WrongClock(Path.of(arguments[2]));
        var config = new HubConfig(
                Path.of(arguments[0]), "127.0.0.1", Integer.parseInt(arguments[1]), Optional.empty(), "", clock);
        Program.untilStopped(Hub.start(config)::close);
    }

    private static final class WrongClock extends Clock {
        private final Clock right = HubConfig.systemClock();
        private final Path offset;

        private WrongClock(Path offset) {
            this.offset = offset;
        }

        @Override
        public Instant instant() {
            try {
                return right.instant()
                        .plus(Duration.ofSeconds(
                                Long.parseLong(Files.readString(offset).strip())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return right.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
