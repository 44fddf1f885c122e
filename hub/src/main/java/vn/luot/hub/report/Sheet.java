package vn.luot.hub.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.luot.protocol.message.Text;

/**
 * A report as a table, in one language, for whatever writes tables.
 *
 * @param subtitle the days, and what was measured against
 * @param rows cells are texts and whole or broken numbers; a cell may be absent. The last row is the total.
 */
record Sheet(String title, String subtitle, List<String> header, List<List<Object>> rows) {

    /** Languages of a sheet. */
    enum Language {
        VI,
        EN;

        String of(Text text) {
            return this == VI ? text.vi() : text.en();
        }

        String of(String vi, String en) {
            return this == VI ? vi : en;
        }
    }

    static Sheet of(Report report, Language in) {
        var header = Stream.concat(
                        Stream.of(in.of(report.by().title())),
                        Stream.of(Column.values()).map(column -> column.title(in)))
                .toList();
        var rows = new ArrayList<List<Object>>();
        report.rows().forEach(row -> rows.add(cells(in.of(row.label()), row.figures())));
        rows.add(cells(in.of("Tổng cộng", "Total"), report.total()));
        var minutes = report.target().toMinutes();
        var from = Grouping.written(report.from());
        var to = Grouping.written(report.to());
        return new Sheet(
                in.of("Báo cáo lượt giao dịch", "Report on visits"),
                in.of(
                        "Từ " + from + " đến " + to + "; mục tiêu chờ không quá " + minutes + " phút",
                        "From " + from + " to " + to + "; target: a wait of at most " + minutes + " minutes"),
                header,
                rows);
    }

    private static List<Object> cells(String label, Figures figures) {
        var cells = new ArrayList<Object>();
        cells.add(label);
        for (var column : Column.values()) cells.add(column.of(figures));
        return cells;
    }

    /** What a report says of each row, in this order. */
    private enum Column {
        ARRIVED("Đến", "Arrived"),
        SERVED("Phục vụ", "Served"),
        NO_SHOW("Vắng mặt", "No-show"),
        CANCELLED("Huỷ", "Cancelled"),
        VOIDED("Vô hiệu", "Voided"),
        UNSERVED("Chưa phục vụ", "Unserved"),
        PRESENT("Đang ở hội trường", "Still there"),
        WAIT_AVERAGE("Chờ trung bình (phút)", "Average wait (min)"),
        WAIT_MEDIAN("Chờ trung vị (phút)", "Median wait (min)"),
        WAIT_P90("Chờ, 90% không quá (phút)", "Wait, 90% within (min)"),
        SERVICE_AVERAGE("Phục vụ trung bình (phút)", "Average service (min)"),
        SERVICE_MEDIAN("Phục vụ trung vị (phút)", "Median service (min)"),
        SERVICE_P90("Phục vụ, 90% không quá (phút)", "Service, 90% within (min)"),
        WITHIN_TARGET("Đạt mục tiêu (%)", "Within target (%)"),
        VOTES("Lượt đánh giá", "Votes"),
        COVERAGE("Tỷ lệ đánh giá (%)", "Voted (%)"),
        SCORE("Điểm trung bình", "Mean score"),
        SCORE_LOW("Khoảng tin cậy từ", "Confidence from"),
        SCORE_HIGH("Khoảng tin cậy đến", "Confidence to"),
        TO_RATE("Đánh giá sau, trung vị (phút)", "Median time to vote (min)"),
        STREAK("Chuỗi cùng điểm", "Same score in a row");

        private final Text name;

        Column(String vi, String en) {
            name = new Text(vi, en);
        }

        private String title(Language in) {
            return in.of(name);
        }

        private Number of(Figures figures) {
            return switch (this) {
                case ARRIVED -> figures.arrived();
                case SERVED -> figures.seen();
                case NO_SHOW -> figures.noShow();
                case CANCELLED -> figures.cancelled();
                case VOIDED -> figures.voided();
                case UNSERVED -> figures.unserved();
                case PRESENT -> figures.present();
                case WAIT_AVERAGE -> minutes(figures.waited(), figures.waited().average());
                case WAIT_MEDIAN -> minutes(figures.waited(), figures.waited().median());
                case WAIT_P90 -> minutes(figures.waited(), figures.waited().p90());
                case SERVICE_AVERAGE ->
                    minutes(figures.served(), figures.served().average());
                case SERVICE_MEDIAN ->
                    minutes(figures.served(), figures.served().median());
                case SERVICE_P90 -> minutes(figures.served(), figures.served().p90());
                case WITHIN_TARGET -> figures.waited().count() == 0 ? null : figures.withinTargetPercent();
                case VOTES -> figures.votes().count();
                case COVERAGE -> figures.seen() == 0 ? null : figures.coverage();
                case SCORE -> figures.votes().mean();
                case SCORE_LOW -> figures.votes().low();
                case SCORE_HIGH -> figures.votes().high();
                case TO_RATE ->
                    minutes(figures.votes().toRate(), figures.votes().toRate().median());
                case STREAK -> figures.votes().streak();
            };
        }

        /** Minutes with one decimal; absent when nothing was measured. */
        private static Double minutes(Figures.Times times, long seconds) {
            return times.count() == 0 ? null : Math.round(seconds / 6.0) / 10.0;
        }
    }
}
