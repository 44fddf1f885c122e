package vn.luot.kiosk;

import vn.luot.protocol.message.NumberBlock;

/**
 * Numbers that this kiosk may give by itself.
 *
 * @param next the first that was not given; past the last when all were
 */
public record Block(NumberBlock numbers, int next) {
    static Block fresh(NumberBlock numbers) {
        return new Block(numbers, numbers.first());
    }

    int left() {
        return numbers.last() - next + 1;
    }

    /** As on paper. */
    String number() {
        return numbers.number(next);
    }

    /** After its next number was given. */
    Block given() {
        return new Block(numbers, next + 1);
    }
}
