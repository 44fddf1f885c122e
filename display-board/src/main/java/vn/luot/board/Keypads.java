package vn.luot.board;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import vn.luot.board.BoardConfig.KeypadLine;
import vn.luot.board.BoardConfig.Pad;
import vn.luot.board.keypad.KeypadBus;
import vn.luot.protocol.hub.Deaf;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.program.CannotStart;

/**
 * The clerks' keypads. Each asks the hub with a token of its own, which is good for one counter only; what they show comes
 * with the feed of the boards.
 */
final class Keypads {
    private final List<HubLink> links = new ArrayList<>();
    private final List<KeypadBus> buses;

    private Keypads(Vertx vertx, URI hub, List<KeypadLine> lines, Runnable changed) {
        buses = lines.stream().map(line -> bus(vertx, hub, line, changed)).toList();
    }

    /**
     * @param changed told when a keypad is gone or back
     * @throws CannotStart when the token of one cannot be read
     */
    static Keypads start(Vertx vertx, URI hub, List<KeypadLine> lines, Runnable changed) {
        return new Keypads(vertx, hub, lines, changed);
    }

    private KeypadBus bus(Vertx vertx, URI hub, KeypadLine line, Runnable changed) {
        var hubs = new LinkedHashMap<KeypadBus.Pad, HubLink>();
        for (var pad : line.pads()) {
            var link = new HubLink(vertx, hub, token(pad), "counter/" + pad.counter(), new Deaf());
            links.add(link);
            hubs.put(new KeypadBus.Pad(pad.address(), pad.counter()), link);
        }
        return KeypadBus.start(vertx, line.line(), hubs, changed);
    }

    private static String token(Pad pad) {
        try {
            return Files.readString(pad.tokenFile()).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "không đọc được tệp mã của bàn phím " + pad.tokenFile(),
                    "cannot read the keypad's token file; make one with: hub device add --role keypad --counter "
                            + pad.counter() + " --name NAME",
                    e);
        }
    }

    void show(HallView hall) {
        buses.forEach(bus -> bus.show(hall));
    }

    Stream<HardwareReport.Part> parts() {
        return buses.stream().flatMap(bus -> bus.parts().stream());
    }

    Future<Void> close() {
        var closing = Stream.concat(
                buses.stream().map(KeypadBus::close), links.stream().map(HubLink::close));
        return Future.join(closing.toList()).mapEmpty();
    }
}
