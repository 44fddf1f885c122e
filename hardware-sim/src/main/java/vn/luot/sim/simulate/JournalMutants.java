package vn.luot.sim.simulate;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.luot.hub.desk.Announcement;
import vn.luot.hub.desk.Audience;
import vn.luot.hub.desk.Journal;
import vn.luot.hub.desk.JournalFailed;
import vn.luot.hub.queue.Step;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketOrder;

/** Wrong journals. */
final class JournalMutants {
    private JournalMutants() {}

    /** A journal that does one thing otherwise than the right one. */
    private abstract static class Wrong implements Journal {
        private final Journal right;

        Wrong(Journal right) {
            this.right = right;
        }

        @Override
        public void append(List<Step> steps) throws JournalFailed {
            right.append(steps);
        }

        @Override
        public void replay(Consumer<Step> reader) throws JournalFailed {
            right.replay(reader);
        }

        @Override
        public void close() {
            right.close();
        }
    }

    static final class FlushesLater extends Seams {
        private static final long LATER = 300;

        @Override
        Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
            return new Wrong(right) {
                @Override
                public void append(List<Step> steps) {
                    disk.write(steps);
                    world.after(LATER, disk::flush);
                }
            };
        }
    }

    static final class TellsFirst extends Seams {
        @Override
        Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
            return new Wrong(right) {
                @Override
                public void append(List<Step> steps) throws JournalFailed {
                    audience.announce(steps.stream().map(TellsFirst::announced).toList());
                    super.append(steps);
                }
            };
        }

        private static Announcement announced(Step step) {
            return new Announcement(step, step.day(), null, null, step.ticket(), null);
        }
    }

    static final class LosesAField extends Seams {
        @Override
        Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
            return new Wrong(right) {
                @Override
                public void replay(Consumer<Step> reader) throws JournalFailed {
                    super.replay(step -> reader.accept(withoutPriority(step)));
                }
            };
        }

        private static Step withoutPriority(Step step) {
            if (step.ticket() == null) return step;
            var asked = step.ticket().asked();
            return Steps.with(
                    step,
                    Steps.with(
                            step.ticket(),
                            new TicketOrder(
                                    asked.key(),
                                    asked.request(),
                                    asked.token(),
                                    asked.service(),
                                    null,
                                    asked.language(),
                                    asked.files(),
                                    asked.appointment(),
                                    asked.identity())));
        }
    }

    static final class RewritesThePast extends Seams {
        @Override
        Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
            return new Wrong(right) {
                @Override
                public void append(List<Step> steps) throws JournalFailed {
                    super.append(steps);
                    disk.kept().replaceAll(RewritesThePast::withoutReason);
                }
            };
        }

        private static Step withoutReason(Step step) {
            return step.kind() == Step.Kind.CALLED
                    ? new Step(
                            step.seq(),
                            step.day(),
                            step.at().minusSeconds(60),
                            step.kind(),
                            step.actor(),
                            step.ticket(),
                            step.counter(),
                            step.reason())
                    : step;
        }
    }

    static final class DropsAStep extends Seams {
        @Override
        Journal journal(Journal right, HubDisk disk, Audience audience, World world) {
            return new Wrong(right) {
                @Override
                public void append(List<Step> steps) throws JournalFailed {
                    super.append(steps.size() > 1 ? steps.subList(0, steps.size() - 1) : steps);
                }
            };
        }
    }

    static final class SameEpoch extends Seams {
        @Override
        int epochAfterRestore(int before, int right) {
            return before;
        }
    }

    /** Steps that differ from others in one thing. */
    static final class Steps {
        private Steps() {}

        static Step with(Step step, Ticket ticket) {
            return new Step(
                    step.seq(),
                    step.day(),
                    step.at(),
                    step.kind(),
                    step.actor(),
                    ticket,
                    step.counter(),
                    step.reason());
        }

        static Ticket with(Ticket ticket, TicketOrder asked) {
            return new Ticket(
                    ticket.id(),
                    ticket.number(),
                    asked,
                    ticket.issuedAt(),
                    ticket.ahead(),
                    ticket.place(),
                    ticket.progress(),
                    Set.copyOf(ticket.marks()),
                    ticket.rating());
        }
    }
}
