package vn.luot.kiosk.printer;

import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.Text;

/** What stands between a visitor and a printed ticket. Trouble that hides other trouble comes first. */
public enum PrinterState {
    GONE(
            "Máy in đang được kết nối lại",
            "The printer is being reconnected",
            "Không mở được đường truyền tới máy in: kiểm tra dây và nguồn",
            "The line to the printer cannot be opened: check cable and power"),
    NOT_ANSWERING(
            "Máy in chưa sẵn sàng",
            "The printer is not ready",
            "Máy in không trả lời: kiểm tra nguồn, tốc độ cổng và dây",
            "The printer does not answer: check power, baud rate and cable"),
    NOT_CONFIRMING(
            "Máy in chưa sẵn sàng",
            "The printer is not ready",
            "Máy in trả lời nhưng không xác nhận đã in: xem phiếu, chọn loại máy in khác (--profile)",
            "The printer answers but does not confirm what it printed: look at the paper, choose another --profile"),
    OUT_OF_SERVICE(
            "Máy in tạm ngừng phục vụ",
            "The printer is out of service",
            "Ba phiếu liên tiếp không in được: kiểm tra giấy, dao cắt và dây; máy tự in thử rồi phục vụ lại",
            "Three tickets in a row failed: check paper, cutter and cable; it serves again after a test print"),
    COVER_OPEN(
            "Nắp máy in đang mở", "The printer's cover is open", "Đóng nắp máy in", "Close the cover of the printer"),
    PAPER_OUT("Máy in hết giấy", "The printer is out of paper", "Thay cuộn giấy mới", "Put in a new roll of paper"),
    CUTTER(
            "Máy in đang gặp sự cố",
            "The printer has a problem",
            "Dao cắt kẹt: gỡ giấy kẹt, đóng mở nắp",
            "The cutter is stuck: remove the paper, open and close the cover"),
    ERROR(
            "Máy in đang gặp sự cố",
            "The printer has a problem",
            "Máy in báo lỗi, thường là kẹt giấy: gỡ giấy kẹt, đóng nắp, rồi tắt, bật lại máy in",
            "The printer reports an error, mostly a paper jam: take out the paper, close the cover, switch it off and on"),
    HOT(
            "Máy in đang nguội bớt, xin chờ ít phút",
            "The printer is cooling down, please wait a few minutes",
            "Đầu in quá nóng: chờ ít phút, máy tự in tiếp; hay gặp thì che nắng, thông gió",
            "The print head is too hot: wait a few minutes, it goes on by itself; give it shade and air if it happens often"),
    OFFLINE(
            "Máy in chưa sẵn sàng",
            "The printer is not ready",
            "Máy in đang ngoại tuyến: bấm nút FEED hoặc bật lại máy",
            "The printer is off line: press FEED or switch it off and on"),
    PAPER_LOW(
            "Máy in sẵn sàng",
            "The printer is ready",
            "Sắp hết giấy: chuẩn bị cuộn mới",
            "Paper runs low: have a roll ready"),
    READY("Máy in sẵn sàng", "The printer is ready", "Sẵn sàng", "Ready");

    private final Text forCitizen;
    private final Text forTechnician;

    PrinterState(String citizenVi, String citizenEn, String technicianVi, String technicianEn) {
        forCitizen = new Text(citizenVi, citizenEn);
        forTechnician = new Text(technicianVi, technicianEn);
    }

    /** Whether a ticket sent now would come out. */
    public boolean canPrint() {
        return this == READY || this == PAPER_LOW;
    }

    /** As the hub and its staff name it. */
    public HardwareCondition condition() {
        return switch (this) {
            case GONE, NOT_ANSWERING -> HardwareCondition.GONE;
            case COVER_OPEN -> HardwareCondition.COVER;
            case PAPER_OUT -> HardwareCondition.OUT;
            case CUTTER, ERROR, HOT, OFFLINE, NOT_CONFIRMING, OUT_OF_SERVICE -> HardwareCondition.JAM;
            case PAPER_LOW -> HardwareCondition.LOW;
            case READY -> HardwareCondition.OK;
        };
    }

    public Text forCitizen() {
        return forCitizen;
    }

    /** What is wrong and what to do. */
    public Text forTechnician() {
        return forTechnician;
    }
}
