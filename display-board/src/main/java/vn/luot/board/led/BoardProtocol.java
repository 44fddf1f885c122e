package vn.luot.board.led;

import java.util.Locale;
import java.util.stream.Stream;

/** What the boards on a line speak. */
public enum BoardProtocol {
    /** Matrix boards of the Alpha sign protocol (Adaptive, BetaBrite); addresses 01 to FF, hexadecimal. */
    ALPHA,
    /** Numeric displays of six digits over Modbus RTU (DM36B06); units 1 to 247. */
    MODBUS;

    private static final int LAST_UNIT = 247;

    /**
     * Reads {@code alpha} or {@code modbus}.
     *
     * @throws IllegalArgumentException with the protocols there are, in Vietnamese and English
     */
    public static BoardProtocol parse(String name) {
        return Stream.of(values())
                .filter(protocol -> protocol.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("giao thức «" + name
                        + "» phải là \"alpha\" hoặc \"modbus\"" + " / a protocol is \"alpha\" or \"modbus\""));
    }

    /**
     * {@code address} as this protocol writes it.
     *
     * @throws IllegalArgumentException with the addresses there are, in Vietnamese and English
     */
    public String address(String address) {
        return switch (this) {
            case ALPHA -> alphaAddress(address);
            case MODBUS -> modbusAddress(address);
        };
    }

    /** The address that every board on a line listens to. */
    public String everyone() {
        return switch (this) {
            case ALPHA -> "00";
            case MODBUS -> "" + ModbusRequest.BROADCAST;
        };
    }

    /** Whether a board of this protocol has room for several calls. */
    public boolean showsManyCalls() {
        return switch (this) {
            case ALPHA -> true;
            case MODBUS -> false;
        };
    }

    /**
     * The board at {@code address}.
     *
     * @param register register of the leftmost digit; of no meaning to a protocol without registers
     */
    public LedUnit unit(String address, int register) {
        return switch (this) {
            case ALPHA -> new AlphaSign(address);
            case MODBUS -> new ModbusDisplay(Integer.parseInt(address), register);
        };
    }

    private static String alphaAddress(String address) {
        if (!address.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("địa chỉ bảng «" + address + "» phải có hai chữ số hệ 16, như \"01\""
                    + " / a sign's address has two hexadecimal digits, such as \"01\"");
        }
        return address.toUpperCase(Locale.ROOT);
    }

    private static String modbusAddress(String address) {
        if (!address.matches("\\d{1,3}") || Integer.parseInt(address) > LAST_UNIT) {
            throw new IllegalArgumentException(
                    "địa chỉ Modbus «" + address + "» phải từ 1 đến 247" + " / a Modbus unit is 1 to 247");
        }
        return "" + Integer.parseInt(address);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
