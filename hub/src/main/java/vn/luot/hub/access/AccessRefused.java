package vn.luot.hub.access;

import java.io.Serial;
import java.time.Duration;
import vn.luot.protocol.message.Text;

/** Why a person or a device cannot be added or changed; the words say what to do. */
public final class AccessRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A stable name for programs; the number is HTTP's. */
    public enum Why {
        NAME_TAKEN(409),
        NAME_INVALID(400),
        PASSWORD_TOO_EASY(400),
        PASSWORD_WRONG(409),
        CODE_NEEDED(403),
        CODE_WRONG(409),
        TOO_MANY_TRIES(429),
        SECOND_FACTOR_SET(409),
        PERSON_UNKNOWN(404),
        DEVICE_UNKNOWN(404),
        PERSON_DISABLED(403),
        FROM_PROVIDER(409),
        LAST_ADMIN(409);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Why why;
    private final transient Text words;
    private final Duration retryAfter;

    private AccessRefused(Why why, String vi, String en) {
        this(why, vi, en, Duration.ZERO);
    }

    private AccessRefused(Why why, String vi, String en, Duration retryAfter) {
        super(vi + " / " + en);
        this.why = why;
        this.words = new Text(vi, en);
        this.retryAfter = retryAfter;
    }

    static AccessRefused nameTaken(String name) {
        return new AccessRefused(
                Why.NAME_TAKEN,
                "tên «" + name + "» đã có, hãy chọn tên khác",
                "the name \"" + name + "\" is taken: choose another");
    }

    static AccessRefused badName(Text fault) {
        return new AccessRefused(Why.NAME_INVALID, "tên " + fault.vi(), "the name " + fault.en());
    }

    static AccessRefused badPassword(Text fault) {
        return new AccessRefused(Why.PASSWORD_TOO_EASY, fault.vi(), fault.en());
    }

    static AccessRefused wrongPassword() {
        return new AccessRefused(
                Why.PASSWORD_WRONG, "mật khẩu hiện tại không đúng", "the present password is not right");
    }

    static AccessRefused codeNeeded() {
        return new AccessRefused(
                Why.CODE_NEEDED,
                "việc này mở tài khoản của một quản trị, hãy nhập mã 6 số đang hiện trên điện thoại của ông/bà",
                "this opens an administrator's account: type the six digits that your phone shows now");
    }

    static AccessRefused wrongCode() {
        return new AccessRefused(
                Why.CODE_WRONG,
                "mã không đúng hoặc đã dùng rồi, hãy xem đồng hồ của điện thoại rồi nhập mã mới",
                "the code is not right, or was used before: check the phone's clock and type a new one");
    }

    static AccessRefused tooManyTries(Duration wait) {
        var seconds = Math.max(1, wait.toSeconds());
        return new AccessRefused(
                Why.TOO_MANY_TRIES,
                "thử quá nhiều lần, hãy đợi " + seconds + " giây rồi thử lại",
                "too many tries: wait " + seconds + " seconds and try again",
                Duration.ofSeconds(seconds));
    }

    static AccessRefused secondFactorSet() {
        return new AccessRefused(
                Why.SECOND_FACTOR_SET,
                "xác thực hai bước đã bật; để đổi điện thoại, quản trị bấm «Đổi điện thoại» ở trang quản trị, người khác nhờ quản trị"
                        + " bấm «Mất điện thoại», rồi thiết lập lại",
                "a second factor is set; for another phone, an administrator presses \"Another phone\" on the administrator's page,"
                        + " and others ask one to press \"Lost phone\"; then it is set up anew");
    }

    static AccessRefused noSuchPerson(String name) {
        return new AccessRefused(
                Why.PERSON_UNKNOWN, "không có người «" + name + "»", "there is no person \"" + name + "\"");
    }

    static AccessRefused noSuchDevice(String name) {
        return new AccessRefused(
                Why.DEVICE_UNKNOWN, "không có thiết bị «" + name + "»", "there is no device \"" + name + "\"");
    }

    static AccessRefused disabled(String name) {
        return new AccessRefused(
                Why.PERSON_DISABLED,
                "tài khoản «" + name + "» đang bị khoá, hãy hỏi quản trị",
                "the account \"" + name + "\" is shut out: ask the administrator");
    }

    static AccessRefused fromProvider(String name) {
        return new AccessRefused(
                Why.FROM_PROVIDER,
                "«" + name + "» đăng nhập bằng tài khoản cơ quan nên không có mật khẩu ở đây",
                "\"" + name + "\" signs in with an account of the office and has no password here");
    }

    static AccessRefused lastAdmin() {
        return new AccessRefused(
                Why.LAST_ADMIN,
                "đây là quản trị cuối cùng có mật khẩu ở máy chủ này, hãy thêm một quản trị khác trước",
                "this is the last administrator with a password of this hub: add another first");
    }

    public Why why() {
        return why;
    }

    /** How long to wait before the next try; zero when that would change nothing. */
    public Duration retryAfter() {
        return retryAfter;
    }

    public String vi() {
        return words.vi();
    }

    public String en() {
        return words.en();
    }
}
