package vn.luot.protocol.program;

import java.util.List;

/** A configuration that no program should start with; one line for a person for every fault of it. */
final class BadConfig extends Exception {
    private static final long serialVersionUID = 1L;

    BadConfig(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}
