package vn.luot.board;

import java.time.Duration;
import vn.luot.protocol.message.HardwareCondition;
import vn.luot.protocol.message.HardwareReport;
import vn.luot.protocol.message.HardwareType;

/**
 * One board as the technician sees it.
 *
 * @param line the line it hangs on, such as {@code serial:/dev/ttyUSB1@9600}
 * @param address its address on that line
 * @param shows {@code main} or {@code counter:3}
 * @param text what it shows, as far as its protocol tells: the last text it took; rows separated by {@code \n}
 * @param reason why it refuses, or is not understood; empty otherwise
 * @param since how long it has been in this health
 */
public record BoardState(
        String line, String address, String shows, String text, Health health, String reason, Duration since) {

    /** What is known of a board. */
    public enum Health {
        /** Its line is not there. */
        LINE_DOWN,
        /** Its line took the text; the board says nothing, as most Alpha signs do. */
        SENT,
        /** It said that it took the text. */
        ANSWERS,
        /** It answers, and does not take the text. */
        REFUSES,
        /** It says something that is no answer: its line has noise, or two boards have its address. */
        GARBLED,
        /** It should answer, and does not. */
        SILENT;

        /** As the hub and its staff name it. */
        HardwareCondition condition() {
            return switch (this) {
                case LINE_DOWN, SILENT -> HardwareCondition.GONE;
                case SENT, ANSWERS -> HardwareCondition.OK;
                case REFUSES, GARBLED -> HardwareCondition.JAM;
            };
        }

        private String trouble() {
            return switch (this) {
                case LINE_DOWN -> "Không mở được đường truyền: kiểm tra dây và bộ chuyển đổi";
                case SILENT -> "Bảng không trả lời: kiểm tra nguồn, địa chỉ và dây";
                case REFUSES -> "Bảng không nhận nội dung: kiểm tra cấu hình";
                case GARBLED -> "Bảng trả lời lẫn lộn: có thể hai bảng trùng địa chỉ, hoặc dây bị nhiễu";
                case SENT, ANSWERS -> null;
            };
        }
    }

    /** As the hub is told of it. */
    HardwareReport.Part part() {
        return new HardwareReport.Part(line + " " + address, HardwareType.BOARD, health.condition(), health.trouble());
    }
}
