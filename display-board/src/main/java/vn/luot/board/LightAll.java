package vn.luot.board;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import vn.luot.board.BoardState.Health;
import vn.luot.board.led.Face;
import vn.luot.protocol.line.LineAddress;

/**
 * The technician's test of all boards, without a hub: everything is lit, then each board shows its own address, then it is
 * told which of them answered.
 */
final class LightAll {
    private final List<BoardBus> buses;
    private final Duration each;

    private LightAll(List<BoardBus> buses, Duration each) {
        this.buses = buses;
        this.each = each;
    }

    /**
     * @param each how long a picture stays, which is also how long a board may take to answer
     * @return whether every board answers, as far as its protocol tells
     */
    static boolean run(
            Vertx vertx, BoardConfig config, Function<LineAddress, BusTiming> timing, Duration each, PrintWriter out)
            throws InterruptedException {
        var buses = config.buses().stream()
                .map(bus -> BoardBus.start(vertx, bus, timing.apply(bus.line()), () -> {}))
                .toList();
        try {
            return new LightAll(buses, each).run(out);
        } finally {
            Future.join(buses.stream().map(BoardBus::close).toList()).await();
        }
    }

    private boolean run(PrintWriter out) throws InterruptedException {
        show(board -> Face.ALL_LIT);
        show(board -> Face.still(board.address()));
        var boards = buses.stream().flatMap(bus -> bus.states().stream()).toList();
        boards.forEach(board -> out.println(line(board)));
        out.flush();
        show(board -> Face.DARK);
        return boards.stream().allMatch(board -> isWell(board.health()));
    }

    private void show(Function<BoardState, Face> face) throws InterruptedException {
        buses.forEach(bus -> bus.show(face));
        Thread.sleep(each.toMillis());
    }

    private static String line(BoardState board) {
        return "%-10s %s %s (%s) %s %s"
                .formatted(
                        board.health(),
                        board.line(),
                        board.address(),
                        board.shows(),
                        meaning(board.health()),
                        board.reason())
                .strip();
    }

    private static boolean isWell(Health health) {
        return switch (health) {
            case SENT, ANSWERS -> true;
            case LINE_DOWN, REFUSES, GARBLED, SILENT -> false;
        };
    }

    private static String meaning(Health health) {
        return switch (health) {
            case SENT -> "đã gửi, bảng này không trả lời / sent; such a board does not answer";
            case ANSWERS -> "tốt / well";
            case LINE_DOWN -> "không có đường truyền / its line is not there";
            case REFUSES -> "từ chối / refuses:";
            case GARBLED -> "trả lời lẫn lộn, có thể hai bảng trùng địa chỉ / answers unclearly:";
            case SILENT -> "không trả lời / does not answer";
        };
    }
}
