package vn.luot.hub.desk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.luot.hub.db.Database;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Hall;
import vn.luot.hub.queue.Ticket;
import vn.luot.hub.queue.TicketOrder;
import vn.luot.protocol.message.Booking;
import vn.luot.protocol.picture.QrPicture;

/**
 * Codes of appointments: {@code LH1:centre:service:yyMMddHHmm:serial:seal}. All that a booking is stands in its code, sealed
 * with a secret of the centre, so that nothing is kept of who will come. The ticket of a booking has a token that follows
 * from the code, which is how the hall knows that it was used. A {@link TypedCode} stands for it where nothing can be scanned.
 */
public final class Bookings {
    private static final Pattern CODE =
            Pattern.compile("LH1:([0-9a-f]{8}):([a-z0-9.-]{1,40}):(\\d{10}):([A-Za-z0-9_-]{8}):([A-Za-z0-9_-]{16})");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_TYPED = 40;
    private static final int SEAL_BYTES = 12;
    private static final int TOKEN_BYTES = 16;
    private static final int SERIAL_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String centre;
    private final SecretKeySpec secret;
    private final Supplier<ZoneId> zone;
    private final TypedCodes typed;

    /** @param zone the hall's */
    public Bookings(Database database, Supplier<ZoneId> zone) {
        this.zone = zone;
        try (var connection = database.connect();
                var query = connection.prepareStatement("SELECT id, secret FROM centre, booking_secret");
                var row = query.executeQuery()) {
            row.next();
            centre = row.getString("id").substring(0, 8);
            secret = new SecretKeySpec(row.getBytes("secret"), ALGORITHM);
        } catch (SQLException e) {
            throw new IllegalStateException("the secret of the bookings cannot be read", e);
        }
        typed = new TypedCodes(database, Integer.parseUnsignedInt(centre, 16));
    }

    /** Forgets typed codes of which nobody has any more use. Waits for the disk. */
    public void forgetOld(Instant now) {
        typed.forgetOld(now.atZone(zone.get()).toLocalDate());
    }

    /** Waits for the disk. */
    Booking make(String service, Instant at, Instant now) {
        var minute = at.atZone(zone.get()).toLocalDateTime();
        var body = "LH1:" + centre + ":" + service + ":" + MINUTE.format(minute) + ":" + serial();
        var code = body + ":" + seal(body);
        var today = now.atZone(zone.get()).toLocalDate();
        return new Booking(
                service,
                time(minute),
                code,
                typed.standFor(code, minute.toLocalDate(), today).grouped(),
                QrPicture.svg(code));
    }

    /**
     * @param code as it was scanned or typed; that of the answer is the one that says all
     * @throws Failure APPOINTMENT_UNKNOWN when it is no code, APPOINTMENT_MISTYPED when a letter of a typed one is wrong,
     *     APPOINTMENT_ELSEWHERE when it is another centre's
     */
    Booking of(String code) {
        return code.startsWith("LH1:") ? scanned(code) : typed(code);
    }

    private Booking typed(String code) {
        if (code.length() > LONGEST_TYPED) throw unknown();
        var known = TypedCode.of(code).orElseThrow(Bookings::unknown);
        if (known.isMistyped()) throw mistyped();
        if (!typed.isOurs(known)) throw elsewhere();
        return scanned(typed.behind(known).orElseThrow(Bookings::unknown));
    }

    private Booking scanned(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) throw unknown();
        if (!parts.group(1).equals(centre)) throw elsewhere();
        var body = code.substring(0, code.lastIndexOf(':'));
        if (!MessageDigest.isEqual(bytes(seal(body)), bytes(parts.group(5)))) throw unknown();
        try {
            return new Booking(parts.group(2), time(LocalDateTime.parse(parts.group(3), MINUTE)), code, null, null);
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static Failure elsewhere() {
        return new Failure(
                409,
                "APPOINTMENT_ELSEWHERE",
                "Lịch hẹn này là của trung tâm khác. Hãy xem lại địa chỉ trên giấy hẹn, hoặc gặp cán bộ hướng dẫn.",
                "This appointment is with another centre. Look at the address on your confirmation, or ask the staff.");
    }

    private static Failure mistyped() {
        return new Failure(
                404,
                "APPOINTMENT_MISTYPED",
                "Mã lịch hẹn gõ chưa đúng. Hãy so lại từng ký tự với giấy hẹn rồi gõ lại, hoặc gặp cán bộ hướng dẫn.",
                "The code was not typed as it is. Compare every letter with your confirmation and type it again, or ask the staff.");
    }

    private static Failure unknown() {
        return new Failure(
                404,
                "APPOINTMENT_UNKNOWN",
                "Mã này không phải là mã lịch hẹn hợp lệ. Hãy quét lại, hoặc gặp cán bộ hướng dẫn.",
                "This is not the code of an appointment. Scan it again, or ask the staff.");
    }

    /**
     * The order with the token of its booking; empty when the booking was used. Nobody holds the paper of a ticket that was
     * voided, so that its booking is good for another.
     */
    Optional<TicketOrder> unused(Hall hall, TicketOrder wish, String code) {
        for (var paper = 0; ; paper++) {
            var token = token(code, paper);
            var before = hall.byToken(token);
            if (before.isEmpty() || before.get().key().equals(wish.key())) return Optional.of(wish.withToken(token));
            if (before.get().state() != Ticket.State.VOIDED) return Optional.empty();
        }
    }

    /** Whoever knows the code only cannot tell it. */
    private String token(String code, int paper) {
        return text(Arrays.copyOf(hash(paper + " " + code), TOKEN_BYTES));
    }

    private OffsetDateTime time(LocalDateTime minute) {
        return minute.atZone(zone.get()).toOffsetDateTime();
    }

    private static String serial() {
        var bytes = new byte[SERIAL_BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private String seal(String body) {
        return text(Arrays.copyOf(hash(body), SEAL_BYTES));
    }

    private byte[] hash(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
