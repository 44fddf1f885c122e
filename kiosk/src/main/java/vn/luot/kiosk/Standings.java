package vn.luot.kiosk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Plan;

/** Finds how the kiosk stands. */
final class Standings {
    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

    private final HubMemory memory;
    private final Offline offline;
    private final Outbox outbox;

    Standings(HubMemory memory, Offline offline, Outbox outbox) {
        this.memory = memory;
        this.offline = offline;
        this.outbox = outbox;
    }

    Standing now() {
        var ready = memory.plan().stream()
                .flatMap(Plan::services)
                .map(Plan.Service::id)
                .filter(service -> offline.block(service).isPresent())
                .collect(Collectors.toSet());
        return new Standing(
                memory.plan().orElse(null),
                memory.openDay(),
                memory.isHere(),
                memory.barred().orElse(null),
                memory.isOutdated(),
                ready,
                unwanted());
    }

    /** Of today: on another day nobody stands there with such a paper. */
    private List<String> unwanted() {
        if (memory.plan().isEmpty()) return List.of();
        var today = memory.localTime().toLocalDate();
        try {
            return outbox.unwanted().stream()
                    .filter(intent -> isOf(today, intent))
                    .map(intent -> intent.receipt().number())
                    .toList();
        } catch (IOException e) {
            LOG.error("Reading the outbox failed", e);
            return List.of();
        }
    }

    private static boolean isOf(LocalDate today, Intent intent) {
        return intent.receipt().issuedAt().toLocalDate().equals(today);
    }
}
