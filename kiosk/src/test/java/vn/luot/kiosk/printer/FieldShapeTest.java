package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.luot.kiosk.printer.TextArt.art;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldShapeTest {
    private static final Pattern NAMES = Pattern.compile("SHAPES = \\[(.*?)]");

    @Test
    void hasTheScreensShapesInTheirOrder() throws IOException {
        var names = NAMES.matcher(page("marks.js"));

        assertThat(names.find()).isTrue();
        assertThat(Stream.of(FieldShape.values()).map(FieldShapeTest::name))
                .containsExactly(names.group(1).replace("\"", "").split(", "));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CIRCLE", "SQUARE"},
            mode = EnumSource.Mode.EXCLUDE)
    void isDrawnWithTheScreensCorners(FieldShape shape) throws IOException {
        var drawn = Pattern.compile("data-shape=\"" + name(shape) + "\"].*clip-path: polygon\\((.*?)\\)")
                .matcher(page("base.css"));

        assertThat(drawn.find()).isTrue();
        assertThat(shape.corners()).isEqualTo(drawn.group(1).replace("%", ""));
    }

    @Test
    void looksLikeNoOther() {
        var drawn = Stream.of(FieldShape.values()).map(FieldShape::dots).toList();

        assertThat(drawn).doesNotHaveDuplicates().allSatisfy(dots -> {
            assertThat(dots.bytesARow() * 8).isEqualTo(32);
            assertThat(dots.rows()).isEqualTo(32);
        });
    }

    @Test
    void standsAboveTheNumberOfEveryTicketOfItsField() {
        var land = new Slip(Tickets.receipt("D012"), "vi");

        for (var slip : Stream.of(land, land.again(), land.offline()).toList()) {
            assertThat(art(TicketLayout.ofPlan().ticket(slip, Tickets.plan())))
                    .containsPattern("<SQUARE> +\\|\n\\| +\\[\\[\\[ D012 ]]]");
        }
    }

    @Test
    void beginsAnewAfterTheLast() {
        assertThat(FieldShape.of(7)).isEqualTo(FieldShape.of(0));
        assertThat(FieldShape.of(18)).isEqualTo(FieldShape.CROSS);
    }

    @Test
    void isSentToEveryPrinterThatDrawsItsLines() {
        for (var name : PrinterProfile.names()) {
            var profile = PrinterProfile.named(name);
            if (profile.text() != PrinterProfile.TextMode.RASTER_LINES) continue;

            var bytes = new EscPosTicket(profile).bytes(Tickets.ticket("D012", Tickets.plan(), "vi"));

            assertThat(Pictures.of(bytes).stream()
                            .filter(picture -> picture.art().matches("(#{32}\n){32}")))
                    .as(name)
                    .singleElement()
                    .extracting(Pictures.Picture::mode)
                    .isEqualTo(3);
        }
    }

    private static String name(FieldShape shape) {
        return shape.name().toLowerCase(Locale.ROOT);
    }

    private static String page(String file) throws IOException {
        try (var in = FieldShape.class.getResourceAsStream("/web/lib/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
