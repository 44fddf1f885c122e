package vn.luot.kiosk.printer;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPos.CutMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.luot.protocol.message.TicketTemplate;

/**
 * Turns the lines of a ticket into the bytes of one printer model. Layout commands are sent only when they change
 * something: escpos-coffee's own styles cost 17 bytes a line, and its QR code names models that printers do not know.
 * For one thread.
 */
public final class EscPosTicket {
    private static final int LARGEST = 8;
    private static final int QR_MODULE_DOTS = 7;
    /** Two and a half seconds at 9600 baud: nothing may be asked in the middle of a picture. */
    static final int LARGEST_PICTURE = 2_400;

    /** Modes of GS v 0; doubled in width and height. */
    private static final int AS_IT_IS = 0;

    private static final int DOUBLED = 3;
    private static final int ABOVE_MARK_DOTS = 14;
    private static final int QUIET_ZONE_DOTS = 4 * QR_MODULE_DOTS;

    private final PrinterProfile profile;
    private final RasterText raster;
    private Map<Dots, String> inMemory = Map.of();

    public EscPosTicket(PrinterProfile profile) {
        this.profile = profile;
        this.raster = new RasterText(profile);
    }

    /** The whole ticket, beginning with a reset, so that nothing of an earlier one can colour it. */
    public byte[] bytes(List<PrintLine> ticket) {
        return written(ticket).out.toByteArray();
    }

    /**
     * The same bytes in pieces of at most {@code most}, or of one command where that is longer: between two of them the
     * printer can be asked.
     */
    List<byte[]> pieces(List<PrintLine> ticket, int most) {
        return written(ticket).pieces(most);
    }

