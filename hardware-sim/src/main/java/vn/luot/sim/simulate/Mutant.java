package vn.luot.sim.simulate;

import static vn.luot.sim.simulate.Invariant.S1;
import static vn.luot.sim.simulate.Invariant.S10;
import static vn.luot.sim.simulate.Invariant.S11;
import static vn.luot.sim.simulate.Invariant.S12;
import static vn.luot.sim.simulate.Invariant.S13;
import static vn.luot.sim.simulate.Invariant.S15;
import static vn.luot.sim.simulate.Invariant.S2;
import static vn.luot.sim.simulate.Invariant.S3;
import static vn.luot.sim.simulate.Invariant.S4;
import static vn.luot.sim.simulate.Invariant.S5;
import static vn.luot.sim.simulate.Invariant.S6;
import static vn.luot.sim.simulate.Invariant.S7;
import static vn.luot.sim.simulate.Invariant.S8;
import static vn.luot.sim.simulate.Invariant.S9;

import java.util.Set;
import java.util.function.Supplier;

/** Something planted that is wrong. An invariant that notices none of these would prove nothing. */
enum Mutant {
    ACKNOWLEDGES_BEFORE_FLUSHING("the journal says kept and flushes later", JournalMutants.FlushesLater::new, S2, S11),
    ANNOUNCES_BEFORE_KEEPING("screens hear of a step before it is durable", JournalMutants.TellsFirst::new, S10),
    REPLAY_LOSES_A_FIELD("a replayed ticket has no priority class", JournalMutants.LosesAField::new, S11),
    REWRITES_THE_PAST("an old step is changed on the disk", JournalMutants.RewritesThePast::new, S12),
    DROPS_A_STEP("the last step of a batch of several is not written", JournalMutants.DropsAStep::new, S11, S2),
    EPOCH_NOT_BUMPED("a restored store goes on in its old life", JournalMutants.SameEpoch::new, S10, S4, S5),
    NUMBERS_BY_COUNTING("the next number is how many there are, and one", HallMutants.Counts::new, S1),
    KEY_IGNORED("a retry gets another ticket", HallMutants.IgnoresKeys::new, S3),
    TOMBSTONE_DROPPED("a voided key that was unknown is forgotten", HallMutants.DropsTombstones::new, S6),
    TWO_COUNTERS_ONE_TICKET("a counter calls who is at another one", HallMutants.CallsTheCalled::new, S8),
    CHERRY_PICKS("the last to come is called first", HallMutants.CherryPicks::new, S7),
    RETURNED_LOSES_PLACE("who is returned to the line waits anew", HallMutants.LosesPlaces::new, S7),
    DAY_BY_THE_CLOCK("the day rolls with the clock", HallMutants.RollsTheDay::new, S13),
    VOTE_COUNTED_TWICE("a second vote takes the place of the first", HallMutants.VotesTwice::new, S9),
    VOTE_FOR_THE_UNSERVED("somebody who waits is rated", HallMutants.RatesTheUnserved::new, S9),
    FINISHED_AND_STILL_THERE("a counter keeps who was finished", HallMutants.KeepsTheFinished::new, S8),
    DAY_CLOSES_OVER_PEOPLE(
            "those who wait when the day closes are forgotten", HallMutants.ForgetsTheLeftOver::new, S15),
    REPORT_OFF("the report counts who did not show up as served", HallMutants.ReportsWrongly::new, S15),
    SNAPSHOT_HIDES_A_CALL("a snapshot lacks the latest call", FeedMutants.HidesACall::new, S10),
    RESUME_SKIPS("a device that comes back misses two steps", FeedMutants.SkipsSteps::new, S10),
    FRAME_LOST("now and then a step is not told", FeedMutants.LosesFrames::new, S10),
    OLDER_AFTER_NEWER("a board draws again what it showed before", FeedMutants.DrawsTheOld::new, S10),
    INTENT_NOT_FLUSHED("the kiosk asks before its intent is durable", KioskMutants.AsksFirst::new, S6),
    LATE_ANSWER_PRINTED("an answer that came too late is printed", KioskMutants.PrintsLate::new, S5),
    REPRINT_WITH_A_NEW_NUMBER(
            "a doubtful paper is printed again with the next number", KioskMutants.Renumbers::new, S4, S5),
    BLOCK_LEASED_TWICE("two kiosks are leased the same numbers", HallMutants.LeasesAgain::new, S1, S4, S5),
    CURSOR_AFTER_PRINTING("an offline number is printed before it is durable", KioskMutants.GivesFirst::new, S4, S5),
    NEVER_VOIDS("what was cut short is not taken back", KioskMutants.NeverVoids::new, S6);

    private final String words;
    private final Supplier<Seams> seams;
    private final Set<Invariant> caughtBy;

    Mutant(String words, Supplier<Seams> seams, Invariant... caughtBy) {
        this.words = words;
        this.seams = seams;
        this.caughtBy = Set.of(caughtBy);
    }

    String words() {
        return words;
    }

    /** For one run. */
    Seams seams() {
        return seams.get();
    }

    /** Whether this is the invariant that has to notice; a chance hit of another one does not count. */
    boolean isCaughtBy(Invariant invariant) {
        return caughtBy.contains(invariant);
    }
}
