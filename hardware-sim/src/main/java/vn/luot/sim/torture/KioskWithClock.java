package vn.luot.sim.torture;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.luot.kiosk.Kiosk;
import vn.luot.kiosk.KioskConfig;
import vn.luot.protocol.line.LineAddress;
import vn.luot.protocol.program.Program;

/** The kiosk's program with one difference: a {@link WrongClock}. */
public final class KioskWithClock {
    private KioskWithClock() {}

    /** @param arguments file of the offset, address of the hub, file of the token, printer, profile, port, folder of the data */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var vertx = Vertx.vertx();
        var config = new KioskConfig(
                URI.create(arguments[1]),
                Files.readString(Path.of(arguments[2])).strip(),
                LineAddress.parse(arguments[3]),
                arguments[4],
                Integer.parseInt(arguments[5]),
                Path.of(arguments[6]));
        var clock = new WrongClock(Path.of(arguments[0]));
        var kiosk = Kiosk.start(vertx, config, clock, System::nanoTime).await();
        Program.untilStopped(() -> kiosk.close().eventually(vertx::close).await());
    }
}
