package vn.luot.protocol.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.OffsetDateTime;

/**
 * What the feed says. A listener first sends {@link Hello}; the hub answers with {@link Snapshot}, or with the {@link
 * Live} steps since the listener's {@code since} when it still holds them, or with {@link Refused}; then live steps and
 * a {@link Beat} every 5 s.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedMessage.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = FeedMessage.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = FeedMessage.Live.class, name = "step"),
    @JsonSubTypes.Type(value = FeedMessage.Beat.class, name = "beat"),
    @JsonSubTypes.Type(value = FeedMessage.Errand.class, name = "errand"),
    @JsonSubTypes.Type(value = FeedMessage.Refused.class, name = "refused")
})
public sealed interface FeedMessage {
    /**
     * A listener's first message.
     *
     * @param version {@link ProtocolVersion} of the listener
     * @param token the device's token; absent when the handshake carried a person's session cookie
     * @param program name of the running program, made anew at every start; absent when it has none
     */
    record Hello(int version, String token, String program) implements FeedMessage {
        /** Of a program without a name. */
        public Hello(int version, String token) {
            this(version, token, null);
        }
    }

    /**
     * The whole hall; replaces what the listener knew.
     *
     * @param epoch which life of its store the hub is in; to be given back with {@code since}, because a restored store
     *     may have forgotten steps and taken others in their place
     */
    record Snapshot(HallView hall, int epoch) implements FeedMessage {}

    /**
     * One step, in order.
     *
     * @param live false for a step of the past that is sent again after a reconnect: drawn, never spoken
     */
    record Live(StepView step, boolean live) implements FeedMessage {}

    /** The hub is there; {@code seq} is the last step of the hall, {@code at} the hub's time. */
    record Beat(long seq, OffsetDateTime at) implements FeedMessage {}

    /**
     * Somebody of the staff asks one kiosk to do something now; it answers with {@link ErrandDone}.
     *
     * @param ticket to be printed; absent when it is about none
     * @param dayEnd to be printed; absent when it is about none
     */
    record Errand(String id, ErrandKind kind, TicketReceipt ticket, String language, boolean again, DayEnd dayEnd)
            implements FeedMessage {}

    /** The hub will not talk to this listener and closes the socket (code 4400, 4401, 4403, 4409 or 4426). */
    record Refused(String code, String messageVi, String messageEn) implements FeedMessage {}
}
