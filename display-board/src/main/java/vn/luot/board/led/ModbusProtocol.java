package vn.luot.board.led;

import java.util.Optional;

final class ModbusProtocol implements BoardProtocol {
    private static final int LAST_UNIT = 247;

    @Override
    public String address(String address) {
        if (!address.matches("\\d{1,3}") || Integer.parseInt(address) > LAST_UNIT) {
            throw new IllegalArgumentException(
                    "địa chỉ Modbus «" + address + "» phải từ 1 đến 247" + " / a Modbus unit is 1 to 247");
        }
        return "" + Integer.parseInt(address);
    }

    @Override
    public Optional<String> reachesAll() {
        return Optional.of("" + ModbusRequest.BROADCAST);
    }

    @Override
    public boolean hasRows() {
        return false;
    }

    @Override
    public LedUnit unit(String address, int register, int dots) {
        return new ModbusDisplay(Integer.parseInt(address), register);
    }

    @Override
    public String toString() {
        return "modbus";
    }
}
