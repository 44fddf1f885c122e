package vn.luot.hub.desk;

import java.time.format.DateTimeFormatter;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Refused;

/** What each rule of the hall says to a person: the status, and what to do next. */
final class Refusals {
    private static final DateTimeFormatter WHEN_VI = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM");
    private static final DateTimeFormatter WHEN_EN = DateTimeFormatter.ofPattern("HH:mm 'on' dd/MM");

    private Refusals() {}

    static Failure answer(Refused refused) {
        var code = refused.rule().name();
        return switch (refused.rule()) {
            case DAY_NOT_OPEN ->
                new Failure(
                        409,
                        code,
                        "Ngày làm việc chưa mở. Hãy nhờ cán bộ mở ngày làm việc.",
                        "The business day is not open. Ask the staff to open it.");
            case DAY_ALREADY_OPEN ->
                new Failure(
                        409,
                        code,
                        "Ngày làm việc đang mở rồi, không phải làm gì thêm.",
                        "The business day is open already; there is nothing to do.");
            case SOMEBODY_AT_A_COUNTER ->
                new Failure(
                        409,
                        code,
                        "Còn người đang được gọi hoặc phục vụ. Hãy hoàn tất rồi đóng ngày.",
                        "Somebody is still called or served. Finish first, then close the day.");
            case SERVICE_UNKNOWN ->
                new Failure(
                        404,
                        code,
                        "Không có dịch vụ này. Hãy chọn lại từ danh sách.",
                        "There is no such service. Choose again from the list.");
            case SERVICE_CLOSED -> closed(code, refused);
            case PRIORITY_CLASS_UNKNOWN ->
                new Failure(
                        400,
                        code,
                        "Không có đối tượng ưu tiên này. Hãy chọn lại.",
                        "There is no such priority class. Choose again.");
            case RANGE_USED_UP ->
                new Failure(
                        409,
                        code,
                        "Dịch vụ đã phát hết số của hôm nay. Hãy gặp cán bộ hướng dẫn.",
                        "All numbers of this service are given out for today. Ask the staff.");
            case KEY_REUSED ->
                new Failure(
                        422,
                        code,
                        "Yêu cầu trùng mã nhưng khác nội dung. Hãy dùng khoá mới.",
                        "The same key was used for something else. Use a new key.");
            case COUNTER_UNKNOWN ->
                new Failure(
                        404,
                        code,
                        "Không có quầy này. Hãy chọn quầy khác.",
                        "There is no such counter. Choose another.");
            case COUNTER_TAKEN ->
                new Failure(
                        409,
                        code,
                        "Quầy đang có cán bộ khác ngồi. Hãy chọn quầy khác hoặc nhờ lãnh đạo đóng quầy.",
                        "Another clerk sits at this counter. Choose another, or ask a manager to close it.");
            case COUNTER_CLOSED ->
                new Failure(409, code, "Quầy đang đóng. Hãy mở quầy trước.", "The counter is closed. Open it first.");
            case NO_COUNTER ->
                new Failure(
                        409,
                        code,
                        "Bạn không ngồi ở quầy này. Hãy mở quầy của bạn.",
                        "You do not sit at this counter. Open your own.");
            case QUEUE_EMPTY -> new Failure(409, code, "Không có ai đang chờ.", "Nobody is waiting.");
            case ALREADY_SERVING ->
                new Failure(
                        409,
                        code,
                        "Quầy đang gọi hoặc phục vụ một người. Hãy hoàn tất hoặc báo vắng trước.",
                        "Somebody is called or served here. Finish, or mark as no-show, first.");
            case STALE_STATE ->
                new Failure(
                        409,
                        code,
                        "Màn hình đã cũ: số này không còn ở quầy. Xem lại số hiện tại rồi làm tiếp.",
                        "The screen was out of date: that ticket is no longer here. Look at the present one and go on.");
            case ILLEGAL_TRANSITION ->
                new Failure(
                        409,
                        code,
                        "Không làm được việc này ở bước hiện tại. Xem lại trạng thái rồi làm tiếp.",
                        "That cannot be done at this point. Look at the present state and go on.");
            case TICKET_NOT_FOUND ->
                new Failure(
                        404,
                        code,
                        "Không tìm thấy phiếu. Hãy kiểm tra lại mã, hoặc phiếu đã hết hạn.",
                        "There is no such ticket. Check the code; the ticket may have expired.");
            case NOT_SERVED ->
                new Failure(
                        409,
                        code,
                        "Phiếu này chưa được phục vụ nên chưa đánh giá được.",
                        "This ticket was not served yet and cannot be rated.");
            case ALREADY_RATED ->
                new Failure(409, code, "Phiếu này đã được đánh giá.", "This ticket has been rated already.");
            case SCORE_UNKNOWN ->
                new Failure(400, code, "Thang điểm không có mức này.", "The rating scale has no such score.");
            case REASON_UNKNOWN ->
                new Failure(400, code, "Danh sách không có lý do này.", "The list has no such reason.");
        };
    }

    private static Failure closed(String code, Refused refused) {
        if (refused.opensAt() == null) {
            return new Failure(409, code, "Dịch vụ đã ngừng nhận số.", "This service is not taking numbers any more.");
        }
        return new Failure(
                409,
                code,
                "Dịch vụ đã ngừng nhận số, mở lại lúc " + WHEN_VI.format(refused.opensAt()) + ".",
                "This service is closed; it opens again at " + WHEN_EN.format(refused.opensAt()) + ".");
    }
}
