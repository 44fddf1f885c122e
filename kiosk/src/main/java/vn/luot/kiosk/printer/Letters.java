package vn.luot.kiosk.printer;

/** Turns words into the bytes of a printer's own letters. Remembers which page the printer is on, so one writes one ticket. */
interface Letters {
    /** @param text composed letters, as {@link Vietnamese#printable} gives them; never yields a control byte of the text's */
    byte[] encode(String text);

    /** What a printer's own letters need for {@code profile}; ASCII only where Vietnamese is drawn. */
    static Letters of(PrinterProfile profile) {
        return switch (profile.text()) {
            case TCVN3 -> new Tcvn3(profile.lowerPage(), profile.capitalPage());
            case CP1258 -> new Cp1258(profile.page());
            case RASTER_LINES -> new Ascii();
        };
    }

    /** What typists use and the pages lack. */
    static char plain(int c) {
        return switch (c) {
            case '–', '—' -> '-';
            case '‘', '’' -> '\'';
            case '“', '”', '«', '»' -> '"';
            case '·', '•' -> '*';
            case '…' -> '.';
            case 0xA0 -> ' ';
            default -> Vietnamese.REPLACEMENT;
        };
    }

    /** A printer of which nothing is known but that it has the letters of a typewriter. */
    final class Ascii implements Letters {
        @Override
        public byte[] encode(String text) {
            var bytes = new byte[text.length()];
            for (var i = 0; i < bytes.length; i++) {
                var c = text.charAt(i);
                bytes[i] = (byte) (c < 0x20 || c >= 0x7F ? Vietnamese.REPLACEMENT : c);
            }
            return bytes;
        }
    }
}
