package vn.luot.hub.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vn.luot.hub.queue.Actor;
import vn.luot.hub.queue.Role;

/**
 * Lets a device in without typing its token: the device shows a short code, somebody who may adds it by that code, and
 * the device fetches its token (after RFC 8628). Codes live for ten minutes, in memory only. Thread-safe.
 */
public final class Pairing {
    public static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_WAITING = 200;
    private static final int WRONG_TRIES = 10;
    /** Consonants that are not taken for one another, and make no words. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Devices devices;
    private final Clock clock;
    private final Map<String, Asked> byDeviceCode = new LinkedHashMap<>();
    private final Map<String, Wrong> wrong = new HashMap<>();

    Pairing(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * @param deviceCode what the device fetches its token with; secret
     * @param userCode what the device shows
     */
    public record Codes(String deviceCode, String userCode) {}

    /** What became of a device's asking. */
    public sealed interface Answer {
        record Waiting() implements Answer {}

        /** Expired, fetched before, or never asked. */
        record Gone() implements Answer {}

        record LetIn(String name, Role role, String token) implements Answer {}
    }

    /** What became of somebody's typing a code. */
    public enum Confirmed {
        LET_IN,
        NO_SUCH_CODE,
        GONE,
        TOO_MANY_TRIES
    }

    /** @param letIn absent until somebody typed the code */
    private record Asked(String userCode, Instant until, Answer.LetIn letIn, boolean fetched) {}

    private record Wrong(int tries, Instant until) {}

    /** Asks to be let in. */
    public synchronized Codes ask() {
        sweep();
        if (byDeviceCode.size() >= MOST_WAITING) {
            byDeviceCode.remove(byDeviceCode.keySet().iterator().next());
        }
        var codes = new Codes(Tokens.fresh(), userCode());
        byDeviceCode.put(
                Tokens.hash(codes.deviceCode()),
                new Asked(codes.userCode(), clock.instant().plus(LIFE), null, false));
        return codes;
    }

    private static String userCode() {
        var code = new StringBuilder();
        for (var i = 0; i < 8; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return code.insert(4, '-').toString();
    }

    /** Fetches the token, which is given once. */
    public synchronized Answer fetch(String deviceCode) {
        var hash = Tokens.hash(deviceCode);
        var asked = byDeviceCode.get(hash);
        if (asked == null || asked.fetched() || isOver(asked)) return new Answer.Gone();
        if (asked.letIn() == null) return new Answer.Waiting();
        byDeviceCode.put(hash, new Asked(asked.userCode(), asked.until(), null, true));
        return asked.letIn();
    }

    /**
     * Adds the device that shows {@code userCode}.
     *
     * @throws AccessRefused when the name is a device's or cannot be shown; the code stays good
     */
    public synchronized Confirmed confirm(Actor by, String userCode, Role role, String name) {
        var now = clock.instant();
        wrong.values().removeIf(tries -> !now.isBefore(tries.until()));
        var before = wrong.getOrDefault(by.name(), new Wrong(0, now.plus(LIFE)));
        if (before.tries() >= WRONG_TRIES) return Confirmed.TOO_MANY_TRIES;
        var typed = userCode.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        for (var entry : byDeviceCode.entrySet()) {
            var asked = entry.getValue();
            if (!asked.userCode().replace("-", "").equals(typed)) continue;
            if (asked.fetched() || asked.letIn() != null || isOver(asked)) return Confirmed.GONE;
            var token = devices.add(by, role, name);
            entry.setValue(new Asked(asked.userCode(), asked.until(), new Answer.LetIn(name, role, token), false));
            return Confirmed.LET_IN;
        }
        wrong.put(by.name(), new Wrong(before.tries() + 1, before.until()));
        return Confirmed.NO_SUCH_CODE;
    }

    private boolean isOver(Asked asked) {
        return !clock.instant().isBefore(asked.until());
    }

    /** A code that is over is remembered as long again, so that whoever types it late hears that it was. */
    private void sweep() {
        var now = clock.instant();
        byDeviceCode.values().removeIf(asked -> !now.isBefore(asked.until().plus(LIFE)));
    }
}
