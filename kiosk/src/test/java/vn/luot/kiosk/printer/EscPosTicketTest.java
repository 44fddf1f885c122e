package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.luot.protocol.message.TicketTemplate;
import vn.luot.protocol.message.WaitRange;

class EscPosTicketTest {
    private static final PrinterProfile RASTER = PrinterProfile.named("generic-80mm");
    private static final PrinterProfile TEXT = PrinterProfile.named("epson-tcvn3");
    private static final PrinterProfile CP1258 = PrinterProfile.named("epson-cp1258");

    @Test
    void aTicketAsTextStaysWithin300Bytes() {
        for (var profile : List.of(TEXT, CP1258)) {
            assertThat(ticket(profile, "vi")).hasSizeLessThanOrEqualTo(300);
            assertThat(ticket(profile, "en")).hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void aTicketAsTextNamesTheShapeThatItsPrinterHolds() {
        var ticket = holding(TEXT).bytes(lines("vi"));

        assertThat(ticket).hasSizeLessThanOrEqualTo(300);
        assertThat(HexFormat.of().withUpperCase().formatHex(ticket)).contains("1D284C0600304570220202");
    }

    @Test
    void aTicketOfAnyProfileStaysWithin8Kilobytes() {
        for (var name : PrinterProfile.names()) {
            assertThat(ticket(PrinterProfile.named(name), "vi")).as(name).hasSizeLessThanOrEqualTo(8_192);
        }
    }

    @Test
    void aTicketWhoseFixedLinesThePrinterHoldsIsShort() {
        var escPos = holding(PrinterProfile.named("epson-raster"));

        assertThat(escPos.bytes(lines("vi"))).hasSizeLessThanOrEqualTo(3_000);
        assertThat(HexFormat.of().formatHex(escPos.bytes(lines("vi")))).contains("1d284c06003045");
    }

    @Test
    void sendsNoPictureThatSpellsARealTimeCommand() {
        var dots = new Dots(2, 2, new byte[] {0x10, 0x04, 0x10, 0x05});

        assertThat(dots.bits()).containsExactly(0x18, 0x04, 0x18, 0x05);
    }

    @Test
    void drawsTheCodeItselfForAPrinterThatCannot() {
        var pictures = Pictures.of(
                new EscPosTicket(PrinterProfile.named("pos-58")).bytes(List.of(new PrintLine.Qr("http://x/t/1"))));

        assertThat(pictures)
                .singleElement()
                .satisfies(code -> assertThat(code.height()).isEqualTo(63));
    }

    @Test
    void cutsNothingWhereThereIsNoKnife() {
        var bytes = new EscPosTicket(PrinterProfile.named("pos-58")).bytes(List.of(new PrintLine.Cut()));

        assertThat(HexFormat.of().withUpperCase().formatHex(bytes)).endsWith("1B6404");
    }

    @Test
    void aTicketWithRasterLinesStaysWithin8000Bytes() {
        assertThat(ticket(RASTER, "vi")).hasSizeLessThanOrEqualTo(8_000);
        assertThat(ticket(RASTER, "en")).hasSizeLessThanOrEqualTo(8_000);
    }

    @Test
    void aTicketOfTheLongestFieldStaysWithin8KilobytesToo() {
        var plan = Tickets.plan(
                "Bộ phận Một cửa thị xã Hương Trà",
                "TTHC liên thông Đăng ký Hộ kinh doanh, HTX và Đăng ký mã số thuế",
                "Nhận kết quả");

        var ticket = new EscPosTicket(RASTER).bytes(Tickets.ticket("D612", plan, "vi"));

        assertThat(ticket).hasSizeLessThanOrEqualTo(8_192);
    }

    @Test
    void drawsALargeNameSmallerWhenItFillsSeveralLines() {
        var one = "Đất đai";
        var several = "TTHC liên thông Đăng ký Hộ kinh doanh, HTX và Đăng ký mã số thuế";

        assertThat(bold(one, PrintLine.Size.LARGE)).isNotEqualTo(bold(one, PrintLine.Size.NORMAL));
        assertThat(bold(several, PrintLine.Size.LARGE)).isEqualTo(bold(several, PrintLine.Size.NORMAL));
    }

    @Test
    void comesInPiecesBetweenWhichThePrinterCanBeAsked() {
        var ticket = lines("vi");
        var whole = new EscPosTicket(RASTER).bytes(ticket);

        var pieces = new EscPosTicket(RASTER).pieces(ticket, 960);

        assertThat(joined(pieces)).isEqualTo(whole);
        assertThat(pieces)
                .hasSizeGreaterThan(4)
                .allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(EscPosTicket.LARGEST_PICTURE + 16));
        assertThat(pieces.stream().flatMap(piece -> Pictures.of(piece).stream()))
                .isEqualTo(Pictures.of(whole));
        assertThat(new EscPosTicket(RASTER).pieces(ticket, whole.length)).containsExactly(whole);
    }

    @Test
    void sendsALargePictureInBandsThatJoin() {
        var mark = new Dots(40, 120, filled(40 * 120));

        var bands = Pictures.of(new EscPosTicket(TEXT).bytes(List.of(new PrintLine.Picture(mark))));

        assertThat(bands).extracting(Pictures.Picture::height).containsExactly(60, 60);
        assertThat(bands.get(0).art() + bands.get(1).art()).hasSize(120 * 321).startsWith("#.#.");
    }

    private static byte[] filled(int length) {
        var bits = new byte[length];
        Arrays.fill(bits, (byte) 0xAA);
        return bits;
    }

    private static byte[] joined(List<byte[]> pieces) {
        var all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void beginsWithAResetAndAsksForTheAutomaticStatus() {
        assertThat(hex(RASTER)).isEqualTo("1B40 1D61FF 1C2E".replace(" ", ""));
        assertThat(hex(TEXT)).isEqualTo("1B40 1D61FF".replace(" ", ""));
    }

    @Test
    void writesTheNumberAsLargeText() {
        assertThat(hex(RASTER, new PrintLine.BigNumber("D012")))
                .endsWith("1B6101 1B4501 1D2177 443031320A".replace(" ", ""));
        assertThat(hex(RASTER, new PrintLine.BigNumber("AB12345"))).contains("1D2155");
    }

    @Test
    void writesTheQrCodeForModelTwoPrintersWithItsLengthInBytes() {
        assertThat(hex(TEXT, new PrintLine.Qr("http://x/t/1")))
                .endsWith(("1B6101 1B4A1C 1D286B0300314307 1D286B0F00315030 " + ascii("http://x/t/1")
                                + " 1D286B0300315130 1B4A1C")
                        .replace(" ", ""));
    }

    @Test
    void tellsThePrinterOnlyWhatChanges() {
        var line = new PrintLine.Words("Submit");

        assertThat(hex(TEXT, line, line)).endsWith(("1B6101 " + ascii("Submit\nSubmit\n")).replace(" ", ""));
    }

    @Test
    void feedsToTheKnifeAndCuts() {
        assertThat(hex(TEXT, new PrintLine.Cut())).endsWith("1B6404 1D5631".replace(" ", ""));
    }

    @Test
    void drawsVietnameseLinesAndWritesAsciiLines() {
        assertThat(hex(RASTER, new PrintLine.Words("Nộp"))).contains("1D7630");
        assertThat(hex(RASTER, new PrintLine.Words("Submit"))).doesNotContain("1D7630");
        assertThat(hex(TEXT, new PrintLine.Words("Nộp"))).doesNotContain("1D7630");
    }

    @Test
    void drawsNoWiderThanThePaper() {
        var name = new PrintLine.Words("Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính cấp xã");

        var pictures = Pictures.of(new EscPosTicket(RASTER).bytes(List.of(name)));

        assertThat(pictures).hasSize(2).allMatch(picture -> picture.width() <= 576 && picture.height() <= 48);
    }

    @Test
    void drawsEveryLetterUnlikeEveryOther() {
        var drawn = Vietnamese.LETTERS.stream().map(EscPosTicketTest::drawn).toList();

        assertThat(drawn).hasSize(134).doesNotHaveDuplicates();
    }

    @Test
    void cutsNoMarkOffACapital() {
        for (var marked : List.of("ĂẰẲẴẮ", "ÂẦẨẪẤ", "ÊỀỂỄẾ", "ÔỒỔỖỐ")) {
            var plain = drawn(marked.substring(0, 1));

            for (var i = 1; i < marked.length(); i++) {
                assertThat(drawn(marked.substring(i, i + 1)).height())
                        .as("%s above %s", marked.charAt(i), marked.charAt(0))
                        .isGreaterThan(plain.height() + 3);
            }
        }
    }

    @Test
    void leavesNoControlByteOfAHallsNameOnTheWire() {
        var evil = new PrintLine.Words("A\u0010\u0005\u0002\u001B@\u001Dr\u0001Z");

        for (var profile : List.of(RASTER, TEXT, CP1258)) {
            assertThat(hex(profile, evil)).endsWith(ascii("A????@?r?Z\n"));
        }
    }

    @Test
    void refusesANumberOrACodeThatIsNone() {
        assertThatThrownBy(() -> new PrintLine.BigNumber("\u001B@")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PrintLine.Qr("\u001B@")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PrintLine.Qr("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pictures.Picture drawn(String words) {
        return Pictures.of(new EscPosTicket(RASTER).bytes(List.of(new PrintLine.Words(words))))
                .get(0);
    }

    /** For a printer that holds what it may be given to hold. */
    private static EscPosTicket holding(PrinterProfile profile) {
        var escPos = new EscPosTicket(profile);
        var held = new HashMap<Dots, String>();
        escPos.pictures(TicketLayout.ofPlan().fixedLines(Tickets.plan()))
                .forEach(dots -> held.put(dots, "p" + (char) ('!' + held.size())));
        escPos.inMemory(held);
        return escPos;
    }

    private static String bold(String words, PrintLine.Size size) {
        return hex(RASTER, new PrintLine.Words(words, size, TicketTemplate.Align.CENTER, true));
    }

    private static byte[] ticket(PrinterProfile profile, String language) {
        return new EscPosTicket(profile).bytes(lines(language));
    }

    private static List<PrintLine> lines(String language) {
        var slip = new Slip(Tickets.receipt("D012"), language).waiting(new WaitRange(10, 20));
        return TicketLayout.ofPlan().ticket(slip, Tickets.plan());
    }

    private static String hex(PrinterProfile profile, PrintLine... lines) {
        return HexFormat.of().withUpperCase().formatHex(new EscPosTicket(profile).bytes(List.of(lines)));
    }

    private static String ascii(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
