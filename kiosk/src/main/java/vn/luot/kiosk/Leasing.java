package vn.luot.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.Plan;

/** Keeps the kiosk's own numbers topped up while the hub is there, one wish at a time. */
final class Leasing {
    private static final Logger LOG = LoggerFactory.getLogger(Leasing.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final HubTickets hub;
    private final HubMemory memory;
    private final Blocks blocks;
    private final OfflineBudget budget;
    private final KioskLoop loop;
    private final Supplier<String> freshKey;
    private final Runnable changed;
    /** Services whose numbers the hub will not lease today. */
    private final Set<String> refused = new HashSet<>();

    private boolean underWay;
    private boolean isCompared;

    Leasing(
            HubTickets hub,
            HubMemory memory,
            Blocks blocks,
            OfflineBudget budget,
            KioskLoop loop,
            Supplier<String> freshKey,
            Runnable changed) {
        this.hub = hub;
        this.memory = memory;
        this.blocks = blocks;
        this.budget = budget;
        this.loop = loop;
        this.freshKey = freshKey;
        this.changed = changed;
    }

    /** The hub is here again, or another day is: what the kiosk holds is compared with what the hub knows. */
    void begin() {
        refused.clear();
        isCompared = false;
        topUp();
    }

    void topUp() {
        if (underWay || !memory.isHere() || memory.openDay() == null) return;
        if (!isCompared) {
            underWay = true;
            hub.blocks().whenCompleteAsync(this::compared, loop);
            return;
        }
        var needed = shortest();
        if (needed.isEmpty()) {
            changed.run();
            return;
        }
        underWay = true;
        wish(freshKey.get(), needed.get());
    }

    private void compared(BlocksView known, Throwable fault) {
        underWay = false;
        if (fault != null) {
            LOG.debug("The hub does not say which numbers are this kiosk's", HubAnswer.cause(fault));
            loop.after(BETWEEN_TRIES, this::topUp);
            return;
        }
        memory.heard(known.at().toInstant());
        memory.ticketsAreAt(known.ticketUrl());
        blocks.keepOnly(known);
        isCompared = true;
        topUp();
    }

    private Optional<BlockRequest> shortest() {
        return memory.plan().stream()
                .flatMap(Plan::services)
                .filter(service -> !refused.contains(service.id()))
                .map(this::missing)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Half of what is kept ready may be used before more is asked for. */
    private Optional<BlockRequest> missing(Plan.Service service) {
        var wanted = budget.numbersOf(service);
        var left = blocks.left(service.id(), memory.openDay());
        return 2 * left < wanted || left == 0 && wanted > 0
                ? Optional.of(new BlockRequest(service.id(), wanted - left))
                : Optional.empty();
    }

    private void wish(String key, BlockRequest wish) {
        hub.lease(key, wish).whenCompleteAsync((block, fault) -> answered(key, wish, block, fault), loop);
    }

    private void answered(String key, BlockRequest wish, NumberBlock block, Throwable fault) {
        if (fault == null) {
            keep(block);
            if (!block.day().equals(memory.openDay())) {
                // The kiosk has yet to hear of that day, and begins anew then: what comes until then would not count
                // either, and one wish after the other would use up the hub's numbers.
                underWay = false;
                return;
            }
        } else if (HubAnswer.isNo(fault)) {
            LOG.info(
                    "The hub leases no numbers of {}: {}",
                    wish.service(),
                    HubAnswer.cause(fault).getMessage());
            refused.add(wish.service());
        } else if (memory.isHere()) {
            // The same key: else every lost answer would cost a block.
            loop.after(BETWEEN_TRIES, () -> wish(key, wish));
            return;
        }
        underWay = false;
        topUp();
    }

    private void keep(NumberBlock block) {
        try {
            blocks.add(block);
        } catch (IOException e) {
            LOG.error("Numbers {} to {} cannot be kept, and are lost", block.first(), block.last(), e);
            refused.add(block.service());
        }
    }
}
