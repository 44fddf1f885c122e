package vn.luot.kiosk;

import java.util.concurrent.CompletableFuture;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
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

    /** The blocks that the hub knows to be this kiosk's. */
    CompletableFuture<BlocksView> blocks();

    CompletableFuture<NumberBlock> lease(String key, BlockRequest wish);

    /** Tells the hub of a ticket that the kiosk gave by itself. */
    CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket);

    /** Tells the hub that there may be a second paper. */
    CompletableFuture<Void> noteReprint(Reprint reprint);

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

            @Override
            public CompletableFuture<BlocksView> blocks() {
                return link.get("/api/leases", BlocksView.class)
                        .toCompletionStage()
                        .toCompletableFuture();
            }

            @Override
            public CompletableFuture<NumberBlock> lease(String key, BlockRequest wish) {
                return post("/api/leases", key, wish, NumberBlock.class);
            }

            @Override
            public CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket) {
                return post("/api/tickets/offline", key, ticket, TicketReceipt.class);
            }

            @Override
            public CompletableFuture<Void> noteReprint(Reprint reprint) {
                return post("/api/tickets/reprint", null, reprint, Void.class);
            }

            private <T> CompletableFuture<T> post(String path, String key, Object body, Class<T> answer) {
                return link.post(path, key, body, answer).toCompletionStage().toCompletableFuture();
            }
        };
    }
}
