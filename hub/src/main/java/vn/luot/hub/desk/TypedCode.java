package vn.luot.hub.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A code that people read out and type, as {@code 7K3M-9QXD}: a letter that tells centres apart, six by chance, and a check
 * that finds every wrong letter and every two that changed places. Crockford's letters: who types O means 0, I or L means 1.
 *
 * @param letters eight, in capitals
 */
record TypedCode(String letters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    /** x⁵ + x² + 1, by which 32 letters are a field. */
    private static final int FIELD = 0x25;

    /** @param centre any number that tells centres apart */
    static TypedCode fresh(int centre, RandomGenerator random) {
        var letters = new StringBuilder().append(mark(centre));
        random.ints(LENGTH - 2, 0, ALPHABET.length()).mapToObj(ALPHABET::charAt).forEach(letters::append);
        return new TypedCode(letters.append(check(letters)).toString());
    }

    /** Empty when it has not the form of one. */
    static Optional<TypedCode> of(String typed) {
        var letters = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        var isOne = letters.length() == LENGTH && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
        return isOne ? Optional.of(new TypedCode(letters)) : Optional.empty();
    }

    /** Nobody was given it: a letter is wrong, or two have changed places. */
    boolean isMistyped() {
        return letters.charAt(LENGTH - 1) != check(letters.substring(0, LENGTH - 1));
    }

    boolean isOf(int centre) {
        return letters.charAt(0) == mark(centre);
    }

    /** As it is shown. */
    String grouped() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    private static char mark(int centre) {
        return ALPHABET.charAt(Math.floorMod(centre, ALPHABET.length()));
    }

    private static char check(CharSequence letters) {
        var sum = letters.chars().map(ALPHABET::indexOf).reduce(0, (before, letter) -> twice(before ^ letter));
        return ALPHABET.charAt(sum);
    }

    private static int twice(int element) {
        var doubled = element << 1;
        return doubled < ALPHABET.length() ? doubled : doubled ^ FIELD;
    }
}
