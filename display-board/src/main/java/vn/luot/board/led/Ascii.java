package vn.luot.board.led;

import java.text.Normalizer;

/** Text for boards whose letters are those of ASCII. */
final class Ascii {
    private Ascii() {}

    /**
     * Printable ASCII that reads like {@code text}: Vietnamese letters lose their marks, {@code █} becomes the digit that
     * lights most, and whatever else is given becomes {@code '?'}, because a board obeys control bytes.
     */
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('Đ', 'D')
                .replace('đ', 'd')
                .replace('█', '8')
                .replaceAll("[^ -~]", "?");
    }
}
