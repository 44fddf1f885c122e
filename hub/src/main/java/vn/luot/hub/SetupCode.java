package vn.luot.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What proves that whoever sets up a hub by browser also sees its console. It is good for one set-up; after some wrong
 * tries there is another, so that nobody can go through all of them.
 */
final class SetupCode {
    /** Without letters and digits that look alike. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 8;
    private static final int MOST_TRIES = 10;

    private final SecureRandom random = new SecureRandom();
    private final Consumer<String> console;
    private String code;
    private int tries;

    /** @param console told each code, in two groups of four */
    SetupCode(Consumer<String> console) {
        this.console = console;
        renew();
    }

    private void renew() {
        code = random.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
        tries = 0;
        console.accept(code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2));
    }

    /** Whether it was typed rightly, in capitals or not, with or without the dash. */
    synchronized boolean is(String typed) {
        var bare = typed.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
        if (MessageDigest.isEqual(bytes(bare), bytes(code))) return true;
        if (++tries >= MOST_TRIES) renew();
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
