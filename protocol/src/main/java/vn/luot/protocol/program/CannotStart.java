package vn.luot.protocol.program;

/** Why a program cannot start, for the person who started it: one line, no stack trace, exit code 1. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private String option = "";

    /** Each message says what is wrong and what to do. */
    public CannotStart(String messageVi, String messageEn) {
        super(messageVi + " / " + messageEn);
    }

    public CannotStart(String messageVi, String messageEn, Throwable cause) {
        super(messageVi + " / " + messageEn, cause);
    }

    /**
     * The same; when the value came from a file or a variable, that is named, too.
     *
     * @param name of the option whose value it is about, such as "port"
     */
    public CannotStart about(String name) {
        option = name;
        return this;
    }

    String option() {
        return option;
    }
}
