package vn.luot.hub.desk;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Supplier;
import vn.luot.hub.http.Call;
import vn.luot.hub.http.Failure;
import vn.luot.hub.settings.Edition;
import vn.luot.protocol.message.Booking;

/** Whoever books, by telephone or for a portal, is given the codes that the visitor brings. */
public final class BookingApi {
    private final Vertx vertx;
    private final Supplier<Edition> plan;
    private final Bookings bookings;
    private final Clock clock;

    /** @param plan the one in force */
    public BookingApi(Vertx vertx, Supplier<Edition> plan, Bookings bookings, Clock clock) {
        this.vertx = vertx;
        this.plan = plan;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** POST /api/appointments */
    public void book(Call call) {
        var wish = call.body(Booking.class);
        if (plan.get().plan().service(wish.service()).isEmpty()) {
            throw Failure.field("service", "không có dịch vụ này.", "there is no such service.");
        }
        if (wish.at() == null) throw Failure.field("at", "phải có giờ hẹn.", "the booked time is needed.");
        isNotBeforeClosedDoors(wish);
        call.then(
                vertx.executeBlocking(
                        () -> bookings.make(wish.service(), wish.at().toInstant(), clock.instant()), false),
                booked -> call.answer(201, booked));
    }

    /** @throws Failure APPOINTMENT_WHEN_CLOSED when nobody could take a number then */
    private void isNotBeforeClosedDoors(Booking wish) {
        var rules = plan.get().rules();
        var at = wish.at().atZoneSameInstant(rules.zone()).toLocalDateTime();
        var opening = rules.services().stream()
                .filter(service -> service.id().equals(wish.service()))
                .findFirst()
                .orElseThrow()
                .opening();
        if (!opening.isOpen(at)) throw Refusals.bookedWhenClosed(opening.nextAfter(at));
    }
}
