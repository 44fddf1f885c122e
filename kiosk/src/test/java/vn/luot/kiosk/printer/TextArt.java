package vn.luot.kiosk.printer;

import java.util.List;
import java.util.stream.Collectors;

/** A ticket as text, 48 columns wide, so that a test can be read like the paper. */
final class TextArt {
    private static final int COLUMNS = 48;

    private TextArt() {}

    static String art(List<PrintLine> lines) {
        return lines.stream().map(TextArt::art).collect(Collectors.joining());
    }

    static String art(PrintLine line) {
        if (line instanceof PrintLine.Words words) {
            return Wrap.at(COLUMNS - 4, words.text()).stream()
                    .map(text -> framed(styled(words, text)))
                    .collect(Collectors.joining());
        }
        if (line instanceof PrintLine.BigNumber big) return framed("[[[ " + big.number() + " ]]] ");
        if (line instanceof PrintLine.Mark mark) return framed("<" + mark.shape() + ">");
        if (line instanceof PrintLine.Qr qr) return "QR " + qr.content() + "\n";
        if (line instanceof PrintLine.As as) return art(as.lines());
        if (line instanceof PrintLine.Picture picture)
            return framed("(" + picture.dots().rows() + " rows)");
        if (line instanceof PrintLine.Rule) return framed("-".repeat(COLUMNS));
        return "8<---\n";
    }

    private static String styled(PrintLine.Words words, String text) {
        var weighted = words.bold() ? "*" + text + "*" : text;
        return words.size() == PrintLine.Size.LARGE ? "==" + weighted + "==" : weighted;
    }

    private static String framed(String text) {
        var left = (COLUMNS - text.length()) / 2;
        return "|" + " ".repeat(left) + text + " ".repeat(COLUMNS - text.length() - left) + "|\n";
    }
}
