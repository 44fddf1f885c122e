package vn.luot.sim.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import vn.luot.hub.HubConfig;

/**
 * A clock that is off by as many seconds as a file says. (libfaketime would lie to the programs as they are, but a Java program
 * hangs under it.)
 */
final class WrongClock extends Clock {
    private final Clock right = HubConfig.systemClock();
    private final Path offset;

    WrongClock(Path offset) {
        this.offset = offset;
    }

    /** At once: nobody reads half an offset. */
    static void setOff(Path clock, long seconds) throws IOException {
        var fresh = clock.resolveSibling(clock.getFileName() + ".new");
        Files.writeString(fresh, "" + seconds);
        Files.move(fresh, clock, StandardCopyOption.ATOMIC_MOVE);
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
