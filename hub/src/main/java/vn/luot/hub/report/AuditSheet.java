package vn.luot.hub.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.luot.hub.desk.Audit;
import vn.luot.hub.queue.Choice;
import vn.luot.hub.queue.Role;
import vn.luot.protocol.message.Text;

/** The record that complaints are answered from, as a table in words. */
final class AuditSheet {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");
    private static final String CALLED = "CALLED";

    /** What every kind of entry is called; those of {@link Audit} and no others. */
    static final Map<String, Text> KINDS = Map.ofEntries(
            kind(CALLED, "Gọi ngoài thứ tự", "Called out of turn"),
            kind("TRANSFERRED", "Chuyển", "Transferred"),
            kind("FURTHER_ADDED", "Thêm thủ tục tiếp theo", "Further service added"),
            kind("RETURNED", "Trả lại hàng đợi", "Sent back into the line"),
            kind("HELD", "Tạm giữ", "Put aside"),
            kind("RESUMED", "Tiếp tục số tạm giữ", "Went on with one put aside"),
            kind("PUSHED_BACK", "Người dân nhường lượt", "The holder let others go first"),
            kind("CANCELLED", "Huỷ", "Cancelled"),
            kind("VOIDED", "Vô hiệu", "Voided"),
            kind("NO_SHOW", "Vắng mặt", "No-show"),
            kind("REPRINTED", "In lại phiếu", "Ticket printed again"),
            kind("PRIORITY_DECIDED", "Quyết định ưu tiên", "Priority decided"),
            kind("WALKED_IN", "Phục vụ không lấy số", "Served without a ticket"),
            kind("PLAN_CHANGED", "Đổi kế hoạch", "Plan changed"),
            kind("VOTE_VOIDED", "Bỏ một đánh giá", "Vote taken back"),
            kind("DAY_OPENED", "Mở ngày", "Day opened"),
            kind("DAY_CLOSED", "Đóng ngày", "Day closed"),
            kind("UNSERVED", "Đã gọi mà hết ngày chưa phục vụ", "Called, and left unserved by the day's end"),
            kind("SIGNED_IN", "Đăng nhập", "Signed in"),
            kind("SIGN_IN_FAILED", "Đăng nhập sai", "Sign-in failed"),
            kind("SIGNED_OUT", "Đăng xuất", "Signed out"),
            kind("SIGNED_OUT_EVERYWHERE", "Đăng xuất mọi nơi", "Signed out everywhere"),
            kind("PASSWORD_CHANGED", "Đổi mật khẩu", "Password changed"),
            kind("PASSWORD_RESET", "Đặt lại mật khẩu", "Password reset"),
            kind("SECOND_FACTOR_SET", "Bật xác thực hai bước", "Second factor set"),
            kind("SECOND_FACTOR_REMOVED", "Bỏ xác thực hai bước", "Second factor removed"),
            kind("PERSON_ADDED", "Thêm người dùng", "Person added"),
            kind("PERSON_CHANGED", "Sửa người dùng", "Person changed"),
            kind("PERSON_DISABLED", "Khoá người dùng", "Person shut out"),
            kind("PERSON_ENABLED", "Mở khoá người dùng", "Person let in again"),
            kind("DEVICE_ADDED", "Thêm thiết bị", "Device added"),
            kind("DEVICE_REVOKED", "Thu hồi thiết bị", "Device revoked"),
            kind("DEVICE_CLONED", "Hai thiết bị một mã", "Two devices with one token"),
            kind("RESTORED", "Khôi phục từ bản sao lưu", "Restored from a backup"),
            kind("PLAN_KEPT", "Lưu bản kế hoạch", "Version of the plan kept"));

    private AuditSheet() {}

    private static Map.Entry<String, Text> kind(String name, String vi, String en) {
        return Map.entry(name, new Text(vi, en));
    }

