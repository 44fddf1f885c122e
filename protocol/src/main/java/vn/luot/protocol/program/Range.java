package vn.luot.protocol.program;

/** The whole numbers that an option takes. */
public record Range(int least, int most) {
    /** Those of a TCP port, where 0 is any free one. */
    public static final Range PORTS = new Range(0, 65_535);

    /**
     * Answers {@code value}.
     *
     * @param option without its dashes
     * @throws CannotStart when it is outside
     */
    public int holding(String option, int value) {
        if (value >= least && value <= most) return value;
        throw new CannotStart(
                        value + " không dùng được cho --" + option + ", hãy chọn từ " + least + " đến " + most,
                        value + " is of no use for --" + option + ": choose one from " + least + " to " + most)
                .about(option);
    }
}
