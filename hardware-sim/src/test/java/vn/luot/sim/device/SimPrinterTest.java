package vn.luot.sim.device;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimPrinterTest {
    private static final String CUT = "1D 56 01";
    private static final String CLEAR = "10 14 08 01 03 14 01 06 02 08";

    private final SimPrinter printer = new SimPrinter();
    private final Heard heard = Heard.from(printer);

    @ParameterizedTest
    @CsvSource({
        "41 30 31 32 0A,                                A012",
        "1B 40 1C 2E 41 0A,                             A",
        "1B 61 01 1B 45 01 1D 21 77 42 37 0A,           B7",
        "1B 21 38 1B 4D 01 1B 2D 01 1D 42 01 43 0A,     C",
        "1B 74 1E 43 B9 D7 0A,                          Cạì",
        "1B 74 1F A7 B8 0A,                             ĐÁ",
        "1B 74 00 82 0A,                                é",
        "1B 74 34 EA EC C2 DE 49 D2 F0 0A,              ếẪỈđ",
        "41 1B 64 02 42 0A,                             A|B",
        "1B 33 18 41 0A 1B 32 42 1B 4A 10,              A|B",
        "1D 76 30 00 02 00 01 00 FF 0F 0A,              [picture 16×1]|''",
    })
    void printsWhatItIsTold(String hex, String lines) {
        printer.receive(Hex.bytes(hex + " " + CUT));

        assertThat(printer.misunderstood()).isEmpty();
        assertThat(String.join("|", printer.tickets().get(0).lines())).isEqualTo(lines.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "1B 7A,                   unknown command 1B 7A",
        "1D 99,                   unknown command 1D 99",
        "1B 74 21,                no code page 33 in this printer",
        "1B 61 07,                unknown command 1B 61 07",
        "07,                      unknown command 07",
        "10 04 09,                unknown command 10 04 09",
        "1B 74 1E B0,             no letter B0 in code page TCVN3_LOWER",
        "1D 28 6B 04 00 31 41 30 00, unknown command 1D 28 6B 04 00 31 41 30 00",
        "1D 76 30 00 49 00 00 00, picture of 584 dots on 576",
    })
    void reportsWhatItDoesNotUnderstand(String hex, String fault) {
        printer.receive(Hex.bytes(hex));

        assertThat(printer.misunderstood()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PAPER_LOW,     16 12 12 1E",
        "PAPER_OUT,     1E 32 12 7E",
        "COVER_OPEN,    1E 16 12 12",
        "CUTTER_JAMMED, 1E 52 1A 12",
        "HEAD_HOT,      1E 52 52 12",
        "PAPER_JAMMED,  1E 52 16 12",
        "OFFLINE,       1E 12 12 12",
    })
    void saysWhatIsWrong(PrinterFault fault, String status) {
        printer.set(fault, true);

        printer.receive(Hex.bytes("10 04 01 10 04 02 10 04 03 10 04 04"));

        assertThat(heard.hex()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "10 04 01 10 04 02 10 04 03 10 04 04,     16 12 12 12",
        "1D 72 01,                                00",
        "1D 28 48 06 00 30 30 31 32 33 34,        37 22 31 32 33 34 00",
        "1D 61 FF,                                10 00 00 00",
    })
    void answersWhenAllIsWell(String question, String answer) {
        printer.receive(Hex.bytes(question));

        assertThat(heard.hex()).isEqualTo(answer);
    }

    @Test
    void tellsOfAChangeByItselfOnceAskedTo() {
        printer.receive(Hex.bytes("1D 61 FF"));

        printer.set(PrinterFault.PAPER_OUT, true);

        assertThat(heard.hex()).isEqualTo("10 00 00 00 18 00 0F 00");
    }

    @ParameterizedTest
    @EnumSource(
            value = PrinterFault.class,
            names = {"PAPER_OUT", "COVER_OPEN", "CUTTER_JAMMED", "PAPER_JAMMED", "HEAD_HOT", "OFFLINE"})
    void keepsWhatItIsSentUntilItIsMended(PrinterFault fault) {
        printer.set(fault, true);
        printer.receive(Hex.bytes("41 0A " + CUT + " 1D 72 01"));
        assertThat(printer.tickets()).isEmpty();
        assertThat(heard.hex()).isEmpty();

        printer.set(fault, false);

        assertThat(printer.tickets()).hasSize(1);
        assertThat(heard.hex()).isEqualTo("00");
    }

    @Test
    void forgetsWhatItKeptWhenTheDriverCancels() {
        printer.set(PrinterFault.PAPER_OUT, true);
        printer.receive(Hex.bytes("41 0A " + CUT + " 1D 76 30 00 48 00 40 00 " + CLEAR));
        assertThat(heard.hex()).isEqualTo("37 25 00");

        printer.set(PrinterFault.PAPER_OUT, false);
        printer.receive(Hex.bytes("42 0A " + CUT));

        assertThat(printer.tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.lines()).containsExactly("B"));
    }

    @Test
    void theOlderCancelEndsErrorsOnly() {
        printer.set(PrinterFault.PAPER_OUT, true);
        printer.receive(Hex.bytes("41 0A " + CUT + " 10 05 02"));
        printer.set(PrinterFault.PAPER_OUT, false);
        assertThat(printer.tickets()).hasSize(1);

        printer.set(PrinterFault.CUTTER_JAMMED, true);
        printer.receive(Hex.bytes("42 0A " + CUT + " 10 05 02"));
        printer.set(PrinterFault.CUTTER_JAMMED, false);

        assertThat(printer.tickets()).hasSize(1);
    }

    @Test
    void losesWhatItHadWhenItsPowerIsCut() {
        printer.set(PrinterFault.COVER_OPEN, true);
        printer.receive(Hex.bytes("41 0A " + CUT));
        printer.set(PrinterFault.POWER_OFF, true);
        printer.receive(Hex.bytes("10 04 01"));
        assertThat(heard.hex()).isEmpty();

        printer.set(PrinterFault.COVER_OPEN, false);
        printer.set(PrinterFault.POWER_OFF, false);
        printer.receive(Hex.bytes("42 0A " + CUT));

        assertThat(printer.tickets())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.lines()).containsExactly("B"));
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS_ABSENT,  ''",
        "STATUS_GARBLED, 96",
        "GARBAGE,        FF 13 10 00 37 22 31 16",
    })
    void talksBadly(PrinterFault fault, String answer) {
        printer.set(fault, true);

        printer.receive(Hex.bytes("10 04 01"));

        assertThat(heard.hex()).isEqualTo(answer);
    }

    @Test
    void answersLate() {
        printer.set(PrinterFault.STATUS_LATE, true);

        printer.receive(Hex.bytes("10 04 01"));

        assertThat(heard.hex()).isEmpty();
        Await.until(Duration.ofSeconds(60), "it has answered", () -> heard.hex().equals("16"));
    }

    @Test
    void neverSaysThatATicketIsOnPaperWhereThatIsBroken() {
        printer.set(PrinterFault.NO_COMPLETION, true);

        printer.receive(Hex.bytes("41 0A " + CUT + " 1D 72 01 1D 28 48 06 00 30 30 31 32 33 34"));

        assertThat(printer.tickets()).hasSize(1);
        assertThat(heard.hex()).isEmpty();
    }

    @Test
    void keepsPicturesWithoutPower() {
        printer.receive(Hex.bytes("1D 28 4C 0D 00 30 43 30 70 21 01 10 00 01 00 31 FF 0F"));
        printer.set(PrinterFault.POWER_OFF, true);
        printer.set(PrinterFault.POWER_OFF, false);

        printer.receive(Hex.bytes("1D 28 4C 04 00 30 40 4B 43 1D 28 4C 06 00 30 45 70 21 01 01 " + CUT));

        assertThat(heard.hex()).isEqualTo("37 72 40 70 21 00");
        assertThat(printer.tickets().get(0).lines()).containsExactly("[picture 16×1]");
        assertThat(printer.misunderstood()).isEmpty();
    }

    @Test
    void aCloneTakesVietnameseForChineseUntilItIsToldNotTo() {
        var clone = new SimPrinter(PrinterModel.POS_58);
        clone.receive(Hex.bytes("1B 74 1B E1 0A"));
        assertThat(clone.misunderstood()).containsExactly("taken for Chinese: E1");

        clone.receive(Hex.bytes("1C 2E E1 0A 1D 72 01"));

        assertThat(clone.misunderstood()).hasSize(1);
        assertThat(clone.tickets().get(0).picture().getWidth()).isEqualTo(384);
    }

    @Test
    void answersInTheMiddleOfAPictureWhoseSenderWentAway() {
        printer.receive(Hex.bytes("1D 76 30 00 48 00 40 00 FF FF"));
        printer.silence();

        printer.receive(Hex.bytes("10 04 01 " + CLEAR + " 41 0A " + CUT));

        assertThat(heard.hex()).isEqualTo("16 37 25 00");
        assertThat(printer.tickets().get(0).lines()).containsExactly("A");
    }

    @Test
    void takesDotsThatLookLikeACancelForDots() {
        printer.receive(Hex.bytes("1D 76 30 00 03 00 01 00 10 05 02 " + CUT));

        assertThat(printer.tickets().get(0).lines()).containsExactly("[picture 24×1]");
    }

    @Test
    void countsTheBytesOfATicketWithoutTheQuestions() {
        printer.receive(Hex.bytes("10 04 01 1B 40 41 0A " + CUT + " 1D 72 01"));

        assertThat(printer.tickets().get(0).bytes()).isEqualTo(7);
    }

    @Test
    void wrapsWhatDoesNotFitTheLine() {
        printer.receive("x".repeat(50).getBytes(US_ASCII));
        printer.receive(Hex.bytes("0A " + CUT));

        assertThat(printer.tickets().get(0).lines()).containsExactly("x".repeat(48), "xx");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void printsAQrCodeThatAReaderReads(int dots) throws ReaderException {
        var address = "http://127.0.0.1:8080/t/kQ3vZ0aYc1mS8x-P_w7LrA";
        printer.receive(Hex.bytes("1B 61 01 1D 28 6B 04 00 31 41 32 00 1D 28 6B 03 00 31 45 31"));
        printer.receive(new byte[] {0x1D, '(', 'k', 3, 0, '1', 'C', (byte) dots});
        printer.receive(new byte[] {0x1D, '(', 'k', (byte) (address.length() + 3), 0, '1', 'P', '0'});
        printer.receive(address.getBytes(US_ASCII));
        printer.receive(Hex.bytes("1D 28 6B 03 00 31 51 30 1B 64 03 " + CUT));

        var ticket = printer.tickets().get(0);

        assertThat(printer.misunderstood()).isEmpty();
        assertThat(ticket.lines()).containsExactly("[QR " + address + "]");
        assertThat(read(ticket.picture())).isEqualTo(address);
    }

    @Test
    void drawsLettersAsInkOnPaper() {
        printer.receive(Hex.bytes("1B 61 02 1D 21 33 41 0A " + CUT));

        var picture = printer.tickets().get(0).picture();

        assertThat(picture.getWidth()).isEqualTo(576);
        assertThat(ink(picture, 0, 528)).isZero();
        assertThat(ink(picture, 528, 576)).isGreaterThan(400);
    }

    private static long ink(BufferedImage picture, int fromX, int toX) {
        var dots = 0L;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = fromX; x < toX; x++) if ((picture.getRGB(x, y) & 0xFF) < 0x80) dots++;
        }
        return dots;
    }

    static String read(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth(), height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
