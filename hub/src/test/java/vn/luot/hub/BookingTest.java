package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.luot.hub.db.Database;
import vn.luot.hub.desk.Bookings;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Booking;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.TicketReceipt;
import vn.luot.protocol.message.TicketReceipt.Arrival;
import vn.luot.protocol.message.TicketRequest;
import vn.luot.protocol.picture.QrPicture;

/** A code of an appointment becomes one ticket at its time, and every code that is none is told why. */
class BookingTest {
    @TempDir
    private Path data;

    private RunningHub hub;

    @BeforeEach
    void start() {
        hub = RunningHub.atWork(data.resolve("here"));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({
        // booked            arrives           how
        "2026-11-23T09:00, 2026-11-23T08:00, EARLY",
        "2026-11-23T09:00, 2026-11-23T08:49, EARLY",
        "2026-11-23T09:00, 2026-11-23T08:50, IN_TIME",
        "2026-11-23T09:00, 2026-11-23T09:10, IN_TIME",
        "2026-11-23T09:00, 2026-11-23T09:11, LATE",
        "2026-11-23T08:00, 2026-11-23T11:00, LATE",
    })
    void aCodeBecomesATicketAndSaysHowItsHolderCame(String booked, String arrives, Arrival arrival) {
        var code = book("land", booked).code();
        hub.clock().set(arrives);

        var ticket = arrive(code).as(TicketReceipt.class);

        assertThat(ticket.service()).isEqualTo("land");
        assertThat(ticket.number()).startsWith("A");
        assertThat(ticket.appointment().arrival()).isEqualTo(arrival);
        assertThat(ticket.appointment().at()).isEqualTo(time(booked));
        assertThat(ticket.appointment().callableFrom()).isEqualTo(time(booked).minusMinutes(10));
        assertThat(ticket.waits()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // booked            status  why
        "2026-11-20T09:00, 409, APPOINTMENT_ON_ANOTHER_DAY",
        "2026-11-24T09:00, 409, APPOINTMENT_ON_ANOTHER_DAY",
    })
    void aCodeOfAnotherDayIsRefused(String booked, int status, String why) {
        arrive(book("land", booked).code()).problem(status, why);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "A012",
                "046095012345|205999888|Nguyễn Văn An|01011950|Nam|Huế|01012021",
                "LH1:0000:land:2611230900:AAAAAAAA:AAAAAAAAAAAAAAAA",
                "' OR 1=1",
                "LH1:",
                "{}",
            })
    void whatIsNoCodeIsRefused(String code) {
        arrive(code).problem(404, "APPOINTMENT_UNKNOWN");
    }

    @Test
    void aCodeThatSomebodyChangedIsRefused() {
        var code = book("land", "2026-11-23T09:00").code();

        arrive(code.replace(":land:", ":maps:")).problem(404, "APPOINTMENT_UNKNOWN");
        arrive(code.replace("0900", "0800")).problem(404, "APPOINTMENT_UNKNOWN");
        arrive(code.replace("0900", "0999")).problem(404, "APPOINTMENT_UNKNOWN");
        for (var place = 0; place < code.length(); place++) {
            var changed =
                    code.substring(0, place) + (code.charAt(place) == '1' ? '2' : '1') + code.substring(place + 1);
            assertThat(arrive(changed).status()).as(changed).isIn(404, 409);
        }
        arrive(code).as(TicketReceipt.class);
    }

    @Test
    void aCodeOfAnotherCentreIsRefused() {
        var booked = book("land", "2026-11-23T09:00");
        try (var elsewhere = RunningHub.atWork(data.resolve("there"))) {
            arriveAt(elsewhere, booked.code(), Caller.freshKey()).problem(409, "APPOINTMENT_ELSEWHERE");
            var theirs = book(elsewhere, "land", "2026-11-23T09:00").typed();
            // One centre of 32 has the same letter.
            var isAlike = theirs.charAt(0) == booked.typed().charAt(0);
            arriveAt(elsewhere, booked.typed(), Caller.freshKey())
                    .problem(isAlike ? 404 : 409, isAlike ? "APPOINTMENT_UNKNOWN" : "APPOINTMENT_ELSEWHERE");
        }
    }