    private Sheet written(List<PrintLine> ticket) {
        try {
            var sheet = new Sheet();
            sheet.begin();
            for (var line : ticket) sheet.print(line);
            return sheet;
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** The pictures that {@code lines} need, in their order, each as it would go over the line. */
    List<Dots> pictures(List<PrintLine> lines) {
        return lines.stream().flatMap(this::pictures).distinct().toList();
    }

    private Stream<Dots> pictures(PrintLine line) {
        if (line instanceof PrintLine.Words words && isDrawn(words, profile.text())) {
            return raster.lines(words).stream().flatMap(drawn -> drawn.ink().bands(LARGEST_PICTURE).stream());
        }
        if (line instanceof PrintLine.Mark mark) return Stream.of(mark.shape().dots());
        return line instanceof PrintLine.Picture picture
                ? picture.dots().bands(LARGEST_PICTURE).stream()
                : Stream.empty();
    }

    /** @param keys of the pictures that the printer holds itself: these are named instead of sent */
    void inMemory(Map<Dots, String> keys) {
        inMemory = Map.copyOf(keys);
    }

    private static boolean isDrawn(PrintLine.Words words, PrinterProfile.TextMode mode) {
        return mode == PrinterProfile.TextMode.RASTER_LINES && !Vietnamese.isAscii(words.text());
    }

    /** One ticket being written, and what the printer was told last. */
    private final class Sheet {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        private final EscPos printer = new EscPos(out);
        /** Where a command has ended and the next has not begun. */
        private final List<Integer> seams = new ArrayList<>();

        private PrinterProfile.TextMode mode = profile.text();
        private Letters letters = Letters.of(profile);
        private int align;
        private int bold;
        private int magnified;

        List<byte[]> pieces(int most) {
            var bytes = out.toByteArray();
            seams.add(bytes.length);
            var pieces = new ArrayList<byte[]>();
            var from = 0;
            for (var i = 0; i < seams.size(); i++) {
                var isLast = i == seams.size() - 1;
                if (!isLast && seams.get(i + 1) - from <= most) continue;
                if (seams.get(i) > from) pieces.add(Arrays.copyOfRange(bytes, from, seams.get(i)));
                from = seams.get(i);
            }
            return pieces;
        }

        void begin() throws IOException {
            printer.initializePrinter();
            // The reset also ended the automatic status: GS a asks for it again.
            if (profile.automaticStatus()) write(0x1D, 'a', 0xFF);
            if (profile.kanjiOff()) write(0x1C, '.');
        }

        void print(PrintLine line) throws IOException {
            if (line instanceof PrintLine.Words words) {
                words(words);
            } else if (line instanceof PrintLine.BigNumber big) {
                bigNumber(big.number());
            } else if (line instanceof PrintLine.Qr qr) {
                qr(qr.content());
            } else if (line instanceof PrintLine.Picture picture) {
                align(TicketTemplate.Align.CENTER);
                picture(picture.dots(), AS_IT_IS);
            } else if (line instanceof PrintLine.Mark mark) {
                mark(mark.shape().dots());
            } else if (line instanceof PrintLine.Rule) {
                style(TicketTemplate.Align.LEFT, false, 1);
                text("-".repeat(profile.columns()));
            } else if (line instanceof PrintLine.As as) {
                as(as.mode());
                for (var each : as.lines()) print(each);
                as(profile.text());
            } else if (line instanceof PrintLine.Cut) {
                cut();
            }
        }

        private void as(PrinterProfile.TextMode other) {
            mode = other;
            letters = Letters.of(profile.with(other));
        }

        private void words(PrintLine.Words words) throws IOException {
            if (isDrawn(words, mode)) {
                align(words.align());
                for (var line : raster.lines(words)) {
                    feed(line.above());
                    picture(line.ink(), AS_IT_IS);
                    feed(line.below());
                }
                return;
            }
            var times = words.size() == PrintLine.Size.LARGE ? 2 : 1;
            style(words.align(), words.bold(), times);
            for (var line : Wrap.at(profile.columns() / times, words.text())) text(line);
        }

        /** A ticket of text only names what the printer holds: sent with it, a shape would make it half as long again. */
        private void mark(Dots shape) throws IOException {
            var isHeld = inMemory.containsKey(shape);
            if (!isHeld && mode != PrinterProfile.TextMode.RASTER_LINES) return;
            align(TicketTemplate.Align.CENTER);
            feed(ABOVE_MARK_DOTS);
            if (isHeld) held(inMemory.get(shape), 2);
            else picture(shape, DOUBLED);
        }

        private void bigNumber(String number) throws IOException {
            style(TicketTemplate.Align.CENTER, true, Math.min(LARGEST, profile.columns() / number.length()));
            text(number);
        }

        private void style(TicketTemplate.Align wanted, boolean wantsBold, int times) throws IOException {
            align(wanted);
            if (bold == 1 && !wantsBold && magnified > 0 && times == 1) {
                // One command back to plain instead of two.
                write(0x1B, '!', bold = magnified = 0);
            }
            if (bold != (wantsBold ? 1 : 0)) write(0x1B, 'E', bold = wantsBold ? 1 : 0);
            if (magnified != times - 1) write(0x1D, '!', (magnified = times - 1) * 0x11);
        }

        private void align(TicketTemplate.Align wanted) throws IOException {
            if (align != wanted.ordinal()) write(0x1B, 'a', align = wanted.ordinal());
        }

        private void text(String line) throws IOException {
            write(letters.encode(line));
            write('\n');
            seams.add(out.size());
        }

        private void qr(String content) throws IOException {
            style(TicketTemplate.Align.CENTER, false, 1);
            feed(QUIET_ZONE_DOTS);
            switch (profile.qr()) {
                case NATIVE -> nativeQr(content.getBytes(StandardCharsets.US_ASCII));
                case RASTER -> picture(QrDots.of(content), DOUBLED);
            }
            feed(QUIET_ZONE_DOTS);
        }

        /** GS ( k; model 2 and error correction L are what the reset chose. */
        private void nativeQr(byte[] content) throws IOException {
            write(0x1D, '(', 'k', 3, 0, '1', 'C', QR_MODULE_DOTS);
            write(0x1D, '(', 'k', content.length + 3, 0, '1', 'P', '0');
            write(content);
            write(0x1D, '(', 'k', 3, 0, '1', 'Q', '0');
        }

        private void picture(Dots dots, int mode) throws IOException {
            for (var band : dots.bands(LARGEST_PICTURE)) {
                var key = mode == AS_IT_IS ? inMemory.get(band) : null;
                if (key == null) band(band, mode);
                else held(key, 1);
            }
        }

        /** GS ( L, function 69. */
        private void held(String key, int times) throws IOException {
            write(0x1D, '(', 'L', 6, 0, '0', 'E', key.charAt(0), key.charAt(1), times, times);
        }

        private void band(Dots dots, int mode) throws IOException {
            var width = dots.bytesARow();
            write(0x1D, 'v', '0', mode, width & 0xFF, width >> 8, dots.rows() & 0xFF, dots.rows() >> 8);
            write(dots.bits());
            seams.add(out.size());
        }

        private void cut() throws IOException {
            write(0x1B, 'd', profile.feedBeforeCut());
            switch (profile.cut()) {
                case PARTIAL -> printer.cut(CutMode.PART);
                case FULL -> printer.cut(CutMode.FULL);
                case NONE -> {}
            }
        }

        /** ESC J. */
        private void feed(int dots) throws IOException {
            if (dots > 0) write(0x1B, 'J', dots);
        }

        private void write(byte[] bytes) throws IOException {
            printer.write(bytes, 0, bytes.length);
        }

        private void write(int... bytes) throws IOException {
            for (var b : bytes) printer.write(b);
        }
    }
}
