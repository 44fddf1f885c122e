package vn.luot.kiosk;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketReceipt;

/** Whether and how the kiosk gives a number without the hub. */
final class Offline {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    private final HubMemory hub;
    private final Blocks blocks;
    private final OfflineBudget budget;

    Offline(HubMemory hub, Blocks blocks, OfflineBudget budget) {
        this.hub = hub;
        this.blocks = blocks;
        this.budget = budget;
    }

    /** The block that a number of this service would come from now; empty when the kiosk must not give one. */
    Optional<Block> block(String service) {
        var plan = hub.plan();
        if (plan.isEmpty() || !isWithinBudget()) return Optional.empty();
        return plan.get()
                .service(service)
                .filter(known -> Hours.isOpen(plan.get(), known, hub.localTime()))
                .flatMap(known -> blocks.next(service, hub.openDay()));
    }

    /** The kiosk's day is the hub's last one or none: after midnight, or with a lost clock, no number is given. */
    private boolean isWithinBudget() {
        var silence = hub.silence();
        return hub.barred().isEmpty()
                && hub.openDay() != null
                && hub.openDay().equals(hub.localTime().toLocalDate())
                && silence.compareTo(Duration.ofMinutes(-1)) > 0
                && silence.compareTo(budget.time()) <= 0;
    }

    /** Gives the next number of {@code block}; durable when this returns. */
    Intent give(Intent pending, Block block) throws IOException {
        var plan = hub.plan().orElseThrow();
        var given = pending.issued(receipt(pending, block, plan), Given.from(block));
        blocks.give(given, block);
        return given;
    }

    private TicketReceipt receipt(Intent pending, Block block, Plan plan) {
        var service = pending.request().service();
        var token = freshToken();
        return new TicketReceipt(
                0,
                block.number(),
                token,
                hub.ticketUrl() + token,
                service,
                plan.countersFor(service),
                pending.at().atZone(plan.centre().timeZone()).toOffsetDateTime(),
                0);
    }

    private static String freshToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
