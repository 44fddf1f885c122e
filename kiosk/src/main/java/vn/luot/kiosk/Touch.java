package vn.luot.kiosk;

import java.util.regex.Pattern;
import vn.luot.protocol.message.TicketRequest;

/**
 * A visitor touched a service, or held an appointment before the scanner.
 *
 * @param service id of the service; absent for an appointment, whose code says it
 * @param language "vi" or "en"
 * @param touch made by the page, new for every touch: 16 to 64 characters of A–Z a–z 0–9 _ -
 * @param scan name of what was scanned before; absent when nothing was
 * @param priority whether the visitor takes the priority class that the scanned card proves; absent for no
 */
public record Touch(String service, String language, String touch, String scan, Boolean priority) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Without a scan. */
    public Touch(String service, String language, String touch) {
        this(service, language, touch, null, null);
    }

    boolean isWellFormed() {
        return (service == null ? scan != null : !service.isBlank())
                && ("vi".equals(language) || "en".equals(language))
                && touch != null
                && KEY.matcher(touch).matches();
    }

    /**
     * What it is known by. Every page that is open on the kiosk hears of an appointment and asks for its ticket at once; by the
     * scan's name, they ask for one.
     */
    String key() {
        return isOfAScanAlone() ? scan : touch;
    }

    /** Nobody touched anything. */
    boolean isOfAScanAlone() {
        return service == null;
    }

    /** What it asks of the hub, the scan aside. */
    TicketRequest wish() {
        return new TicketRequest(service, null, language, null);
    }
}
