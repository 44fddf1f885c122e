package vn.luot.sim.simulate;

import io.vertx.core.Future;
import java.io.IOException;
import vn.luot.hub.feed.Ear;
import vn.luot.protocol.hub.Following;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.StepView;

/** Wrong feeds and wrong boards. */
final class FeedMutants {
    private static final int SELDOM = 7;

    private FeedMutants() {}

    private abstract static class WrongEar implements Ear {
        private final Ear right;

        WrongEar(Ear right) {
            this.right = right;
        }

        @Override
        public boolean isClosed() {
            return right.isClosed();
        }

        @Override
        public void whenClosed(Runnable told) {
            right.whenClosed(told);
        }

        @Override
        public Future<Void> tell(String frame) {
            return right.tell(frame);
        }

        @Override
        public void close(short code, String reason) {
            right.close(code, reason);
        }
    }

    static final class HidesACall extends Seams {
        @Override
        Ear ear(Ear right, World world) {
            return new WrongEar(right) {
                @Override
                public Future<Void> tell(String frame) {
                    return super.tell(frame.contains("\"snapshot\"") ? spoilt(frame) : frame);
                }
            };
        }

        private static String spoilt(String frame) {
            try {
                var snapshot = (FeedMessage.Snapshot) Json.readLeniently(frame, FeedMessage.class);
                var hall = snapshot.hall();
                if (hall.calls().isEmpty()) return frame;
                var without = new HallView(
                        hall.seq(),
                        hall.at(),
                        hall.day(),
                        hall.services(),
                        hall.counters(),
                        hall.calls().subList(1, hall.calls().size()));
                return Json.text(new FeedMessage.Snapshot(without, snapshot.epoch()));
            } catch (IOException e) {
                throw new IllegalStateException(frame, e);
            }
        }
    }

    static final class LosesFrames extends Seams {
        private int told;

        @Override
        Ear ear(Ear right, World world) {
            return new WrongEar(right) {
                @Override
                public Future<Void> tell(String frame) {
                    var isLost = frame.contains("\"step\"") && ++told % SELDOM == 0;
                    return isLost ? Future.succeededFuture() : super.tell(frame);
                }
            };
        }
    }

    static final class SkipsSteps extends Seams {
        @Override
        Following.Since since(Following.Since right) {
            return new Following.Since(right.seq() < 0 ? right.seq() : right.seq() + 2, right.epoch());
        }
    }

    static final class DrawsTheOld extends Seams {
        private int drawn;

        @Override
        HubLink.Listener board(HubLink.Listener right, World world) {
            return new HubLink.Listener() {
                private HallView before;

                @Override
                public void connected(HallView hall) {
                    before = hall;
                    right.connected(hall);
                }

                @Override
                public void stepped(HallView after, StepView step, boolean live) {
                    right.stepped(after, step, live);
                    if (++drawn % SELDOM == 0 && before != null) right.connected(before);
                    before = after;
                }

                @Override
                public void lost(String reason) {
                    right.lost(reason);
                }

                @Override
                public void refused(FeedMessage.Refused refusal) {
                    right.refused(refusal);
                }
            };
        }
    }
}
