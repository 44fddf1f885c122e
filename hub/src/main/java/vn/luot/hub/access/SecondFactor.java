package vn.luot.hub.access;

/**
 * What a person puts into a telephone's authenticator.
 *
 * @param secret in base32, to be typed
 * @param uri the same, for a QR code
 */
public record SecondFactor(String secret, String uri) {
    public static SecondFactor fresh(String centre, String person) {
        var secret = Totp.freshSecret();
        return new SecondFactor(secret, Totp.uri(secret, centre, person));
    }

    /** Whether {@code text} could be a secret of {@link #fresh}. */
    public static boolean isSecret(String text) {
        return text.matches("[A-Z2-7]{32}");
    }
}
