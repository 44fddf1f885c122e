package vn.luot.hub.settings;

import java.nio.ByteBuffer;
import java.util.Base64;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.TicketTemplate;

/** Checks what a centre prints on its tickets. */
final class PlanTicket {
    private static final int MOST_LINES = 40;
    private static final int LONGEST = 200;
    /** In base64: every program of the hall reads the plan, and a mark of 320 × 120 dots takes a tenth of it. */
    private static final int LARGEST_LOGO = 64_000;

    private static final int WIDEST = 4_000;
    private static final long PNG = 0x89504E470D0A1A0AL;

    private final Faults faults;

    PlanTicket(Faults faults) {
        this.faults = faults;
    }

    void check(Plan plan) {
        var ticket = plan.ticket();
        if (ticket == null) return;
        ticket.faults().forEach(fault -> faults.add("ticket." + fault.path(), fault.vi(), fault.en()));
        faults.each("ticket.lines", ticket.lines(), this::line);
        if (ticket.lines().size() > MOST_LINES) {
            faults.add("ticket.lines", "không được quá " + MOST_LINES + " dòng", "must be at most " + MOST_LINES);
        }
        if (ticket.logo() != null && !isPicture(ticket.logo())) {
            faults.add("ticket.logo", "phải là ảnh PNG nhỏ hơn 48 kB", "must be a PNG below 48 kB");
        }
    }

    private void line(String path, TicketTemplate.Line line) {
        if (line.vi() != null) words(path + ".vi", line.vi());
        if (line.en() != null) words(path + ".en", line.en());
    }

    private void words(String path, String words) {
        Words.fault(words, LONGEST).ifPresent(fault -> faults.add(path, fault.vi(), fault.en()));
    }

    /** By its first bytes: signature, header, width and height. */
    private static boolean isPicture(String base64) {
        if (base64.length() > LARGEST_LOGO) return false;
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return bytes.limit() > 24
                    && bytes.getLong(0) == PNG
                    && isSide(bytes.getInt(16))
                    && isSide(bytes.getInt(20));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean isSide(int dots) {
        return dots >= 1 && dots <= WIDEST;
    }
}
