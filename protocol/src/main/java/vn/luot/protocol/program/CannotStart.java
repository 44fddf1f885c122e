package vn.luot.protocol.program;

/** Why a program cannot start, for the person who started it: one line, no stack trace, exit code 1. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Each message says what is wrong and what to do. */
    public CannotStart(String messageVi, String messageEn) {
        super(messageVi + " / " + messageEn);
    }

    public CannotStart(String messageVi, String messageEn, Throwable cause) {
        super(messageVi + " / " + messageEn, cause);
    }
}