    @Test
    void aCodeIsGoodForOneTicketAndItsRetries() {
        var code = book("land", "2026-11-23T09:00").code();
        var key = Caller.freshKey();
        var ticket = arriveAt(hub, code, key).as(TicketReceipt.class);

        assertThat(arriveAt(hub, code, key).as(TicketReceipt.class)).isEqualTo(ticket);
        arrive(code).problem(409, "APPOINTMENT_USED");
        hub = hub.restarted();
        arrive(code).problem(409, "APPOINTMENT_USED");
        arrive(book("land", "2026-11-23T09:00").code()).as(TicketReceipt.class);
    }

    @Test
    void aTicketThatNobodyHoldsDoesNotUseUpItsCode() {
        var code = book("land", "2026-11-23T09:00").code();
        var key = Caller.freshKey();
        var lost = arriveAt(hub, code, key).as(TicketReceipt.class);
        hub.as(Role.KIOSK).post("/api/tickets/void", null, "Idempotency-Key", key);

        var ticket = arrive(code).as(TicketReceipt.class);

        assertThat(ticket.number()).isNotEqualTo(lost.number());
        assertThat(ticket.token()).isNotEqualTo(lost.token());
        arrive(code).problem(409, "APPOINTMENT_USED");
    }

    @Test
    void theKiosksOwnWordsForServiceAndTimeDoNotCount() {
        var code = book("land", "2026-11-23T09:00").code();
        var other = new TicketRequest("maps", null, "vi", 1, time("2026-11-23T08:00"), null, code);

        var ticket = hub.as(Role.KIOSK)
                .post("/api/tickets", Json.text(other), "Idempotency-Key", Caller.freshKey())
                .as(TicketReceipt.class);

        assertThat(ticket.service()).isEqualTo("land");
        assertThat(ticket.appointment().at()).isEqualTo(time("2026-11-23T09:00"));
    }

    @Test
    void booksNothingForAServiceThatIsNotThere() {
        hub.as(Role.HOST)
                .post("/api/appointments", "{\"service\":\"nothing\",\"at\":\"2026-11-23T09:00:00+07:00\"}")
                .problem(400, "FIELD_INVALID");
        hub.as(Role.HOST).post("/api/appointments", "{\"service\":\"land\"}").problem(400, "FIELD_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        // nobody is there        open again
        "2026-11-24T12:00, 13:30 ngày 24/11",
        "2026-11-24T17:00, 07:30 ngày 25/11",
        "2026-11-28T09:00, 07:30 ngày 30/11",
    })
    void booksNobodyForAnHourWhenTheServiceIsClosed(String localTime, String opensAt) {
        var wish = new Booking("land", time(localTime));

        var refused = hub.as(Role.HOST).post("/api/appointments", Json.text(wish));

        assertThat(refused.problem(409, "APPOINTMENT_WHEN_CLOSED").messageVi()).contains(opensAt);
    }

    @Test
    void theAnswerHasThePictureOfTheCode() {
        var booked = book("land", "2026-11-23T09:00");

        assertThat(booked.picture()).isEqualTo(QrPicture.svg(booked.code()));
    }

