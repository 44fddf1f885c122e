package vn.luot.board.led;

import java.time.Duration;
import java.util.Optional;

/** What the boards on a line speak. */
public interface BoardProtocol {
    /** Matrix boards of the Alpha sign protocol (Adaptive, BetaBrite); addresses 01 to FF, hexadecimal. */
    BoardProtocol ALPHA = new AlphaProtocol();

    /** Numeric displays of six digits over Modbus RTU (DM36B06); units 1 to 247. */
    BoardProtocol MODBUS = new ModbusProtocol();

    /**
     * Reads {@code alpha}, {@code modbus} or the name of a shipped {@link FrameTemplate}.
     *
     * @throws IllegalArgumentException with the protocols there are, in Vietnamese and English
     */
    static BoardProtocol parse(String name) {
        return switch (name) {
            case "alpha" -> ALPHA;
            case "modbus" -> MODBUS;
            default -> FrameTemplate.shipped(name);
        };
    }

    /**
     * {@code address} as this protocol writes it.
     *
     * @throws IllegalArgumentException with the addresses there are, in Vietnamese and English
     */
    String address(String address);

    /** The address that every board on a line listens to; empty when there is none. */
    Optional<String> reachesAll();

    /** Whether a board of this protocol has room for several rows. */
    boolean hasRows();

    /** Silence that a board wants after a frame, beside what the line needs anyway. */
    default Duration gap() {
        return Duration.ZERO;
    }

    /**
     * The board at {@code address}.
     *
     * @param register register of the leftmost digit; of no meaning to a protocol without registers
     * @param dots height of a row in dots; of no meaning to a board of digits
     */
    LedUnit unit(String address, int register, int dots);
}
