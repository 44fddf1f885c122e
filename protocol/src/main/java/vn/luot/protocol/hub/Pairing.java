package vn.luot.protocol.hub;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device's way in without a typed token: shows a code, another when that grows old, and waits until somebody confirmed
 * one at the hub. It lives on one Vert.x context.
 */
final class Pairing {
    private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);
    /** The hub gives an address ten codes a minute, and answers sixty questions. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int BETWEEN_CODES = 4;

    private final Vertx vertx;
    private final Requests requests;
    private final Duration patience;
    private final Consumer<String> shown;
    private final Promise<String> token = Promise.promise();
    private boolean stopped;

    /** @param shown gets each code, to be seen by whoever may confirm it */
    Pairing(Vertx vertx, Requests requests, Consumer<String> shown) {
        this(vertx, requests, PATIENCE, shown);
    }

    /** @param patience between two questions whether it was confirmed */
    Pairing(Vertx vertx, Requests requests, Duration patience, Consumer<String> shown) {
        this.vertx = vertx;
        this.requests = requests;
        this.patience = patience;
        this.shown = shown;
    }

    private record Asked(String deviceCode, String userCode) {}

    private record Fetch(String deviceCode) {}

    private record LetIn(String name, String role, String token) {}

    /** @return the device's token, once it was let in; never fails */
    Future<String> start() {
        askForACode();
        return token.future();
    }

    /** Nobody needs the code any more. */
    void stop() {
        stopped = true;
    }

    private void askForACode() {
        requests.send(HttpMethod.POST, "/api/pairing", null, null, Asked.class)
                .onSuccess(this::show)
                .onFailure(fault -> askAnew());
    }

    private void show(Asked asked) {
        if (stopped) return;
        LOG.warn("This device is not let in. Its pairing code is {}: type it at the hub's Devices", asked.userCode());
        shown.accept(asked.userCode());
        afterwards(1, () -> lookWhetherConfirmed(asked));
    }

    private void lookWhetherConfirmed(Asked asked) {
        requests.send(HttpMethod.POST, "/api/pairing/token", null, new Fetch(asked.deviceCode()), LetIn.class)
                .onSuccess(letIn -> {
                    if (letIn == null) afterwards(1, () -> lookWhetherConfirmed(asked));
                    else letIn(letIn);
                })
                .onFailure(fault -> {
                    if (fault instanceof HubAway) afterwards(1, () -> lookWhetherConfirmed(asked));
                    else askAnew();
                });
    }

    private void letIn(LetIn letIn) {
        LOG.info("Let in as {} ({})", letIn.name(), letIn.role());
        token.complete(letIn.token());
    }

    private void askAnew() {
        afterwards(BETWEEN_CODES, this::askForACode);
    }

    private void afterwards(int pauses, Runnable next) {
        vertx.setTimer(patience.multipliedBy(pauses).toMillis(), due -> {
            if (!stopped) next.run();
        });
    }
}
