package vn.luot.hub.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.hub.queue.Halls.KIOSK;
import static vn.luot.hub.queue.Halls.MANAGER;
import static vn.luot.hub.queue.Halls.MORNING;
import static vn.luot.hub.queue.Halls.take;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.luot.hub.queue.OrderPolicy.Accumulating;
import vn.luot.hub.queue.OrderPolicy.Ratio;

/** Who is called when, against orders computed by hand. */
class CallOrderTest {
    /** Points a minute: disabled 5, elderly 3, child 2, ordinary 1; two priority calls in a row; an hour at the longest. */
    private static final OrderPolicy POLICY =
            new Accumulating(Map.of("disabled", 5, "elderly", 3, "child", 2), 1, 2, Duration.ofHours(1));

    /** Counters 1, 2: land. 3: justice, then land. 4: tax and justice together. 5: everything together. */
    private static final Map<Integer, List<String>> FIVE_COUNTERS = Map.of(
            1, List.of("land"),
            2, List.of("land"),
            3, List.of("justice", "land"),
            4, List.of("tax", "justice"),
            5, List.of("land", "justice", "tax"));

    /** What a call says: number, rule, points where they decided, and who came earlier and was passed. */
    private static final String DAY = """
            08:00 take land      = A001
            08:00 take land elderly = A002
            08:01 take land disabled = A003
            08:02 take justice   = B001
            08:03 take tax child = C001
            08:04 take land      = A004
            08:05 take justice disabled = B002
            08:06 take tax       = C002
            08:10 next 1         = A003 POINTS;45;A001,A002;0;
            08:10 next 2         = A002 POINTS;30;A001;0;
            08:12 next 3         = B002 POINTS;35;A001,B001,A004;0;
            08:15 next 4         = C001 POINTS;24;B001;0;
            08:16 next 5         = A001 ARRIVAL;0;;0;
            08:20 take land disabled = A005
            08:20 take land disabled = A006
            08:20 take land elderly = A007
            08:21 take land      = A008
            08:30 next 1         = A005 POINTS;50;A004;0;
            08:31 next 1         = A004 ORDINARY_TURN;0;;0;
            08:32 next 2         = A006 ARRIVAL;0;;0;
            08:33 next 2         = A008 ORDINARY_TURN;0;A007;0;
            08:34 next 5         = A007 POINTS;42;B001,C002;0;
            08:50 take justice disabled = B003
            09:05 next 4         = B001 WAITED_TOO_LONG;0;;0;
            09:06 next 3         = B003 ARRIVAL;0;;0;
            09:07 next 4         = C002 ARRIVAL;0;;0;
            09:10 take land at 09:30 = A009
            09:12 take land      = A010
            09:15 next 1         = A010 ARRIVAL;0;;0;
            09:16 next 2         = QUEUE_EMPTY
            09:21 next 2         = A009 ARRIVAL;0;;0;
            09:22 take land      = A011
            09:22 take land      = A012
            09:23 choose 5 A012  = A012 CHOSEN;0;A011;0;đi cùng người ốm
            09:24 send A012 3    = A012
            09:25 take justice   = B004
            09:26 next 3         = A012 COUNTER_ORDER;0;A011;0;
            09:27 next 1         = A011 ARRIVAL;0;;0;
            09:28 miss 1         = A011
            09:29 take land      = A013
            09:30 back A011      = A011
            09:31 next 1         = A011 ARRIVAL;0;;0;
            09:32 next 5         = B004 ARRIVAL;0;;0;
            09:33 next 5         = A013 ARRIVAL;0;;0;
            """;

    @Test
    void aDayOfThreeClassesAndFiveCountersGoesAsComputedByHand() {
        var day = new Script(rules(Conducts.calling(POLICY, Set.of(3))));

        assertThat(DAY.lines().map(day::play))
                .containsExactlyElementsOf(DAY.lines().map(Script::expected).toList());
    }

    /** Of the same day: what whoever holds a ticket is told of the last call. */
    private static final String TOLD = """
            A001 vi Số A001 được gọi vào quầy 5 vì đến trước tất cả những người đang chờ quầy này.
            A001 en A001 was called to counter 5 because its holder came before everybody else who waited for this counter.
            A003 vi Số A003 được gọi vào quầy 1 vì có nhiều điểm nhất (45 điểm, tính theo thời gian chờ và đối tượng ưu tiên). Đến trước mà chưa được gọi: A001, A002.
            A003 en A003 was called to counter 1 because it had the most points (45, for the time waited and the priority class). Came earlier and not yet called: A001, A002.
            A008 vi Số A008 được gọi vào quầy 2 vì đã gọi đủ số phiếu ưu tiên liên tiếp, đến lượt phiếu thường. Đến trước mà chưa được gọi: A007.
            A008 en A008 was called to counter 2 because enough priority tickets had been called in a row and it was an ordinary ticket's turn. Came earlier and not yet called: A007.
            B001 vi Số B001 được gọi vào quầy 4 vì đã chờ quá thời gian tối đa nên được gọi trước.
            B001 en B001 was called to counter 4 because it had waited longer than the longest time allowed, which goes first.
            A012 vi Số A012 được gọi vào quầy 3 vì quầy 3 phục vụ các dịch vụ theo thứ tự của quầy. Đến trước mà chưa được gọi: A011.
            A012 en A012 was called to counter 3 because counter 3 takes its services in an order of its own. Came earlier and not yet called: A011.
            """;

