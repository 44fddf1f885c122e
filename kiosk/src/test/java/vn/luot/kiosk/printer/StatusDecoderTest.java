package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusDecoderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "all four answers, fine      | 16 12 12 12          | now:16 now:12 now:12 now:12",
                "cover open, paper out       | 1E 36 12 72          | now:1E now:36 now:12 now:72",
                "automatic status, fine      | 14 00 00 0F          | auto:14,00,00,0F",
                "automatic, then an answer   | 10 00 00 00 12       | auto:10,00,00,00 now:12",
                "an answer inside automatic  | 10 00 16 00 00       | now:16 auto:10,00,00,00",
                "two automatic               | 38 00 0C 00 14 00 00 00 | auto:38,00,0C,00 auto:14,00,00,00",
                "GS r with paper             | 00                   | queued:00",
                "GS r without                | 0F                   | queued:0F",
                "GS r after automatic        | 14 00 00 00 00       | auto:14,00,00,00 queued:00",
                "GS ( H done                 | 37 22 30 30 30 31 00 | block:37223030303100",
                "GS ( H off line             | 37 23 30 00          | block:37233000",
                "done, then an answer        | 37 22 30 30 30 31 00 12 | block:37223030303100 now:12",
                "a model's name              | 5F 54 4D 2D 54 38 38 00 | block:5F544D2D54383800",
                "XON, XOFF and noise         | 11 13 FF 80 16       | now:16",
                "a block cut by an answer    | 37 22 30 16 12 12 12 | now:16 now:12 now:12 now:12",
                "automatic cut by noise      | 14 00 FF 00          | queued:00",
                "automatic cut by a block    | 14 37 22 30 30 30 32 00 | block:37223030303200"
            })
    void takesApartWhatAPrinterSays(String what, String hex, String expected) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        for (var split = 0; split <= bytes.length; split++) {
            var heard = decoded(Arrays.copyOf(bytes, split), Arrays.copyOfRange(bytes, split, bytes.length));

            assertThat(heard).as("split at %d", split).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "16, 12, 12, 12, READY",
        "12, 12, 12, 12, READY",
        "16, 12, 12, 1E, PAPER_LOW",
        "1E, 32, 12, 72, PAPER_OUT",
        "16, 12, 12, 7E, PAPER_OUT",
        "1E, 16, 12, 12, COVER_OPEN",
        "1E, 36, 12, 72, COVER_OPEN",
        "1E, 52, 1A, 12, CUTTER",
        "1E, 52, 32, 12, ERROR",
        "1E, 52, 52, 12, HOT",
        "1E, 52, 72, 12, ERROR",
        "1E, 16, 52, 12, COVER_OPEN",
        "1E, 52, 16, 12, ERROR",
        "1E, 52, 12, 12, ERROR",
        "1E, 12, 12, 12, OFFLINE"
    })
    void readsTheFourAnswers(String printer, String offline, String error, String paper, PrinterState state) {
        var full = new StatusMessage.Full(hex(printer), hex(offline), hex(error), hex(paper));

        assertThat(full.state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "14, 00, 00, READY",
        "14, 00, 03, PAPER_LOW",
        "1C, 00, 0F, PAPER_OUT",
        "3C, 00, 00, COVER_OPEN",
        "1C, 08, 00, CUTTER",
        "1C, 20, 00, ERROR",
        "1C, 40, 00, HOT",
        "1C, 00, 00, OFFLINE"
    })
    void readsTheAutomaticStatus(String printer, String error, String paper, PrinterState state) {
        var automatic = new StatusMessage.Automatic(hex(printer), hex(error), hex(paper), 0);

        assertThat(automatic.state()).isEqualTo(state);
    }

    private static int hex(String text) {
        return Integer.parseInt(text, 16);
    }

    private static String decoded(byte[]... pieces) {
        var channel = new EmbeddedChannel(new StatusDecoder());
        for (var piece : pieces) channel.writeInbound(Unpooled.wrappedBuffer(piece));
        List<StatusMessage> heard = new ArrayList<>();
        for (StatusMessage m = channel.readInbound(); m != null; m = channel.readInbound()) heard.add(m);
        channel.finish();
        return heard.stream().map(StatusDecoderTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(StatusMessage message) {
        if (message instanceof StatusMessage.RealTime now) return String.format("now:%02X", now.bits());
        if (message instanceof StatusMessage.Queued queued) return String.format("queued:%02X", queued.bits());
        if (message instanceof StatusMessage.Automatic a) {
            return String.format("auto:%02X,%02X,%02X,%02X", a.printer(), a.error(), a.paper(), a.reserved());
        }
        return "block:" + HexFormat.of().withUpperCase().formatHex(((StatusMessage.Block) message).bytes());
    }
}
