package vn.luot.kiosk;

import java.util.concurrent.CompletableFuture;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/**
 * What a kiosk asks of the hub. Answers fail with {@link vn.luot.protocol.hub.HubProblem} when the hub said no; with
 * anything else nobody knows what the hub did, and the same may be asked again with the same key. Answers come on any thread.
 */
public interface HubTickets {
    CompletableFuture<TicketReceipt> issue(String key, TicketRequest request);

    /** Nobody is to be called by what this key asked for, now or later. */
    CompletableFuture<Void> makeVoid(String key);

    /** Asks over HTTP. */
    static HubTickets over(HubLink link) {
        return new HubTickets() {
            @Override
            public CompletableFuture<TicketReceipt> issue(String key, TicketRequest request) {
                return post("/api/tickets", key, request, TicketReceipt.class);
            }

            @Override
            public CompletableFuture<Void> makeVoid(String key) {
                return post("/api/tickets/void", key, null, Void.class);
            }

            private <T> CompletableFuture<T> post(String path, String key, Object body, Class<T> answer) {
                return link.post(path, key, body, answer).toCompletionStage().toCompletableFuture();
            }
        };
    }
}
