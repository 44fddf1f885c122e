package vn.luot.board.led;

import java.util.Locale;
import java.util.Optional;

final class AlphaProtocol implements BoardProtocol {
    @Override
    public String address(String address) {
        if (!address.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("địa chỉ bảng «" + address + "» phải có hai chữ số hệ 16, như \"01\""
                    + " / a sign's address has two hexadecimal digits, such as \"01\"");
        }
        return address.toUpperCase(Locale.ROOT);
    }

    @Override
    public Optional<String> reachesAll() {
        return Optional.of("00");
    }

    @Override
    public boolean hasRows() {
        return true;
    }

    @Override
    public LedUnit unit(String address, int register, int dots) {
        return new AlphaSign(address, dots);
    }

    @Override
    public String toString() {
        return "alpha";
    }
}
