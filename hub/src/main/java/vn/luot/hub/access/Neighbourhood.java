package vn.luot.hub.access;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who counts as one caller when tries are counted. In IPv6 whoever has one address has the network's other 2^64, too, and could
 * come from a new one each time.
 */
public final class Neighbourhood {
    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    private Neighbourhood() {}

    /** @param address in figures */
    public static String of(String address) {
        var bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != IPV6_BYTES) return address;
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
    }
}
