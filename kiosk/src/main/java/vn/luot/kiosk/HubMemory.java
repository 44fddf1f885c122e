package vn.luot.kiosk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Json;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;

/** What the kiosk knows of its hub, also after a restart without it: the plan, the business day, and the time there. */
final class HubMemory {
    private static final Logger LOG = LoggerFactory.getLogger(HubMemory.class);

    /** How old a note may be: it costs an fsync, and is needed after a restart only. */
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private static final String PLAN = "plan";
    private static final String CONTACT = "contact";

    /**
     * The last contact, as it is kept.
     *
     * @param at by the hub's clock
     * @param aheadMillis how much the hub's clock was ahead of the kiosk's
     * @param openDay absent when no day was open
     * @param ticketUrl where tickets' pages are
     */
    record Contact(Instant at, long aheadMillis, LocalDate openDay, String ticketUrl) {}

    private final Outbox outbox;
    private final KioskLoop loop;
    private Plan plan;
    private LocalDate openDay;
    private String ticketUrl;
    private Instant heard = Instant.EPOCH;
    private Instant noted = Instant.EPOCH;
    /** The hub's time when the kiosk's uptime was zero: a clock that is set meanwhile changes nothing. */
    private Instant origin;

    private boolean here;
    private Text barred;
    private boolean outdated;

    HubMemory(Outbox outbox, KioskLoop loop) {
        this.outbox = outbox;
        this.loop = loop;
    }

    void recall() {
        origin = loop.now().minus(loop.uptime());
        recall(PLAN, Plan.class).ifPresent(known -> plan = known);
        recall(CONTACT, Contact.class).ifPresent(last -> {
            origin = origin.plusMillis(last.aheadMillis());
            heard = last.at();
            openDay = last.openDay();
            ticketUrl = last.ticketUrl();
        });
    }

    private <T> Optional<T> recall(String name, Class<T> type) {
        try {
            var text = outbox.note(name);
            return text.isEmpty() ? Optional.empty() : Optional.of(Json.readLeniently(text.get(), type));
        } catch (IOException e) {
            LOG.warn("What the kiosk knew of the hub ({}) cannot be read; it waits for the hub", name, e);
            return Optional.empty();
        }
    }

    /** The link is up, and this is the plan. */
    void reached(Plan fresh, LocalDate day) {
        here = true;
        barred = null;
        outdated = false;
        openDay = day;
        if (!fresh.equals(plan)) note(PLAN, fresh);
        plan = fresh;
        noteContact();
    }

    void dayIs(LocalDate day) {
        openDay = day;
        noteContact();
    }

    void ticketsAreAt(String url) {
        if (url.equals(ticketUrl)) return;
        ticketUrl = url;
        noteContact();
    }

    /** The hub told its time just now. */
    void heard(Instant at) {
        heard = at;
        origin = at.minus(loop.uptime());
        if (Duration.between(noted, at).abs().compareTo(BETWEEN_NOTES) >= 0) noteContact();
    }

    void lost() {
        if (here) noteContact();
        here = false;
    }

    /** It is there and of another version; no longer once it lets the kiosk in. */
    void outdated() {
        lost();
        outdated = true;
    }

    boolean isOutdated() {
        return outdated;
    }

    /** The hub does not talk to this kiosk. */
    void barred(Text why) {
        here = false;
        barred = why;
    }

    private void noteContact() {
        if (heard.equals(Instant.EPOCH)) return;
        noted = heard;
        var ahead = Duration.between(loop.now(), now()).toMillis();
        note(CONTACT, new Contact(heard, ahead, openDay, ticketUrl));
    }

    private void note(String name, Object what) {
        try {
            outbox.note(name, Json.text(what));
        } catch (IOException e) {
            LOG.error("What the kiosk knows of the hub ({}) cannot be written", name, e);
        }
    }

    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }

    boolean isHere() {
        return here;
    }

    Optional<Text> barred() {
        return Optional.ofNullable(barred);
    }

    /** The business day that was open when the hub was heard last; absent when none was. */
    LocalDate openDay() {
        return openDay;
    }

    String ticketUrl() {
        return ticketUrl;
    }

    /** By the hub's clock. */
    Instant now() {
        return origin.plus(loop.uptime());
    }

    LocalDateTime localTime() {
        return LocalDateTime.ofInstant(now(), plan.centre().timeZone());
    }

    /** How long the hub has not been heard; negative when the clock went back over a restart. */
    Duration silence() {
        return Duration.between(heard, now());
    }
}
