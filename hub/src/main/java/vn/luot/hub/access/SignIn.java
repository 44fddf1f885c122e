package vn.luot.hub.access;

import java.time.Duration;
import java.time.Instant;
import vn.luot.hub.queue.Actor;

/** How a sign-in ended. */
public sealed interface SignIn {
    /**
     * @param token proof of the session, 256 random bits in base64url; the hub keeps only its hash
     * @param expiresAt when the person has to sign in again
     * @param owes before anything else
     */
    record SignedIn(String token, Actor actor, Instant expiresAt, Owed owes) implements SignIn {}

    /** Nobody of this name, or not their password or code: which of them is not told. */
    record Wrong() implements SignIn {}

    /** The password is right; the code of the second factor is missing. */
    record CodeNeeded() implements SignIn {}

    /** @param retryAfter how long until the next try is looked at */
    record TooMany(Duration retryAfter) implements SignIn {}
}
