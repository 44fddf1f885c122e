package vn.luot.sim.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Durable tickets over HTTP, beside a bare server, the bare disk, and one commit for each request. */
final class IssueFigures implements Chapter {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64, 256);
    private static final int CROWD = 64;
    private static final int WARM_UP = 10_000;
    private static final int MOST_WARM_UPS = 12;
    private static final int COMMITS = 100;
    /** Far more than wait when the hub keeps up. */
    private static final int MOST_AT_ONCE = 256;

    @Override
    public void measure(Site site, Consumer<Figure> told) throws IOException {
        try (var bare = BareServer.start(site.bare());
                var one = new OneCommitEach(site.bare(), site.freshFolder());
                var committing = BareServer.thatWaits(site.bare(), one::issueLater);
                var hub = BenchHub.start(site.freshFolder());
                var disk = new Disk(site.freshFolder())) {
            var servers = new Servers(site, bare, committing, hub, disk, one);
            servers.warmUp();
            // Before the crowds: whoever is alone stands in no hall with hundreds of thousands in line.
            servers.alone(told);
            for (var connections : CONNECTIONS) servers.issue(connections, told);
            servers.crowd(told);
            servers.steady(told);
        }
    }

    private record Servers(
            Site site, BareServer bare, BareServer committing, BenchHub hub, Disk disk, OneCommitEach one) {

        void warmUp() {
            var kiosk = hub.kiosk();
            for (var port : List.of(bare.port(), hub.port())) {
                Warmth.reach(MOST_WARM_UPS, () -> Load.send(port, CROWD, WARM_UP, any -> kiosk.ticket()));
            }
            // Its log on the disk is as long as that of the hub's then: to make it longer takes more than to write into
            // it.
            Load.send(committing.port(), CROWD, WARM_UP, any -> kiosk.ticket());
        }

        private Load.Answered load(int port, int connections) {
            var kiosk = hub.kiosk();
            return Load.run(site, port, connections, any -> kiosk.ticket());
        }

        void issue(int connections, Consumer<Figure> told) {
            var rate = new Pairs();
            var median = new Pairs();
            var tail = new Pairs();
            for (var round = 0; round < site.effort().rounds(); round++) {
                var limit = load(bare.port(), connections);
                var issued = load(hub.port(), connections);
                rate.add(issued.perSecond(), limit.perSecond());
                median.add(issued.millis().median(), limit.millis().median());
                tail.add(issued.millis().percentile(99), limit.millis().percentile(99));
            }
            var crowd = connections == CROWD;
            var name = "issue-" + connections;
            told.accept(rate.figure(name + "-of-bare-per-s", crowd ? Goal.atLeast(0.35) : Goal.NONE));
            told.accept(median.figure(name + "-p50-ms", Goal.NONE));
            told.accept(tail.figure(name + "-p99-ms", crowd ? Goal.atMost(5) : Goal.NONE));
        }

        void crowd(Consumer<Figure> told) throws IOException {
            var ofDisk = new Pairs();
            var ofOneCommit = new Pairs();
            for (var round = 0; round < site.effort().rounds(); round++) {
                var syncs = disk.perSecond(site.effort().turn());
                var issued = load(hub.port(), CROWD).perSecond();
                ofDisk.add(issued, syncs);
                ofOneCommit.add(issued, load(committing.port(), CROWD).perSecond());
            }
            told.accept(ofDisk.figure("issue-64-of-fdatasync-per-s", Goal.atLeast(5)));
            told.accept(ofOneCommit.figure("issue-64-of-one-commit-each-per-s", Goal.atLeast(5)));
        }

        /** One visitor alone waits for one commit and one answer, and for nothing else. */
        void alone(Consumer<Figure> told) {
            var alone = new Pairs();
            for (var round = 0; round < site.effort().rounds(); round++) {
                var limit = load(bare.port(), 1).millis().median() + commitMillis();
                alone.add(load(hub.port(), 1).millis().median(), limit);
            }
            told.accept(alone.figure("issue-alone-ms", Goal.atMost(1.5)));
        }

        /** As many tickets as the disk could keep one by one: nobody may be left waiting longer and longer. */
        void steady(Consumer<Figure> told) throws IOException {
            var answered = new Pairs();
            var tail = new Pairs();
            var kiosk = hub.kiosk();
            for (var round = 0; round < site.effort().rounds(); round++) {
                var syncs = disk.perSecond(site.effort().turn());
                var issued = Load.offer(site, hub.port(), MOST_AT_ONCE, syncs, any -> kiosk.ticket());
                answered.add(issued.perSecond(), syncs);
                tail.add(issued.millis().percentile(99), 1e3 / syncs);
            }
            told.accept(answered.figure("issue-offered-at-fdatasync-rate-per-s", Goal.atLeast(0.97)));
            told.accept(tail.figure("issue-offered-at-fdatasync-rate-p99-ms", Goal.NONE));
        }

        private double commitMillis() {
            var millis = new Samples();
            for (var i = 0; i < COMMITS; i++) {
                var begun = System.nanoTime();
                one.issue();
                millis.add((System.nanoTime() - begun) / 1e6);
            }
            return millis.median();
        }
    }
}
