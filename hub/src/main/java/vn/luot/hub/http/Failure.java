package vn.luot.hub.http;

import java.util.List;
import java.util.Locale;
import vn.luot.hub.access.AccessRefused;
import vn.luot.protocol.message.Problem;
import vn.luot.protocol.message.TicketState;

/** A request that is answered with a problem: what went wrong and what to do next, in both languages. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String messageVi;
    private final int retryAfterSeconds;
    private final transient List<Problem.Fault> faults;
    private final TicketState state;

    /** @param code stable name, such as SERVICE_UNKNOWN */
    public Failure(int status, String code, String messageVi, String messageEn) {
        this(status, code, messageVi, messageEn, 0, null, null, null);
    }

    private Failure(
            int status,
            String code,
            String messageVi,
            String messageEn,
            int retryAfterSeconds,
            List<Problem.Fault> faults,
            TicketState state,
            Throwable cause) {
        super(messageEn, cause);
        this.status = status;
        this.code = code;
        this.messageVi = messageVi;
        this.retryAfterSeconds = retryAfterSeconds;
        this.faults = faults;
        this.state = state;
    }

    public Failure retryAfter(int seconds) {
        return new Failure(status, code, messageVi, getMessage(), seconds, faults, state, getCause());
    }

    public Failure causedBy(Throwable cause) {
        return new Failure(status, code, messageVi, getMessage(), retryAfterSeconds, faults, state, cause);
    }

    /** With all that is wrong with what was sent. */
    public Failure with(List<Problem.Fault> found) {
        return new Failure(
                status, code, messageVi, getMessage(), retryAfterSeconds, List.copyOf(found), state, getCause());
    }

    /** @param present how the ticket stands that it is about */
    public Failure of(TicketState present) {
        return new Failure(status, code, messageVi, getMessage(), retryAfterSeconds, faults, present, getCause());
    }

    public static Failure badJson(String where) {
        return new Failure(
                400,
                "BAD_JSON",
                "Nội dung gửi lên không phải JSON hợp lệ (" + where + "). Hãy sửa rồi gửi lại.",
                "The body is not valid JSON (" + where + "). Correct it and send it again.");
    }

    public static Failure field(String field, String vi, String en) {
        return new Failure(400, "FIELD_INVALID", "Trường «" + field + "»: " + vi, "Field \"" + field + "\": " + en);
    }

    public static Failure text(String field, String vi, String en) {
        return new Failure(400, "TEXT_INVALID", "Trường «" + field + "»: " + vi, "Field \"" + field + "\": " + en);
    }

    static Failure notSignedIn() {
        return new Failure(
                401,
                "NOT_SIGNED_IN",
                "Chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập lại; thiết bị thì nhập mã thiết bị mới.",
                "Not signed in, or the session has ended. Sign in again; a device needs a new device token.");
    }

    static Failure deviceRevoked() {
        return new Failure(
                401,
                "DEVICE_REVOKED",
                "Thiết bị này đã bị thu hồi. Hãy gọi kỹ thuật để ghép nối lại.",
                "This device was revoked. Call the technician to pair it again.");
    }

    public static Failure roleNotAllowed() {
        return new Failure(
                403,
                "ROLE_NOT_ALLOWED",
                "Vai trò này không được làm việc đó. Hãy nhờ người có quyền.",
                "This role may not do that. Ask somebody who may.");
    }

    public static Failure foreignOrigin() {
        return new Failure(
                403,
                "FOREIGN_ORIGIN",
                "Yêu cầu không đến từ trang của hệ thống nên bị từ chối. Hãy mở trang của hệ thống và làm lại;"
                        + " chương trình thì gửi mã trong tiêu đề Authorization.",
                "The request did not come from a page of this system and was refused. Open the system's own page and try"
                        + " again; a program sends its token in the Authorization header.");
    }

    public static Failure kioskTwice() {
        return new Failure(
                409,
                "KIOSK_TWICE",
                "Mã thiết bị này đang được một máy lấy số khác dùng. Hãy cấp cho máy này mã thiết bị riêng.",
                "Another kiosk uses this device token. Give this one a token of its own.");
    }

    static Failure upgradeRequired() {
        return new Failure(
                426,
                "UPGRADE_REQUIRED",
                "Chương trình của thiết bị và máy chủ khác phiên bản. Hãy cập nhật chương trình nào cũ hơn.",
                "The device's program and the hub are of different versions. Update whichever is older.");
    }

    static Failure tooMany(int seconds) {
        return new Failure(
                        429,
                        "TOO_MANY_TRIES",
                        "Thử quá nhiều lần. Hãy đợi " + seconds + " giây rồi thử lại.",
                        "Too many tries. Wait " + seconds + " seconds and try again.")
                .retryAfter(seconds);
    }

    static Failure tooFast() {
        return new Failure(
                        429,
                        "TOO_MANY_REQUESTS",
                        "Quá nhiều yêu cầu từ một nơi. Hãy đợi 1 giây rồi thử lại.",
                        "Too many requests from one place. Wait 1 second and try again.")
                .retryAfter(1);
    }

    static Failure foreignHost() {
        return new Failure(
                421,
                "FOREIGN_HOST",
                "Máy chủ không mang tên này. Hãy dùng địa chỉ ghi trong sổ tay, hoặc thêm tên bằng --public-url.",
                "This hub does not have that name. Use its own address, or name it with --public-url.");
    }

    static Failure passwordChangeNeeded() {
        return new Failure(
                403,
                "PASSWORD_CHANGE_NEEDED",
                "Mật khẩu này do người khác đặt. Hãy đổi mật khẩu trước khi làm việc.",
                "Somebody else set this password. Change it before anything else.");
    }

    static Failure secondFactorNeeded() {
        return new Failure(
                403,
                "SECOND_FACTOR_NEEDED",
                "Quản trị phải bật xác thực hai bước trước: mở trang /account/ và quét mã bằng điện thoại.",
                "An administrator needs a second factor first: open the page /account/ and scan the code with a phone.");
    }

    static Failure of(AccessRefused refused) {
        return new Failure(refused.why().status(), refused.why().name(), sentence(refused.vi()), sentence(refused.en()))
                .retryAfter((int) refused.retryAfter().toSeconds());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    public static Failure notFound() {
        return new Failure(404, "NOT_FOUND", "Không có địa chỉ này.", "There is nothing at this address.");
    }

    static Failure methodNotAllowed() {
        return new Failure(
                405,
                "METHOD_NOT_ALLOWED",
                "Địa chỉ này không nhận phương thức đó.",
                "This address does not take that method.");
    }

    static Failure bodyTooLarge() {
        return new Failure(
                413,
                "BODY_TOO_LARGE",
                "Nội dung gửi lên quá lớn (tối đa 64 KiB).",
                "The body is too large (64 KiB at most).");
    }

    static Failure badRequest() {
        return new Failure(400, "BAD_REQUEST", "Yêu cầu không hợp lệ.", "The request is not valid.");
    }

    static Failure fault(Throwable cause) {
        return new Failure(
                        500,
                        "FAULT",
                        "Hệ thống gặp lỗi, chưa rõ kết quả. Hãy thử lại; nếu vẫn lỗi, báo kỹ thuật kèm mã vết.",
                        "The system has a fault and the outcome is unknown. Try again; if it stays, tell the technician the trace id.")
                .causedBy(cause);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String messageVi() {
        return messageVi;
    }

    public String messageEn() {
        return getMessage();
    }

    /** Absent when the code says it all. */
    List<Problem.Fault> faults() {
        return faults;
    }

    /** Absent unless it is about a ticket. */
    TicketState state() {
        return state;
    }

    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** A refusal is an ordinary answer; its stack is of no use. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
