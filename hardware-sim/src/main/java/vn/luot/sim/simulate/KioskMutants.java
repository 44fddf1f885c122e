package vn.luot.sim.simulate;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.luot.kiosk.Block;
import vn.luot.kiosk.HubTickets;
import vn.luot.kiosk.Intent;
import vn.luot.kiosk.Outbox;
import vn.luot.kiosk.printer.PrintLine;
import vn.luot.kiosk.printer.PrintOutcome;
import vn.luot.kiosk.printer.PrinterState;
import vn.luot.kiosk.printer.TicketPrinter;
import vn.luot.protocol.message.BlockRequest;
import vn.luot.protocol.message.BlocksView;
import vn.luot.protocol.message.NumberBlock;
import vn.luot.protocol.message.OfflineTicket;
import vn.luot.protocol.message.Reprint;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketRequest;

/** Wrong kiosks. */
final class KioskMutants {
    private KioskMutants() {}

    static final class AsksFirst extends Seams {
        @Override
        Outbox outbox(Outbox right, KioskDisk disk, World world) {
            return new WrongOutbox(right) {
                @Override
                public void intend(Intent intent) {
                    disk.write(contents -> contents.keep(intent));
                }
            };
        }
    }

    static final class GivesFirst extends Seams {
        @Override
        Outbox outbox(Outbox right, KioskDisk disk, World world) {
            return new WrongOutbox(right) {
                @Override
                public void give(Intent intent, Block after) {
                    disk.write(contents -> {
                        contents.keep(intent);
                        contents.keep(after);
                    });
                }
            };
        }
    }

    /** An outbox that does one thing otherwise than the right one. */
    private abstract static class WrongOutbox implements Outbox {
        private final Outbox right;

        WrongOutbox(Outbox right) {
            this.right = right;
        }

        @Override
        public void intend(Intent intent) throws IOException {
            right.intend(intent);
        }

        @Override
        public void keep(Intent intent) throws IOException {
            right.keep(intent);
        }

        @Override
        public void give(Intent intent, Block after) throws IOException {
            right.give(intent, after);
        }

        @Override
        public Optional<Intent> find(String key) throws IOException {
            return right.find(key);
        }

        @Override
        public List<Intent> unsettled() throws IOException {
            return right.unsettled();
        }

        @Override
        public List<Intent> toUpload() throws IOException {
            return right.toUpload();
        }

        @Override
        public List<Intent> unwanted() throws IOException {
            return right.unwanted();
        }

        @Override
        public List<Block> blocks() throws IOException {
            return right.blocks();
        }

        @Override
        public void keep(Block block) throws IOException {
            right.keep(block);
        }

        @Override
        public void drop(Block block) throws IOException {
            right.drop(block);
        }

        @Override
        public Optional<String> note(String name) throws IOException {
            return right.note(name);
        }

        @Override
        public void note(String name, String text) throws IOException {
            right.note(name, text);
        }
    }

    private abstract static class WrongHubTickets implements HubTickets {
        private final HubTickets right;

        WrongHubTickets(HubTickets right) {
            this.right = right;
        }

        @Override
        public CompletableFuture<TicketReceipt> issue(String key, TicketRequest request) {
            return right.issue(key, request);
        }

        @Override
        public CompletableFuture<Void> makeVoid(String key) {
            return right.makeVoid(key);
        }

        @Override
        public CompletableFuture<BlocksView> blocks() {
            return right.blocks();
        }

        @Override
        public CompletableFuture<NumberBlock> lease(String key, BlockRequest wish) {
            return right.lease(key, wish);
        }

        @Override
        public CompletableFuture<TicketReceipt> takeIn(String key, OfflineTicket ticket) {
            return right.takeIn(key, ticket);
        }

        @Override
        public CompletableFuture<Void> noteReprint(Reprint reprint) {
            return right.noteReprint(reprint);
        }
    }

    static final class PrintsLate extends Seams {
        private static final long LATE = 6_000;

        @Override
        HubTickets hubTickets(HubTickets right, TicketPrinter printer, World world) {
            Map<String, Long> asked = new HashMap<>();
            return new WrongHubTickets(right) {
                @Override
                public CompletableFuture<TicketReceipt> issue(String key, TicketRequest request) {
                    asked.putIfAbsent(key, world.scheduler().now());
                    return super.issue(key, request).thenApply(receipt -> {
                        if (world.scheduler().now() - asked.get(key) > LATE) {
                            printer.print(List.of(
                                    new PrintLine.BigNumber(receipt.number()), new PrintLine.Qr(receipt.statusUrl())));
                        }
                        return receipt;
                    });
                }
            };
        }
    }

    static final class NeverVoids extends Seams {
        @Override
        HubTickets hubTickets(HubTickets right, TicketPrinter printer, World world) {
            return new WrongHubTickets(right) {
                @Override
                public CompletableFuture<Void> makeVoid(String key) {
                    return CompletableFuture.completedFuture(null);
                }
            };
        }
    }

    static final class Renumbers extends Seams {
        @Override
        TicketPrinter printer(TicketPrinter right, World world) {
            return new TicketPrinter() {
                @Override
                public CompletableFuture<PrinterState> look() {
                    return right.look();
                }

                @Override
                public CompletableFuture<PrintOutcome> print(List<PrintLine> ticket) {
                    return right.print(ticket)
                            .thenCompose(outcome -> outcome instanceof PrintOutcome.Unknown
                                    ? right.print(renumbered(ticket))
                                    : CompletableFuture.completedFuture(outcome));
                }
            };
        }

        private static List<PrintLine> renumbered(List<PrintLine> ticket) {
            return ticket.stream()
                    .map(line -> line instanceof PrintLine.BigNumber big ? next(big) : line)
                    .toList();
        }

        private static PrintLine next(PrintLine.BigNumber big) {
            var value = Integer.parseInt(big.number().substring(1)) + 1;
            return new PrintLine.BigNumber(big.number().charAt(0) + "%03d".formatted(value));
        }
    }
}
