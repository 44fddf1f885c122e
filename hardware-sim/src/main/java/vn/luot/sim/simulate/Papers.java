package vn.luot.sim.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.luot.hub.queue.Ticket;
import vn.luot.kiosk.printer.PrintLine;

/** Every paper that came out of a printer, and every number that a visitor was told. */
final class Papers {
    /** @param token who it is for, as the QR code says */
    private record Paper(LocalDate day, String number, String token) {}

    private final World world;
    private final Truth truth;
    private final List<Paper> papers = new ArrayList<>();
    private final Map<List<Object>, String> holders = new HashMap<>();
    private final Set<String> inHand = new HashSet<>();
    private final List<Function<String, Optional<LocalDate>>> givers = new ArrayList<>();

    Papers(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    /** A paper came out, whole enough to be read. */
    void comesOut(String printer, List<PrintLine> ticket) {
        var number = ticket.stream()
                .filter(PrintLine.BigNumber.class::isInstance)
                .map(line -> ((PrintLine.BigNumber) line).number())
                .findFirst()
                .orElseThrow();
        var token = ticket.stream()
                .filter(PrintLine.Qr.class::isInstance)
                .map(line -> ((PrintLine.Qr) line).content().substring(HubDoor.PAGE.length()))
                .findFirst()
                .orElseThrow();
        world.trace().note(printer, "prints " + number);
        var paper = new Paper(dayOf(token), number, token);
        papers.add(paper);
        inHand.add(token);
        var other = holders.putIfAbsent(List.of(paper.day(), number), token);
        world.verdict()
                .unless(
                        other == null || other.equals(token),
                        Invariant.S4,
                        number + " of " + paper.day() + " is on the papers of " + other + " and " + token);
    }

    private LocalDate dayOf(String token) {
        return truth.dayOf(token)
                .or(() -> givers.stream()
                        .flatMap(giver -> giver.apply(token).stream())
                        .findFirst())
                .orElse(truth.history().day());
    }

    /** @param giver gives numbers of its own, and knows of which day they are */
    void know(Function<String, Optional<LocalDate>> giver) {
        givers.add(giver);
    }

    /** A visitor knows the number: told on a screen, or by whoever serves. */
    void told(String token) {
        inHand.add(token);
    }

    /**
     * S5 and S6, once everything was told and settled. What was given in steps that a restore lost is lost, and the operator
     * was told so; so are voidings and answers in those steps.
     *
     * @param unwanted tokens of papers that the hub did not take in, and of which the kiosk warns
     * @param heldByNobody keys of tickets that nobody may hold, with reason
     */
    void checkSettled(Set<String> unwanted, Set<String> heldByNobody) {
        var history = truth.history();
        for (var paper : papers) {
            if (unwanted.contains(paper.token())) continue;
            var held = history.byToken(paper.token())
                    .filter(ticket -> ticket.number().toString().equals(paper.number()))
                    .filter(ticket -> ticket.state() != Ticket.State.VOIDED);
            var isLost = truth.forgotten().hasTicket(paper.token())
                    && history.byToken(paper.token()).isEmpty();
            world.verdict()
                    .unless(
                            held.isPresent() || isLost,
                            Invariant.S5,
                            () -> paper + " is on paper, and the hub holds "
                                    + history.byToken(paper.token())
                                            .map(ticket -> ticket.number() + " " + ticket.state()));
        }
        history.today().stream()
                .filter(ticket -> ticket.state().live())
                .filter(ticket -> !inHand.contains(ticket.token()) && !heldByNobody.contains(ticket.key()))
                .filter(ticket -> !truth.forgotten().hasKey(ticket.key()))
                .forEach(ticket -> world.verdict()
                        .broken(Invariant.S6, ticket.number() + " " + ticket.key() + " waits, and nobody holds it"));
    }
}