    static Sheet of(List<Audit.Entry> entries, ZoneId zone, Sheet.Language in) {
        var header =
                Arrays.stream(Column.values()).map(column -> in.of(column.name)).toList();
        var rows = new ArrayList<List<Object>>();
        entries.forEach(entry -> rows.add(cells(entry, zone, in)));
        rows.add(List.of(in.of("Tổng cộng", "Total"), entries.size()));
        return new Sheet(in.of("Sổ kiểm tra", "Audit record"), "", header, rows);
    }

    private enum Column {
        TIME("Lúc", "Time"),
        WHAT("Việc", "What"),
        SUBJECT("Số, tên", "Number, name"),
        COUNTER("Quầy", "Counter"),
        ACTOR("Ai làm", "By whom"),
        ROLE("Vai trò", "Role"),
        DETAIL("Lý do, chi tiết", "Reason, detail"),
        RECORD("Sổ", "Record"),
        SEQ("Mục", "Entry");

        private final Text name;

        Column(String vi, String en) {
            name = new Text(vi, en);
        }
    }

    private static List<Object> cells(Audit.Entry entry, ZoneId zone, Sheet.Language in) {
        var cells = new ArrayList<Object>();
        for (var column : Column.values()) {
            cells.add(
                    switch (column) {
                        case TIME -> TIME.format(entry.at().atZone(zone));
                        case WHAT -> in.of(KINDS.getOrDefault(entry.kind(), new Text(entry.kind(), entry.kind())));
                        case SUBJECT -> entry.subject();
                        case COUNTER -> entry.counter();
                        case ACTOR -> entry.actor();
                        case ROLE -> in.of(role(entry.role()));
                        case DETAIL -> detail(entry, in);
                        case RECORD ->
                            entry.record().equals("JOURNAL")
                                    ? in.of("nhật ký", "journal")
                                    : in.of("sổ ra vào", "access log");
                        case SEQ -> entry.seq();
                    });
        }
        return cells;
    }

    private static String detail(Audit.Entry entry, Sheet.Language in) {
        var kept = entry.detail();
        if (kept.isEmpty()) return kept;
        return switch (entry.kind()) {
            case CALLED -> why(kept, in);
            case "PERSON_ADDED", "DEVICE_ADDED" -> in.of(role(Role.valueOf(kept)));
            case "PERSON_CHANGED" -> {
                var name = kept.indexOf(' ');
                yield in.of(role(Role.valueOf(kept.substring(0, name)))) + "," + kept.substring(name);
            }
            case "DAY_OPENED", "PLAN_CHANGED" -> in.of("bản kế hoạch " + kept, "version " + kept + " of the plan");
            case "RESTORED" -> in.of(kept.replace("epoch", "kỷ nguyên"), kept);
            // A seal, and the key of a request: no words, for hub verify and for the programs.
            case "PLAN_KEPT", "VOIDED" -> "";
            default -> kept;
        };
    }

    /** Why somebody was chosen, and who was passed. */
    private static String why(String reason, Sheet.Language in) {
        var choice = Choice.parse(reason);
        if (choice.passed().isEmpty()) return choice.words();
        var passed = choice.passed().stream().collect(Collectors.joining(", "))
                + (choice.more() == 0 ? "" : " +" + choice.more());
        return choice.words() + " (" + in.of("đến trước: ", "came earlier: ") + passed + ")";
    }

    private static Text role(Role role) {
        return switch (role) {
            case KIOSK -> new Text("máy lấy số", "kiosk");
            case BOARD -> new Text("bảng", "board");
            case TABLET -> new Text("máy đánh giá", "tablet");
            case KEYPAD -> new Text("bàn phím", "keypad");
            case CLERK -> new Text("cán bộ", "clerk");
            case HOST -> new Text("hướng dẫn", "host");
            case MANAGER -> new Text("lãnh đạo", "manager");
            case TECHNICIAN -> new Text("kỹ thuật", "technician");
            case ADMIN -> new Text("quản trị", "administrator");
            case HOLDER -> new Text("người giữ phiếu", "holder of the ticket");
        };
    }
}
