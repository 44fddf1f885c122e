package vn.luot.kiosk.printer;

import java.util.Objects;

/** One thing on a ticket, from top to bottom; free of any printer's commands. */
public sealed interface PrintLine {
    enum Size {
        NORMAL,
        LARGE
    }

    enum Align {
        LEFT,
        CENTER
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

    /** @param content at most 200 ASCII characters */
    record Qr(String content) implements PrintLine {
        public Qr {
            if (!content.matches("[!-~]{1,200}")) {
                throw new IllegalArgumentException("not fit for a QR code: " + Vietnamese.printable(content));
            }
        }
    }

    record Rule() implements PrintLine {}

    /** Feeds to the knife and cuts. */
    record Cut() implements PrintLine {}
}