    @Test
    void whoeverHoldsATicketOfThatDayIsToldWhy() {
        var day = new Script(rules(Conducts.calling(POLICY, Set.of(3))));
        DAY.lines().forEach(day::play);

        assertThat(TOLD.lines()
                        .map(line -> line.substring(0, 8) + day.told(line.substring(0, 4), line.substring(5, 7))))
                .containsExactlyElementsOf(TOLD.lines().toList());
    }

    @Test
    void aTurnOfPriorityTicketsIsToldInBothLanguages() {
        var day = new Script(rules(Conduct.USUAL.calling(new Ratio(2, 1))));
        day.play("08:00 take land");
        day.play("08:01 take land child");
        day.play("08:02 next 1");

        assertThat(day.told("A002", "vi"))
                .isEqualTo("Số A002 được gọi vào quầy 1 vì đến lượt phiếu ưu tiên. Đến trước mà chưa được gọi: A001.");
        assertThat(day.told("A002", "en"))
                .isEqualTo("A002 was called to counter 1 because it was the turn of priority tickets."
                        + " Came earlier and not yet called: A001.");
    }

    @Test
    void aRatioGivesEachSideItsTurns() {
        var day = new Script(rules(Conduct.USUAL.calling(new Ratio(2, 1))));
        for (var i = 0; i < 3; i++) day.play("08:00 take land");
        for (var i = 0; i < 5; i++) day.play("08:01 take land child");

        var order = List.of(1, 1, 1, 1, 1, 1, 1, 1).stream()
                .map(any -> day.play("08:05 next 1").substring(0, 4));

        assertThat(order).containsExactly("A004", "A005", "A001", "A006", "A007", "A002", "A008", "A003");
    }

    @Test
    void whoComesTooLateForAnAppointmentIsAnOrdinaryVisitor() {
        var day = new Script(rules(Conduct.USUAL));
        day.play("09:00 take land");
        day.play("09:09 take land at 08:59");
        day.play("09:09 take land at 08:58");
        day.play("09:09 take land");

        assertThat(List.of(1, 2, 1, 2).stream()
                        .map(n -> day.play("09:10 next " + n).substring(0, 4)))
                .containsExactly("A002", "A001", "A003", "A004");
    }

    @Test
    void anAppointmentIsOfToday() {
        var hall = open(rules(Conduct.USUAL));
        var order = new TicketOrder(
                "key-of-tomorrow-1-2", 1, "token", "land", null, "vi", 1, MORNING.plus(Duration.ofDays(1)), null);

        assertThat(hall.issue(order, KIOSK, MORNING))
                .isEqualTo(Refused.because(Refused.Rule.APPOINTMENT_ON_ANOTHER_DAY));
    }

    @Test
    void whoIsSentBackMayKeepOnlyAHeadStart() {
        var day = new Script(rules(Conducts.withHeadStart(Duration.ofMinutes(5))));
        day.play("08:00 take land");
        day.play("08:10 take land");
        day.play("08:20 take land");
        day.play("08:30 next 1");
        day.play("08:30 send A001 2");
        day.play("08:30 back A001");

        assertThat(day.hall.tickets().stream().filter(ticket -> ticket.number().value() == 1))
                .extracting(ticket -> ticket.place().since())
                .containsExactly(Script.at("08:25"));
    }

    @Test
    void aClockThatGoesBackLetsNobodyJumpTheLine() {
        var day = new Script(rules(Conduct.USUAL.calling(POLICY)));
        day.play("10:00 take land");
        day.play("09:00 take land");
        day.play("07:30 take land");

        assertThat(List.of(1, 2, 1).stream()
                        .map(n -> day.play("08:00 next " + n).substring(0, 4)))
                .containsExactly("A001", "A002", "A003");
    }

