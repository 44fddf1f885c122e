package vn.luot.kiosk;

import java.util.regex.Pattern;

/**
 * A visitor touched a service.
 *
 * @param service id of the service
 * @param language "vi" or "en"
 * @param touch made by the page, new for every touch: 16 to 64 characters of A–Z a–z 0–9 _ -
 */
public record Touch(String service, String language, String touch) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    boolean isWellFormed() {
        return service != null
                && !service.isBlank()
                && ("vi".equals(language) || "en".equals(language))
                && touch != null
                && KEY.matcher(touch).matches();
    }
}
