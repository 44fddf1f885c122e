package vn.luot.kiosk.scanner;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;

/** What a scanned code is. Of a citizen's card nothing leaves here but a hash of its number and what its holder's age gives. */
public sealed interface Scan {
    /**
     * A citizen's card.
     *
     * @param identity a hash of its number under the day's key; absent when there is none
     * @param priorityClass what it proves; absent when it proves none
     */
    record Card(String identity, Plan.PriorityClass priorityClass) implements Scan {
        /** Without the hash. */
        @Override
        public String toString() {
            return "Card[priorityClass=" + priorityClass + "]";
        }
    }

    /** The code of an appointment; whether it is good is for the hub to say. */
    record Appointment(String code) implements Scan {}

    /** The QR code of a ticket, of this hall or of another. */
    record Ticket(String token) implements Scan {}

    /** A receipt for files that were handed in. Which files is nobody's business here. */
    record Receipt() implements Scan {}

    record Unknown() implements Scan {}

    /** {@code number|old number|name|ddMMyyyy|sex|address|issued}, and more in newer ones. */
    Pattern CARD = Pattern.compile("(\\d{12})\\|[^|]{0,20}\\|[^|]{0,200}\\|(\\d{8})\\|.*", Pattern.DOTALL);

    Pattern TICKET = Pattern.compile("https?://\\S{1,200}/t/([A-Za-z0-9_-]{22})");

    /** The office's code, the day, a number: {@code 000.00.12.H32-261123-0012}, by itself or in an address. */
    Pattern RECEIPT = Pattern.compile("(?<![0-9A-Z.])[0-9A-Z]{1,6}(?:\\.[0-9A-Z]{1,6}){1,5}-\\d{6}-\\d{1,6}(?![0-9])");

    /** A short code of an appointment; the page that somebody typed it into says what it is. */
    String TYPED = "LH:";

    /**
     * Any text will do.
     *
     * @param classes the plan's
     * @param today absent when nobody knows; then a card proves no age
     * @param key of the day
     */
    static Scan of(String text, List<Plan.PriorityClass> classes, LocalDate today, ScanKey key) {
        var code = text.strip();
        if (code.startsWith("LH1:")) return new Appointment(code);
        if (code.startsWith(TYPED)) return new Appointment(code.substring(TYPED.length()));
        var ticket = TICKET.matcher(code);
        if (ticket.matches()) return new Ticket(ticket.group(1));
        var card = CARD.matcher(code);
        if (card.matches()) return new Card(key.hashOf(card.group(1)), Ages.classOf(card.group(2), classes, today));
        return RECEIPT.matcher(code).find() ? new Receipt() : new Unknown();
    }
}
