package vn.luot.board.led;

import java.util.List;

/** What a Modbus unit answers. */
sealed interface ModbusResponse {
    int unit();

    /** Answer to {@link ModbusRequest.Read}. */
    record Values(int unit, List<Integer> values) implements ModbusResponse {
        public Values {
            values = List.copyOf(values);
        }
    }

    /** Answer to {@link ModbusRequest.WriteOne}. */
    record WroteOne(int unit, int register, int value) implements ModbusResponse {}

    /** Answer to {@link ModbusRequest.WriteMany}. */
    record WroteMany(int unit, int register, int count) implements ModbusResponse {}

    /**
     * An exception answer.
     *
     * @param function the function that was asked
     * @param code 1 function unknown, 2 register unknown, 3 value not allowed, 4 device failed, 6 busy
     */
    record Refused(int unit, int function, int code) implements ModbusResponse {}
}
