package vn.luot.protocol.message;

/**
 * Which form of the messages a program speaks. Agents are brought up to date after their hub, one by one and perhaps days
 * later, so a hub understands this form and the one before. What only adds something to a message needs no new number.
 */
public final class ProtocolVersion {
    /** 1 named itself on the feed only; 2 does with every request. */
    public static final int NOW = 2;

    /** In this header an agent says its number with every request. */
    public static final String HEADER = "Luot-Protocol";

    private ProtocolVersion() {}

    public static boolean isUnderstood(int version) {
        return version == NOW || version == NOW - 1;
    }

    /** @param said the header; absent from a page of the hub itself, and from agents of before there was one */
    public static boolean isUnderstood(String said) {
        return said == null || said.matches("\\d{1,6}") && isUnderstood(Integer.parseInt(said));
    }
}
