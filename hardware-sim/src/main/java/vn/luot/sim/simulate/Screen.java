package vn.luot.sim.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.luot.board.BoardPlan;
import vn.luot.board.led.Face;
import vn.luot.protocol.hub.HubLink;
import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepKind;
import vn.luot.protocol.message.StepView;

/** Something on which people see or hear calls; whatever it draws is held against what the hub has done (S10). */
class Screen implements HubLink.Listener {
    private static final String PRIORITY = " UT";

    private final World world;
    private final Truth truth;
    private final String name;
    private final List<BoardPlan> plans;
    private HallView hall;
    private long restores;
    private long spoken;
    private boolean awaitsPicture;

    private Screen(World world, Truth truth, String name, List<BoardPlan> plans) {
        this.world = world;
        this.truth = truth;
        this.name = name;
        this.plans = plans;
    }

    /** The boards of the whole hall: the main board and a display at each counter. */
    static Screen ofHall(World world, Truth truth) {
        var displays = HallRules.COUNTERS.stream().map(counter -> new BoardPlan.CounterDisplay(counter));
        var plans = Stream.concat(Stream.of(new BoardPlan.MainBoard(BoardPicture.ROWS)), displays);
        return new Screen(
                world, truth, "boards", plans.map(BoardPlan.class::cast).toList());
    }

    /** What a clerk sees of the own counter. */
    static Screen ofCounter(World world, Truth truth, int counter) {
        return new Screen(world, truth, "screen " + counter, List.of(new BoardPlan.CounterDisplay(counter)));
    }

    /** As it is drawn; absent before the hub was ever reached. */
    HallView hall() {
        return hall;
    }

    @Override
    public void connected(HallView fresh) {
        awaitsPicture = false;
        draw(fresh);
    }

    @Override
    public void stepped(HallView after, StepView step, boolean live) {
        // Who hears that a day begins or ends is sent the whole hall right after.
        awaitsPicture |= step.kind() == StepKind.DAY_OPENED || step.kind() == StepKind.DAY_CLOSED;
        if (awaitsPicture) hall = after;
        else draw(after);
        if (live && step.isCall()) speak(step);
    }

    private void draw(HallView fresh) {
        var before = hall;
        if (before != null && restores == truth.restores()) {
            world.verdict()
                    .unless(
                            fresh.seq() >= before.seq(),
                            Invariant.S10,
                            () -> name + " go back from step " + before.seq() + " to " + fresh.seq());
        }
        hall = fresh;
        world.verdict().unless(isTrue(history -> shows(history, fresh)), Invariant.S10, () -> differs(fresh));
        var isBehind = restores != truth.restores();
        if (isBehind && truth.holdsOfThePresentOnly(history -> shows(history, fresh))) isPresent();
    }

    /** Of the present; or of the past before a restore, as long as nothing of the present has come. */
    private boolean isTrue(Predicate<History> holds) {
        return restores == truth.restores() ? holds.test(truth.history()) : truth.holdsOnTheWire(holds);
    }

    /** What comes next is of the present history, too. */
    private void isPresent() {
        spoken = 0;
        restores = truth.restores();
    }

    private boolean shows(History history, HallView drawn) {
        return history.picture(drawn.seq())
                .filter(picture -> texts(drawn).equals(due(picture)))
                .isPresent();
    }

    private List<String> texts(HallView drawn) {
        var texts = new ArrayList<String>(plans.size());
        for (var plan : plans) texts.add(text(plan.face(drawn, Set.of())));
        return texts;
    }

    /** The mark of a priority visitor aside. */
    private static String text(Face face) {
        if (face.rows().size() == 1) return text(face.rows().get(0));
        var rows = new StringJoiner("\n");
        for (var row : face.rows()) rows.add(text(row));
        return rows.toString();
    }

    private static String text(Face.Row row) {
        return row.text().endsWith(PRIORITY)
                ? row.text().substring(0, row.text().length() - PRIORITY.length())
                : row.text();
    }

    private List<String> due(BoardPicture picture) {
        var due = new ArrayList<String>(plans.size());
        for (var plan : plans) {
            due.add(
                    plan instanceof BoardPlan.CounterDisplay display
                            ? picture.counter(display.counter())
                            : picture.main());
        }
        return due;
    }

    private String differs(HallView drawn) {
        var due = truth.history().picture(drawn.seq()).map(this::due);
        return (name + " at step " + drawn.seq() + " show " + texts(drawn) + " instead of "
                        + due.map(List::toString).orElse("nothing, for there was no such step"))
                .replace("\n", ", ");
    }

    private void speak(StepView step) {
        world.trace()
                .note(
                        name,
                        "speak " + step.ticket().number() + " at "
                                + step.ticket().counter());
        var isNext = step.seq() > spoken || restores != truth.restores();
        world.verdict()
                .unless(
                        isTrue(history -> made(history, step)),
                        Invariant.S10,
                        () -> name + " speak a call that was not made");
        world.verdict().unless(isNext, Invariant.S10, () -> name + " speak step " + step.seq() + " after " + spoken);
        spoken = step.seq();
    }

    private static boolean made(History history, StepView step) {
        if (step.seq() > history.seq()) return false;
        var taken = history.step(step.seq()).ticket();
        return taken != null
                && taken.number().toString().equals(step.ticket().number())
                && taken.counter() == step.ticket().counter();
    }

    /** When all is calm again, what is shown is the present. */
    void checkSettled() {
        world.verdict()
                .unless(
                        hall != null
                                && shows(truth.history(), hall)
                                && texts(hall)
                                        .equals(due(truth.history()
                                                .picture(truth.history().seq())
                                                .orElseThrow())),
                        Invariant.S10,
                        () -> hall == null ? name + " never reached the hub" : differs(hall) + ", at the end");
    }

    @Override
    public void lost(String reason) {
        world.trace().note(name, "have no hub: " + reason);
    }

    @Override
    public void refused(FeedMessage.Refused refusal) {
        throw new IllegalStateException("nobody is refused here");
    }
}