    @Test
    void aCallSaysWhyInBothLanguages() {
        var day = new Script(rules(Conduct.USUAL.calling(POLICY)));
        for (var i = 0; i < 12; i++) day.play("08:00 take land");
        day.play("08:01 take land disabled");
        day.play("08:10 next 1");

        var why = Why.of(day.last);

        assertThat(why.vi())
                .isEqualTo(
                        "Số A013 được gọi vào quầy 1 vì có nhiều điểm nhất (45 điểm, tính theo thời gian chờ và đối tượng"
                                + " ưu tiên). Đến trước mà chưa được gọi: A001, A002, A003, A004, A005, A006, A007, A008, A009, A010"
                                + " và 2 người khác.");
        assertThat(why.en())
                .isEqualTo(
                        "A013 was called to counter 1 because it had the most points (45, for the time waited and the"
                                + " priority class). Came earlier and not yet called: A001, A002, A003, A004, A005, A006, A007, A008,"
                                + " A009, A010 and 2 more.");
    }

    @Test
    void aChoiceIsReadAsItWasWritten() {
        var choice = new Choice(Choice.Rule.CHOSEN, 0, List.of("A001", "B012"), 3, "lý do; có dấu chấm phẩy");

        assertThat(Choice.parse(choice.text())).isEqualTo(choice);
    }

    static Rules rules(Conduct conduct) {
        var always = new Opening(List.of(
                new Opening.Span(Set.of(java.time.DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        return new Rules(
                Halls.ZONE,
                List.of(
                        new Service("land", "A", 1, 999, always),
                        new Service("justice", "B", 1, 999, always),
                        new Service("tax", "C", 1, 999, always)),
                FIVE_COUNTERS,
                Set.of("disabled", "elderly", "child"),
                Set.of(1, 2, 3, 4, 5),
                Set.of(),
                conduct);
    }

    /** A hall with a clerk at each counter. */
    static Hall open(Rules rules) {
        var hall = new Hall(rules);
        take(hall, hall.openDay(MANAGER, MORNING));
        rules.counters().keySet().forEach(id -> take(hall, hall.openCounter(id, clerk(id), MORNING)));
        return hall;
    }

    static Actor clerk(int counter) {
        return new Actor(Role.CLERK, "clerk-" + counter, "Cán bộ " + counter);
    }

    /** Plays a day line by line; a clerk who calls the next one is done with the one before. */
    private static final class Script {
        private final Hall hall;
        private Step last;

        private Script(Rules rules) {
            hall = open(rules);
        }

        static String expected(String line) {
            return line.split("= ")[1];
        }

        static Instant at(String time) {
            return LocalDate.of(2026, 11, 23)
                    .atTime(LocalTime.parse(time))
                    .atZone(Halls.ZONE)
                    .toInstant();
        }

        String play(String line) {
            var words = line.split("=")[0].trim().split(" +");
            var now = at(words[0]);
            var decision = switch (words[1]) {
                case "take" -> hall.issue(order(words), KIOSK, now);
                case "next" -> next(Integer.parseInt(words[2]), now);
                case "choose" -> {
                    var counter = Integer.parseInt(words[2]);
                    finish(counter, now);
                    yield hall.callChosen(counter, id(words[3]), "đi cùng người ốm", clerk(counter), now);
                }
                case "send" -> hall.transferToCounter(id(words[2]), Integer.parseInt(words[3]), null, MANAGER, now);
                case "miss" -> hall.noShow(Integer.parseInt(words[2]), 0, clerk(Integer.parseInt(words[2])), now);
                case "back" -> hall.giveBack(id(words[2]), null, MANAGER, now);
                default -> throw new AssertionError(line);
            };
            if (decision instanceof Refused refused) return refused.rule().name();
            last = take(hall, decision);
            return last.ticket().number() + (last.kind() == Step.Kind.CALLED ? " " + last.reason() : "");
        }

        private Decision next(int counter, Instant now) {
            finish(counter, now);
            return hall.callNext(counter, clerk(counter), now);
        }

        private void finish(int counter, Instant now) {
            if (hall.counter(counter).orElseThrow().ticket() != 0) {
                take(hall, hall.finish(counter, 0, clerk(counter), now));
            }
        }

        private TicketOrder order(String[] words) {
            var key = "key-number-1-2-3-" + hall.seq();
            var booked = words.length > 4 ? at(words[4]) : null;
            var priority = words.length == 4 ? words[3] : null;
            return new TicketOrder(key, 1, "token-" + key, words[2], priority, "vi", 1, booked, null);
        }

        String told(String number, String language) {
            var why = Why.of(hall.callOf(id(number)).orElseThrow());
            return language.equals("vi") ? why.vi() : why.en();
        }

        private long id(String number) {
            return hall.tickets().stream()
                    .filter(ticket -> ticket.number().toString().equals(number))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }
}
