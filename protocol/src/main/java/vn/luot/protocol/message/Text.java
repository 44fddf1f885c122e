package vn.luot.protocol.message;

import java.util.Objects;

/** Words for a person, in Vietnamese and in English. */
public record Text(String vi, String en) {
    public Text {
        Objects.requireNonNull(vi, "vi");
        en = en == null ? vi : en;
    }

    /** The words in {@code language} ("vi" or "en"); Vietnamese for any other. */
    public String in(String language) {
        return "en".equals(language) ? en : vi;
    }
}
