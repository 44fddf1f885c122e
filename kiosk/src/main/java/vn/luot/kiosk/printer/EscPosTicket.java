package vn.luot.kiosk.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns the lines of a ticket into the bytes of one printer model. Layout commands are sent only when they change
 * something: escpos-coffee's own styles cost 17 bytes a line, and its QR code names models that printers do not know.
 * For one thread.
 */
public final class EscPosTicket {
    private static final int LARGEST = 8;
    private static final int QR_MODULE_DOTS = 7;
    private static final int QUIET_ZONE_DOTS = 4 * QR_MODULE_DOTS;

    private final PrinterProfile profile;
    private final RasterText raster;

    public EscPosTicket(PrinterProfile profile) {
        this.profile = profile;
        this.raster = new RasterText(profile);
    }

    /** The whole ticket, beginning with a reset, so that nothing of an earlier one can colour it. */
    public byte[] bytes(List<PrintLine> ticket) {
        try {
            var sheet = new Sheet();
            sheet.begin();
            for (var line : ticket) sheet.print(line);
            return sheet.out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** One ticket being written, and what the printer was told last. */
    private final class Sheet {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        private final EscPos printer = new EscPos(out);
        private final Tcvn3 tcvn3 = profile.text() == PrinterProfile.TextMode.TCVN3
                ? new Tcvn3(profile.lowerPage(), profile.capitalPage())
                : null;
        private int align;
        private int bold;
        private int magnified;

        void begin() throws IOException {
            printer.initializePrinter();
            // The reset also ended the automatic status: GS a asks for it again.
            write(0x1D, 'a', 0xFF);
            if (profile.kanjiOff()) write(0x1C, '.');
        }

        void print(PrintLine line) throws IOException {
            if (line instanceof PrintLine.Words words) {
                words(words);
            } else if (line instanceof PrintLine.BigNumber big) {
                bigNumber(big.number());
            } else if (line instanceof PrintLine.Qr qr) {
                qr(qr.content().getBytes(StandardCharsets.US_ASCII));
            } else if (line instanceof PrintLine.Rule) {
                style(PrintLine.Align.LEFT, false, 1);
                text("-".repeat(profile.columns()));
            } else if (line instanceof PrintLine.Cut) {
                write(0x1B, 'd', profile.feedBeforeCut());
                printer.cut(CutMode.PART);
            }
        }

        private void words(PrintLine.Words words) throws IOException {
            if (tcvn3 == null && !Vietnamese.isAscii(words.text())) {
                printer.write(raster.commands(words), 0, raster.commands(words).length);
                align = words.align().ordinal();
                return;
            }
            var times = words.size() == PrintLine.Size.LARGE ? 2 : 1;
            style(words.align(), words.bold(), times);
            for (var line : Wrap.at(profile.columns() / times, words.text())) text(line);
        }

        private void bigNumber(String number) throws IOException {
            style(PrintLine.Align.CENTER, true, Math.min(LARGEST, profile.columns() / number.length()));
            text(number);
        }

        private void style(PrintLine.Align wanted, boolean wantsBold, int times) throws IOException {
            if (align != wanted.ordinal()) write(0x1B, 'a', align = wanted.ordinal());
            if (bold != (wantsBold ? 1 : 0)) write(0x1B, 'E', bold = wantsBold ? 1 : 0);
            if (magnified != times - 1) write(0x1D, '!', (magnified = times - 1) * 0x11);
        }

        private void text(String line) throws IOException {
            var bytes = tcvn3 == null ? line.getBytes(StandardCharsets.US_ASCII) : tcvn3.encode(line);
            printer.write(bytes, 0, bytes.length);
            write('\n');
        }

        /** GS ( k; model 2 and error correction L are what the reset chose. */
        private void qr(byte[] content) throws IOException {
            style(PrintLine.Align.CENTER, false, 1);
            write(0x1B, 'J', QUIET_ZONE_DOTS);
            write(0x1D, '(', 'k', 3, 0, '1', 'C', QR_MODULE_DOTS);
            write(0x1D, '(', 'k', content.length + 3, 0, '1', 'P', '0');
            printer.write(content, 0, content.length);
            write(0x1D, '(', 'k', 3, 0, '1', 'Q', '0');
            write(0x1B, 'J', QUIET_ZONE_DOTS);
        }

        private void write(int... bytes) throws IOException {
            for (var b : bytes) printer.write(b);
        }
    }
}
