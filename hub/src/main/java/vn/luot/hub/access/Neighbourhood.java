package vn.luot.hub.access;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Whose tries are counted together: those of an address, and with more patience those of its network, because in IPv6 whoever
 * has one address may come from 2^64 others. A hall with all its visitors may be one network, too: nobody in it must be able to
 * hold the others out.
 *
 * @param name of the address or the network
 * @param times how much more it may than an address alone
 */
public record Neighbourhood(String name, int times) {
    private static final int NETWORK_BYTES = 8;
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_TIMES = 10;

    /**
     * The address first; nothing else when no stranger has many of its kind.
     *
     * @param address in figures
     */
    public static List<Neighbourhood> of(String address) {
        var alone = new Neighbourhood(address, 1);
        var bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length != IPV6_BYTES || !isGlobal(bytes[0])) return List.of(alone);
        var network = HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64";
        return List.of(alone, new Neighbourhood(network, NETWORK_TIMES));
    }

    /**
     * Whether two addresses are surely of two machines. One machine has many of IPv6, which change by themselves, one of IPv4
     * beside them, and another when it speaks to itself.
     *
     * @param one in figures
     * @param other the same
     */
    public static boolean areTwoMachines(String one, String other) {
        var areBothIpv4 = one.indexOf(':') < 0 && other.indexOf(':') < 0;
        return areBothIpv4 && !one.equals(other) && isLoopback(one) == isLoopback(other);
    }

    private static boolean isLoopback(String ipv4) {
        return ipv4.startsWith("127.");
    }

    /** Out of 2000::/3, not loopback, link-local (fe80::/10) or of the site (fc00::/7). */
    private static boolean isGlobal(byte first) {
        return (first & 0xe0) == 0x20;
    }
}
