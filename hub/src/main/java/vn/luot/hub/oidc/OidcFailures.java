package vn.luot.hub.oidc;

import vn.luot.hub.http.Failure;

/** How signing in with an account of the office can fail; the password of the hub works all the same. */
final class OidcFailures {
    private OidcFailures() {}

    static Failure away(Throwable cause) {
        return new Failure(
                        503,
                        "PROVIDER_AWAY",
                        "Hệ thống tài khoản cơ quan không trả lời. Hãy thử lại sau, hoặc dùng mật khẩu của máy chủ này.",
                        "The office's accounts do not answer. Try again later, or use a password of this hub.")
                .causedBy(cause);
    }

    static Failure notVouchedFor(Throwable cause) {
        return new Failure(
                        401,
                        "NOT_VOUCHED_FOR",
                        "Không xác nhận được tài khoản cơ quan. Hãy đăng nhập lại từ đầu.",
                        "The office's account could not be confirmed. Sign in again from the beginning.")
                .causedBy(cause);
    }

    static Failure roleNotMapped() {
        return new Failure(
                403,
                "ROLE_NOT_MAPPED",
                "Tài khoản cơ quan này chưa được giao vai trò nào ở trung tâm. Hãy hỏi quản trị.",
                "This account of the office has no role at the centre yet. Ask the administrator.");
    }
}
