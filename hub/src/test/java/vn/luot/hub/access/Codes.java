package vn.luot.hub.access;

import java.time.Instant;

/** A telephone with an authenticator. */
public final class Codes {
    private Codes() {}

    public static String at(String secret, Instant now) {
        return Totp.code(secret, now.getEpochSecond() / 30, 6);
    }
}
