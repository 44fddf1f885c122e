package vn.luot.hub.access;

import vn.luot.protocol.picture.QrPicture;

/**
 * What a person puts into a telephone's authenticator.
 *
 * @param secret in base32, to be typed
 * @param uri the same, for a link on the telephone itself
 * @param picture the same, as a QR code in SVG
 */
public record SecondFactor(String secret, String uri, String picture) {
    public static SecondFactor fresh(String centre, String person) {
        var secret = Totp.freshSecret();
        var uri = Totp.uri(secret, centre, person);
        return new SecondFactor(secret, uri, QrPicture.svg(uri));
    }

    /** Whether {@code text} could be a secret of {@link #fresh}. */
    public static boolean isSecret(String text) {
        return text.matches("[A-Z2-7]{32}");
    }
}
