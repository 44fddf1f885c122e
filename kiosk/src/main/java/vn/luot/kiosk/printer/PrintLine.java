package vn.luot.kiosk.printer;

import java.util.List;
import java.util.Objects;
import vn.luot.protocol.message.TicketTemplate.Align;

/** One thing on a ticket, from top to bottom; free of any printer's commands. */
public sealed interface PrintLine {
    enum Size {
        NORMAL,
        LARGE
    }

    /** Words of any length; they are wrapped where the paper ends. */
    record Words(String text, Size size, Align align, boolean bold) implements PrintLine {
        public Words {
            text = Vietnamese.printable(text);
            Objects.requireNonNull(size, "size");
            Objects.requireNonNull(align, "align");
        }

        public Words(String text) {
            this(text, Size.NORMAL, Align.CENTER, false);
        }
    }

    /** The ticket's number, as large as the paper allows. */
    record BigNumber(String number) implements PrintLine {
        public BigNumber {
            if (!number.matches("[A-Z]{1,2}\\d{1,10}")) {
                throw new IllegalArgumentException("not a ticket number: " + number);
            }
        }
    }

    /** The shape of the ticket's field, above its number. */
    record Mark(FieldShape shape) implements PrintLine {
        public Mark {
            Objects.requireNonNull(shape, "shape");
        }
    }

    /** @param content at most 200 ASCII characters */
    record Qr(String content) implements PrintLine {
        public Qr {
            if (!content.matches("[!-~]{1,200}")) {
                throw new IllegalArgumentException("not fit for a QR code: " + Vietnamese.printable(content));
            }
        }
    }

    /** The centre's mark, in the middle. */
    record Picture(Dots dots) implements PrintLine {
        public Picture {
            Objects.requireNonNull(dots, "dots");
        }
    }

    /** Lines printed in another of the printer's ways, so that a person can compare them. */
    record As(PrinterProfile.TextMode mode, List<PrintLine> lines) implements PrintLine {
        public As {
            Objects.requireNonNull(mode, "mode");
            lines = List.copyOf(lines);
        }
    }

    record Rule() implements PrintLine {}

    /** Feeds to the knife and cuts, or to where paper is torn. */
    record Cut() implements PrintLine {}
}
