package vn.luot.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ProtocolVersion;

/** From starting the program to the first ticket, in the middle of a day; and what it takes of the memory then. */
final class StartFigures implements Chapter {
    private static final int TICKETS = 5_000;
    private static final int CLIENTS = 100;
    private static final int KIOSKS = 64;
    private static final double SECONDS = 1;
    private static final double MEGABYTES = 130;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        var data = site.freshFolder();
        var tokens = morning(site, data);
        var seconds = new Pairs();
        var megabytes = new Pairs();
        for (var round = 0; round < site.effort().rounds(); round++) {
            var begun = System.nanoTime();
            try (var hub = HubProcess.start(data)) {
                Load.once(hub.port(), new Request(tokens.kiosk()).ticket());
                seconds.add((System.nanoTime() - begun) / 1e9, SECONDS);
                megabytes.add(inUse(site, hub, tokens), MEGABYTES);
            }
        }
        told.accept(seconds.figure("start-to-first-ticket-after-5000-s", Goal.atMost(1)));
        told.accept(megabytes.figure("resident-with-5000-tickets-and-100-clients-mb", Goal.atMost(1)));
    }

    private static BenchHub.Tokens morning(Site site, Path data) {
        try (var hub = BenchHub.start(data)) {
            var kiosk = hub.kiosk();
            Load.send(hub.port(), KIOSKS, TICKETS, any -> kiosk.ticket());
            return hub.tokens();
        }
    }

    private static double inUse(Site site, HubProcess hub, BenchHub.Tokens tokens) throws IOException {
        var hello = Json.text(new FeedMessage.Hello(ProtocolVersion.NOW, tokens.board()));
        try (var clients = new Listeners(site, CLIENTS, hub.port(), "/feed?view=board", hello);
                var kiosk = new Press(site, hub.port(), tokens.kiosk())) {
            clients.millisUntilAllHear(kiosk::ticket);
            return hub.residentMegabytes();
        }
    }
}
