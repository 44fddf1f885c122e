package vn.luot.sim.hall;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody in the hall should hear when a number is called, in Vietnamese. It is a reading of its own, made apart
 * from the one in the voice's pages, so that a mistake in either shows when they are compared.
 */
final class SpokenCall {
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    private SpokenCall() {}

    /** @param number such as "A025", which is read "A không hai mươi lăm" */
    static String of(String number, int counter) {
        return "Xin mời số thứ tự " + ticket(number) + ", đến quầy số " + read(counter);
    }

    private static String ticket(String number) {
        var letters = number.replaceAll("\\d", "").chars().mapToObj(Character::toString);
        var digits = number.replaceAll("\\D", "");
        var significant = digits.replaceFirst("^0+", "");
        var zeros = Stream.generate(() -> DIGITS.get(0)).limit(digits.length() - significant.length());
        var rest = significant.isEmpty() ? Stream.<String>of() : Stream.of(read(Integer.parseInt(significant)));
        return Stream.of(letters, zeros, rest).flatMap(part -> part).collect(Collectors.joining(" "));
    }

    /** @param n 1 to 999,999 */
    static String read(int n) {
        if (n < 1000) return hundreds(n, false);
        var rest = n % 1000;
        return hundreds(n / 1000, false) + " nghìn" + (rest == 0 ? "" : " " + hundreds(rest, true));
    }

    /** @param inFull names an empty place for the hundreds: "không trăm lẻ năm" */
    private static String hundreds(int n, boolean inFull) {
        if (n < 100 && !inFull) return tens(n);
        var rest = n % 100;
        var head = DIGITS.get(n / 100) + " trăm";
        if (rest == 0) return head;
        return head + (rest < 10 ? " lẻ " + DIGITS.get(rest) : " " + tens(rest));
    }

    private static String tens(int n) {
        int ten = n / 10, one = n % 10;
        if (ten == 0) return DIGITS.get(one);
        var head = ten == 1 ? "mười" : DIGITS.get(ten) + " mươi";
        return one == 0 ? head : head + " " + oneAfter(ten, one);
    }

    private static String oneAfter(int ten, int one) {
        if (one == 5) return "lăm";
        if (one == 1 && ten > 1) return "mốt";
        if (one == 4 && ten > 1) return "tư";
        return DIGITS.get(one);
    }
}
