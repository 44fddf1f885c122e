package vn.luot.kiosk.printer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Something a printer said about itself. Bits are those of Epson's ESC/POS. */
sealed interface StatusMessage {
    /** Of the errors: the print head's temperature, mostly. An open cover sets it too, and is told apart before. */
    int RECOVERS_BY_ITSELF = 0x40;

    /** Answer to one {@code DLE EOT n}; it does not say to which n. */
    record RealTime(int bits) implements StatusMessage {}

    /** Answers to {@code DLE EOT} 1, 2, 3 and 4. */
    record Full(int printer, int offline, int error, int paper) {
        PrinterState state() {
            if (has(offline, 0x04)) return PrinterState.COVER_OPEN;
            if (has(paper, 0x60) || has(offline, 0x20)) return PrinterState.PAPER_OUT;
            return errorOf(error).orElseGet(() -> {
                if (has(offline, 0x40)) return PrinterState.ERROR;
                if (has(printer, 0x08)) return PrinterState.OFFLINE;
                return has(paper, 0x0C) ? PrinterState.PAPER_LOW : PrinterState.READY;
            });
        }
    }

    /** Four bytes that the printer sends by itself when something changes (ASB). */
    record Automatic(int printer, int error, int paper, int reserved) implements StatusMessage {
        PrinterState state() {
            if (has(printer, 0x20)) return PrinterState.COVER_OPEN;
            if (has(paper, 0x0C)) return PrinterState.PAPER_OUT;
            return errorOf(error).orElseGet(() -> {
                if (has(printer, 0x08)) return PrinterState.OFFLINE;
                return has(paper, 0x03) ? PrinterState.PAPER_LOW : PrinterState.READY;
            });
        }
    }

    /** Answer to {@code GS r 1}: all that was sent before it has been worked off. */
    record Queued(int bits) implements StatusMessage {
        boolean hasPaper() {
            return !has(bits, 0x0C);
        }
    }

    /** A block: header, kind, text, NUL. */
    record Block(byte[] bytes) implements StatusMessage {
        /**
         * Answer to {@code GS ( H} function 48: everything before {@code id} is on paper. Only the end counts, as noise may have
         * opened the block before the answer did.
         */
        boolean completes(String id) {
            var answer = ("7\"" + id + "\0").getBytes(StandardCharsets.US_ASCII);
            var from = bytes.length - answer.length;
            return from >= 0 && Arrays.equals(bytes, from, bytes.length, answer, 0, answer.length);
        }

        /** The printer went off line before it could finish. */
        boolean isOffline() {
            return isNotice(0x23);
        }

        /** Answer to {@code GS ( L} function 64. */
        boolean isKeyList() {
            return isNotice(0x72) && bytes.length >= 4;
        }

        /** The keys of pictures in the printer's memory, two characters each. */
        String keys() {
            return text().substring(1);
        }

        /** Whether the printer waits to be told to send more keys. */
        boolean goesOn() {
            return bytes[2] == 0x41;
        }

        private boolean isNotice(int kind) {
            return bytes.length > 2 && bytes[0] == 0x37 && bytes[1] == kind;
        }

        private String text() {
            return new String(bytes, 2, bytes.length - 3, StandardCharsets.US_ASCII);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Block block && Arrays.equals(bytes, block.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private static Optional<PrinterState> errorOf(int error) {
        if (has(error, 0x08)) return Optional.of(PrinterState.CUTTER);
        if (has(error, 0x24)) return Optional.of(PrinterState.ERROR);
        return has(error, RECOVERS_BY_ITSELF) ? Optional.of(PrinterState.HOT) : Optional.empty();
    }

    private static boolean has(int bits, int any) {
        return (bits & any) != 0;
    }
}
