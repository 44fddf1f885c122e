package vn.luot.hub.queue;

/** Why a ticket was called when it was, in words that anybody may read. */
public record Why(String vi, String en) {

    /** @param call a step of kind CALLED */
    public static Why of(Step call) {
        var choice = Choice.parse(call.reason());
        var number = call.ticket().number();
        var counter = call.counter().id();
        var because = because(choice, counter);
        return new Why(
                "Số %s được gọi vào quầy %d vì %s.%s".formatted(number, counter, because.vi(), passedVi(choice)),
                "%s was called to counter %d because %s.%s".formatted(number, counter, because.en(), passedEn(choice)));
    }

    public static Why notCalled(TicketNumber number) {
        return new Why("Số %s chưa được gọi.".formatted(number), "%s has not been called yet.".formatted(number));
    }

    private static Why because(Choice choice, int counter) {
        return switch (choice.rule()) {
            case ARRIVAL ->
                new Why(
                        "đến trước tất cả những người đang chờ quầy này",
                        "its holder came before everybody else who waited for this counter");
            case POINTS ->
                new Why(
                        "có nhiều điểm nhất (%d điểm, tính theo thời gian chờ và đối tượng ưu tiên)"
                                .formatted(choice.points()),
                        "it had the most points (%d, for the time waited and the priority class)"
                                .formatted(choice.points()));
            case WAITED_TOO_LONG ->
                new Why(
                        "đã chờ quá thời gian tối đa nên được gọi trước",
                        "it had waited longer than the longest time allowed, which goes first");
            case PRIORITY_TURN -> new Why("đến lượt phiếu ưu tiên", "it was the turn of priority tickets");
            case ORDINARY_TURN ->
                new Why(
                        "đã gọi đủ số phiếu ưu tiên liên tiếp, đến lượt phiếu thường",
                        "enough priority tickets had been called in a row and it was an ordinary ticket's turn");
            case COUNTER_ORDER ->
                new Why(
                        "quầy %d phục vụ các dịch vụ theo thứ tự của quầy".formatted(counter),
                        "counter %d takes its services in an order of its own".formatted(counter));
            case CHOSEN ->
                new Why(
                        "cán bộ gọi ngoài thứ tự, lý do: " + choice.words(),
                        "the clerk called it out of turn, giving the reason: " + choice.words());
        };
    }

    private static String passedVi(Choice choice) {
        if (choice.passed().isEmpty()) return "";
        var more = choice.more() == 0 ? "" : " và %s người khác".formatted(counted(choice, "từ 99"));
        return " Đến trước mà chưa được gọi: " + String.join(", ", choice.passed()) + more + ".";
    }

    private static String passedEn(Choice choice) {
        if (choice.passed().isEmpty()) return "";
        var more = choice.more() == 0 ? "" : " and %s more".formatted(counted(choice, "at least 99"));
        return " Came earlier and not yet called: " + String.join(", ", choice.passed()) + more + ".";
    }

    private static String counted(Choice choice, String many) {
        return choice.more() < Choice.MOST_COUNTED ? "" + choice.more() : many;
    }
}
