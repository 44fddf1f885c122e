package vn.luot.hub.desk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.TicketRequest;

/** Makes of what somebody sends what the hall understands; who it is does not get past here. */
public final class TicketOrders {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final int MOST_FILES = 99;
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    private final Identities identities;
    private final Bookings bookings;

    public TicketOrders(Identities identities, Bookings bookings) {
        this.identities = identities;
        this.bookings = bookings;
    }

    /** @throws Failure FIELD_INVALID naming the field */
    TicketOrder of(String key, TicketRequest request) {
        return of(key, request, freshToken());
    }

    /** @throws Failure FIELD_INVALID naming the field */
    TicketOrder of(String key, TicketRequest request, String token) {
        var wish = checked(request.booking() == null ? request : booked(request));
        return new TicketOrder(
                key,
                fingerprint(wish),
                token,
                wish.service(),
                wish.priorityClass(),
                wish.language(),
                wish.files(),
                wish.appointment() == null ? null : wish.appointment().toInstant(),
                wish.identity());
    }

    /** With what its code says; what else is said of that must not be heard. */
    private TicketRequest booked(TicketRequest request) {
        var booking = bookings.of(request.booking());
        return new TicketRequest(
                booking.service(),
                request.priorityClass(),
                request.language(),
                request.files(),
                booking.at(),
                request.identity(),
                booking.code());
    }

    /** With everything that was left out, and a hash in the place of who it is. */
    private TicketRequest checked(TicketRequest request) {
        if (request.service() == null) {
            throw Failure.field("service", "phải có mã dịch vụ.", "the id of a service is needed.");
        }
        var language = request.language() == null ? "vi" : request.language();
        if (!LANGUAGES.contains(language)) {
            throw Failure.field("language", "phải là vi hoặc en.", "must be vi or en.");
        }
        var files = request.files() == null ? 1 : request.files();
        if (files < 1 || files > MOST_FILES) {
            throw Failure.field("files", "phải từ 1 đến 99.", "must be from 1 to 99.");
        }
        var identity = request.identity() == null ? null : identities.hashOf(request.identity());
        return new TicketRequest(
                request.service(),
                request.priorityClass(),
                language,
                files,
                request.appointment(),
                identity,
                request.booking());
    }

    /** @param day absent when none is open */
    ScanKey scanKey(Optional<LocalDate> day) {
        return day.map(identities::scanKey).orElse(ScanKey.NONE);
    }

    private static long fingerprint(TicketRequest request) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Json.bytes(request));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String freshToken() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
