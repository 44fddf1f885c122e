package vn.luot.kiosk.printer;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.Text;
import vn.luot.protocol.message.TicketReceipt;

/** A hall and a ticket of it. */
public final class Tickets {
    public static final String SERVICE = "dat-dai-nop";

    private Tickets() {}

    public static Plan plan() {
        var centre = new Plan.Centre(
                new Text(
                        "Bộ phận Tiếp nhận và Trả kết quả thị xã Hương Trà",
                        "Hương Trà One-Stop Public Service Centre"),
                "0234 3557 888",
                ZoneId.of("Asia/Ho_Chi_Minh"));
        return new Plan(
                centre,
                List.of(new Plan.Hours(
                        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(7, 30), LocalTime.of(17, 0))),
                List.of(
                        new Plan.Field(
                                "chung-thuc",
                                new Text("Chứng thực", "Certification"),
                                List.of(service("chung-thuc-nop", "C", 1))),
                        new Plan.Field(
                                "dat-dai",
                                new Text("Đất đai", "Land"),
                                List.of(service(SERVICE, "D", 1), service("dat-dai-nhan", "D", 600)),
                                "dat-dai-nhan")),
                List.of(
                        new Plan.Counter(1, new Text("Quầy 1", "Counter 1"), List.of(SERVICE)),
                        new Plan.Counter(2, new Text("Quầy 2", "Counter 2"), List.of(SERVICE))),
                List.of(new Plan.PriorityClass("elderly", new Text("Người cao tuổi", "Elderly person"), 75)),
                null);
    }

    /** A plan of one service, {@link #SERVICE}, without a hotline; names in Vietnamese only. */
    static Plan plan(String centre, String field, String service) {
        return new Plan(
                new Plan.Centre(new Text(centre, centre), null, ZoneId.of("Asia/Ho_Chi_Minh")),
                List.of(),
                List.of(new Plan.Field(
                        "field",
                        new Text(field, field),
                        List.of(new Plan.Service(SERVICE, new Text(service, service), "D", 1, 999, null)))),
                List.of(new Plan.Counter(1, new Text("Quầy 1", "Counter 1"), List.of(SERVICE))),
                List.of(),
                null);
    }

    public static TicketReceipt receipt(String number) {
        return new TicketReceipt(
                12,
                number,
                "AbCdEfGhIjKlMnOpQrStUv",
                "http://192.168.1.10:8080/t/AbCdEfGhIjKlMnOpQrStUv",
                SERVICE,
                List.of(1, 2),
                OffsetDateTime.parse("2026-11-23T01:15:00Z"),
                5);
    }

    /** The ticket of {@link #receipt}, as the kiosk's own template has it. */
    static List<PrintLine> ticket(String number, Plan plan, String language) {
        return TicketLayout.ofPlan().ticket(new Slip(receipt(number), language), plan);
    }

    private static Plan.Service service(String id, String prefix, int first) {
        return new Plan.Service(id, new Text("Nộp hồ sơ", "Submit"), prefix, first, first + 398, null);
    }
}
