package vn.luot.hub.desk;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.luot.hub.http.Failure;
import vn.luot.hub.queue.Refused;

/** What each rule of the hall says to a person: the status, and what to do next. */
public final class Refusals {
    private static final DateTimeFormatter WHEN_VI = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM");
    private static final DateTimeFormatter WHEN_EN = DateTimeFormatter.ofPattern("HH:mm 'on' dd/MM");

    private Refusals() {}

    public static Failure answer(Refused refused) {
        var words = words(refused);
        return refused.state() == null ? words : words.of(Views.state(refused.state()));
    }

    private static Failure words(Refused refused) {
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
            case DAY_OVER ->
                new Failure(
                        409,
                        code,
                        "Ngày làm việc của phiếu này đã qua. Hãy lấy số mới.",
                        "The business day of this ticket is over. Take a new number.");
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
                usedUp(
                        refused,
                        "Dịch vụ đã phát hết số của hôm nay",
                        "All numbers of this service are given out for today");
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
                        "Ông/bà không ngồi ở quầy này. Hãy mở quầy của ông/bà.",
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
            case APPOINTMENT_ON_ANOTHER_DAY ->
                new Failure(
                        409,
                        code,
                        "Lịch hẹn không phải của hôm nay. Hãy lấy số thường hoặc gặp cán bộ hướng dẫn.",
                        "The appointment is not for today. Take an ordinary number, or ask the staff.");
            case APPOINTMENT_USED ->
                new Failure(
                        409,
                        code,
                        "Lịch hẹn này đã lấy số rồi. Hãy dùng phiếu đã in, hoặc gặp cán bộ hướng dẫn.",
                        "A number was taken for this appointment already. Use that ticket, or ask the staff.");
            case QUOTA_REACHED ->
                usedUp(refused, "Dịch vụ đã đủ số lượt của hôm nay", "This service has given all the tickets of today");
            case CLOSING_SOON -> closingSoon(code, refused);
            case TOO_MANY_TICKETS ->
                new Failure(
                        409,
                        code,
                        "Ông/bà đang có số của lĩnh vực này rồi. Hãy dùng số đó hoặc huỷ trước.",
                        "You already hold a number of this field. Use it, or cancel it first.");
            case NOT_ITS_NUMBER ->
                new Failure(
                        409,
                        code,
                        "Số này không nằm trong dải số máy lấy số được cấp. Hãy gọi kỹ thuật.",
                        "This number is not in a block leased to this kiosk. Call the technician.");
            case NUMBER_TAKEN ->
                new Failure(
                        409,
                        code,
                        "Số này đã cấp cho người khác. Hãy lấy số mới và gọi kỹ thuật.",
                        "This number was given to somebody else. Take a new one and call the technician.");
            case VOIDED ->
                new Failure(
                        409,
                        code,
                        "Yêu cầu này đã bị huỷ. Hãy lấy số mới.",
                        "This request was voided. Take a new number.");
            case COUNTER_PAUSED ->
                new Failure(
                        409,
                        code,
                        "Quầy đang tạm nghỉ. Hãy mở lại quầy trước.",
                        "The counter is paused. Open it again first.");
            case RECALLED_TOO_OFTEN ->
                new Failure(
                        409,
                        code,
                        "Số này đã gọi lại đủ số lần. Hãy báo vắng hoặc tạm giữ.",
                        "This number was recalled as often as allowed. Mark it as no-show, or hold it.");
            case CAME_BACK_TOO_LATE ->
                new Failure(
                        409,
                        code,
                        "Đã quá thời gian được quay lại. Hãy lấy số mới.",
                        "It is too late to come back on this number. Take a new one.");
            case PUSHED_BACK_ENOUGH ->
                new Failure(
                        409,
                        code,
                        "Không lùi thêm được nữa. Hãy chờ đến lượt, hoặc rời hàng rồi lấy số mới sau.",
                        "It cannot be pushed back any further. Wait for the turn, or leave and take a new number later.");
            case WHY_NEEDED -> new Failure(400, code, "Hãy ghi lý do.", "Say why.");
            case ALREADY_THERE ->
                new Failure(
                        400,
                        code,
                        "Số này đang ở đúng nơi đó rồi. Hãy chọn nơi khác.",
                        "The number is there already. Choose another place.");
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
            case NOT_RATED -> new Failure(409, code, "Phiếu này không có đánh giá.", "This ticket has no vote.");
            case SCORE_UNKNOWN ->
                new Failure(400, code, "Thang điểm không có mức này.", "The rating scale has no such score.");
            case REASON_UNKNOWN ->
                new Failure(400, code, "Danh sách không có lý do này.", "The list has no such reason.");
            case PLAN_STALE ->
                new Failure(
                        412,
                        code,
                        "Kế hoạch vừa được người khác đổi. Hãy xem bản mới rồi sửa lại trên bản đó.",
                        "Somebody else has just changed the plan. Look at the new version and change that one.");
            case PLAN_IN_USE ->
                new Failure(
                        409,
                        code,
                        "Chưa đổi được kế hoạch vì còn người đang cần phần bị bỏ. Hãy phục vụ hoặc chuyển họ trước, hoặc đổi sau khi đóng ngày.",
                        "The plan cannot change yet: people still need what would go. Serve or transfer them first, or change it after the day is closed.");
        };
    }

    private static Failure usedUp(Refused refused, String vi, String en) {
        var again = Optional.ofNullable(refused.opensAt());
        return new Failure(
                409,
                refused.rule().name(),
                vi + again.map(at -> ", nhận lại lúc " + WHEN_VI.format(at)).orElse("") + ". Hãy gặp cán bộ hướng dẫn.",
                en
                        + again.map(at -> "; it gives some again at " + WHEN_EN.format(at))
                                .orElse("") + ". Ask the staff.");
    }

    private static Failure closingSoon(String code, Refused refused) {
        var vi = "Ngừng phát số sớm: người lấy số bây giờ dự kiến phải chờ quá giờ đóng cửa.";
        var en = "No more numbers today: whoever took one now would be expected to wait past closing time.";
        if (refused.opensAt() == null) return new Failure(409, code, vi, en);
        return new Failure(
                409,
                code,
                vi + " Mở lại lúc " + WHEN_VI.format(refused.opensAt()) + ".",
                en + " Opens again at " + WHEN_EN.format(refused.opensAt()) + ".");
    }

    /** @param opensAt when it is open next after that, in the hall's local time */
    static Failure bookedWhenClosed(Optional<LocalDateTime> opensAt) {
        var vi = "Giờ hẹn này nằm ngoài giờ nhận hồ sơ của thủ tục.";
        var en = "The service is closed at that time.";
        return new Failure(
                409,
                "APPOINTMENT_WHEN_CLOSED",
                vi
                        + opensAt.map(next -> " Sau đó mở cửa lúc " + WHEN_VI.format(next) + ".")
                                .orElse(""),
                en
                        + opensAt.map(next -> " After that it opens at " + WHEN_EN.format(next) + ".")
                                .orElse(""));
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
