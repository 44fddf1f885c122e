package vn.luot.board.led;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import vn.luot.protocol.message.Json;

/**
 * A vendor's protocol as data: its frame, written as one reads it in the vendor's sheet. Nothing is expected back.
 *
 * @param frame bytes in hex and fields in braces, separated by spaces, such as {@code 01 {address} {text} 07}; the fields
 *     are those of {@link FramePart}
 * @param gapMillis silence the boards want after a frame; absent when the line's own is enough
 * @param everyone the address that all boards of a line obey; absent when there is none
 */
public record FrameTemplate(String frame, Integer gapMillis, Integer everyone) implements BoardProtocol {
    private static final List<String> SHIPPED = List.of("text-01-07", "number-sum8", "number-3a");
    private static final int LONGEST_GAP = 5_000;

    public FrameTemplate {
        if (frame == null) throw new IllegalArgumentException("thiếu \"frame\" / \"frame\" is missing");
        if (gapMillis != null && (gapMillis < 0 || gapMillis > LONGEST_GAP)) {
            throw new IllegalArgumentException(
                    "gapMillis phải từ 0 đến " + LONGEST_GAP + " / gapMillis must be 0 to " + LONGEST_GAP);
        }
        var parts = parts(frame);
        once(parts, "{address}", FramePart::isAddress, 0);
        once(parts, "{text}, {hi} {lo}, {digits:4}, {bcd:2}", FramePart::startsField, 1);
        if (everyone != null) addressed(parts, "" + everyone);
    }

    private static void once(List<FramePart> parts, String what, Predicate<FramePart> is, int least) {
        var count = parts.stream().filter(is).count();
        if (count < least || count > 1) {
            throw new IllegalArgumentException("khung phải có " + (least == 0 ? "nhiều nhất" : "đúng") + " một mục "
                    + what + " / a frame has " + (least == 0 ? "at most" : "exactly") + " one of " + what);
        }
    }

    /** A template that comes with the program. */
    static FrameTemplate shipped(String name) {
        if (!SHIPPED.contains(name)) {
            var known = "alpha, modbus, " + String.join(", ", SHIPPED);
            throw new IllegalArgumentException("giao thức «" + name + "» phải là một trong: " + known
                    + " hoặc một khung tự viết / a protocol is one of these, or a frame of your own: " + known);
        }
        try (var file = FrameTemplate.class.getResourceAsStream("/boards/" + name + ".json")) {
            return Json.read(file.readAllBytes(), FrameTemplate.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The bytes that show {@code text}, which is fitted to what the board can show. */
    byte[] bytes(int address, String text) {
        var out = Unpooled.buffer();
        try {
            parts(frame).forEach(part -> part.write(out, address, Ascii.of(text)));
            return ByteBufUtil.getBytes(out);
        } finally {
            out.release();
        }
    }

    private static List<FramePart> parts(String frame) {
        return Arrays.stream(frame.strip().split("\\s+")).map(FramePart::parse).toList();
    }

    @Override
    public String address(String address) {
        return addressed(parts(frame), address);
    }

    private static String addressed(List<FramePart> parts, String address) {
        var last = parts.stream()
                .filter(FramePart::isAddress)
                .findFirst()
                .map(FramePart::lastAddress)
                .orElse(0);
        if (!address.matches("\\d{1,3}") || Integer.parseInt(address) > last) {
            throw new IllegalArgumentException(
                    "địa chỉ «" + address + "» phải từ 0 đến " + last + " / an address is 0 to " + last);
        }
        return "" + Integer.parseInt(address);
    }

    /** Boards without an address hear everything, so they are everyone. */
    @Override
    public Optional<String> reachesAll() {
        if (parts(frame).stream().noneMatch(FramePart::isAddress)) return Optional.of("0");
        return Optional.ofNullable(everyone).map(Object::toString);
    }

    @Override
    public boolean hasRows() {
        return false;
    }

    @Override
    public Duration gap() {
        return Duration.ofMillis(Objects.requireNonNullElse(gapMillis, 0));
    }

    @Override
    public LedUnit unit(String address, int register, int dots) {
        return face -> List.of(bytes(Integer.parseInt(address), face.first()));
    }
}