    @Test
    void aTypedCodeIsGoodForTheSameTicketAsTheScannedOne() {
        var booked = book("land", "2026-11-23T09:00");
        assertThat(booked.typed()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        var key = Caller.freshKey();

        var ticket = arriveAt(
                        hub,
                        booked.typed()
                                .toLowerCase()
                                .replace('-', ' ')
                                .replace('1', 'l')
                                .replace('0', 'o'),
                        key)
                .as(TicketReceipt.class);

        assertThat(ticket.appointment().at()).isEqualTo(time("2026-11-23T09:00"));
        assertThat(arriveAt(hub, booked.code(), key).as(TicketReceipt.class)).isEqualTo(ticket);
        arrive(booked.typed()).problem(409, "APPOINTMENT_USED");
        arrive(booked.code()).problem(409, "APPOINTMENT_USED");
    }

    @Test
    void aTypedCodeIsGoodAfterARestart() {
        var booked = book("land", "2026-11-23T09:00");

        hub = hub.restarted();

        assertThat(arrive(booked.typed()).as(TicketReceipt.class).service()).isEqualTo("land");
    }

    @ParameterizedTest
    @CsvSource({
        // booked            arrives           how
        "2026-11-23T09:00, 2026-11-23T08:00, EARLY",
        "2026-11-23T09:00, 2026-11-23T09:10, IN_TIME",
        "2026-11-23T08:00, 2026-11-23T11:00, LATE",
    })
    void aTypedCodeSaysHowItsHolderCame(String booked, String arrives, Arrival arrival) {
        var typed = book("land", booked).typed();
        hub.clock().set(arrives);

        assertThat(arrive(typed).as(TicketReceipt.class).appointment().arrival())
                .isEqualTo(arrival);
    }

    @Test
    void everyWrongTypedCodeIsToldWhy() {
        var typed = book("land", "2026-11-23T09:00").typed();
        arrive(book("land", "2026-11-20T09:00").typed()).problem(409, "APPOINTMENT_ON_ANOTHER_DAY");
        arrive(book("land", "2026-11-24T09:00").typed()).problem(409, "APPOINTMENT_ON_ANOTHER_DAY");
        for (var place = 0; place < typed.length(); place++) {
            if (typed.charAt(place) == '-') continue;
            var wrong =
                    typed.substring(0, place) + (typed.charAt(place) == '7' ? '8' : '7') + typed.substring(place + 1);
            arrive(wrong).problem(404, "APPOINTMENT_MISTYPED");
        }
        arrive(typed.substring(0, 7)).problem(404, "APPOINTMENT_UNKNOWN");
        arrive(typed).as(TicketReceipt.class);
    }

    @Test
    void aMonthAfterItsDayATypedCodeIsForgotten() {
        var old = book("land", "2026-10-22T09:00");
        var younger = book("land", "2026-10-23T09:00");

        book("land", "2026-11-23T09:00");

        arrive(old.typed()).problem(404, "APPOINTMENT_UNKNOWN");
        arrive(old.code()).problem(409, "APPOINTMENT_ON_ANOTHER_DAY");
        arrive(younger.typed()).problem(409, "APPOINTMENT_ON_ANOTHER_DAY");
    }

    @Test
    void aTypedCodeIsForgottenAlsoWhereNobodyBooksAnyMore() {
        book("land", "2026-11-24T09:00");
        var database = HubSetup.open(data.resolve("here"), hub.clock()).database();
        var bookings = new Bookings(database, () -> ZoneId.of("Asia/Ho_Chi_Minh"));

        bookings.forgetOld(Instant.parse("2026-12-24T08:00:00Z"));
        assertThat(codes(database)).isOne();
        bookings.forgetOld(Instant.parse("2026-12-25T08:00:00Z"));

        assertThat(codes(database)).isZero();
    }

    @Test
    void theHubForgetsTypedCodesByItself() {
        var folder = data.resolve("forgetful");
        try (var before = RunningHub.in(folder)) {
            book(before, "land", "2026-11-24T09:00");
        }
        var clock = new HallClock("2026-12-25T08:00");
        var often = new Rhythm(Rhythm.USUAL.beat(), Rhythm.USUAL.renewal(), Duration.ofMillis(50));

        try (var after = Hub.start(RunningHub.config(folder, clock, 0), often)) {
            assertThat(after.port()).isPositive();
            Await.until(() -> codes(HubSetup.open(folder, clock).database()) == 0);
        }
    }

    private static int codes(Database database) {
        var counts = new ArrayList<Integer>();
        database.each("SELECT count(*) FROM typed_code", row -> counts.add(row.getInt(1)));
        return counts.get(0);
    }

    private Booking book(String service, String localTime) {
        return book(hub, service, localTime);
    }

    private static Booking book(RunningHub hub, String service, String localTime) {
        var wish = new Booking(service, time(localTime));
        return hub.as(Role.HOST).post("/api/appointments", Json.text(wish)).as(Booking.class);
    }

    private Answer arrive(String code) {
        return arriveAt(hub, code, Caller.freshKey());
    }

    private static Answer arriveAt(RunningHub hub, String code, String key) {
        var request = new TicketRequest(null, null, "vi", null, null, null, code);
        return hub.as(Role.KIOSK).post("/api/tickets", Json.text(request), "Idempotency-Key", key);
    }

    private static OffsetDateTime time(String local) {
        return OffsetDateTime.parse(local + ":00+07:00");
    }
}
