package vn.luot.kiosk;

import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * Where a kiosk's data is: on which machine, in which file. A copy is somewhere else, on the same disk or on another PC, and
 * so is a folder that was brought back from a backup.
 */
final class Home {
    private static final Path MACHINE = Path.of("/etc/machine-id");
    private static final int LOCALLY_GIVEN = 2;

    private Home() {}

    /** A name of the place of {@code file}, made when it does not exist. */
    static String of(Path file) throws IOException {
        var machine = Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : "";
        return machine + " " + networkCards() + " " + place(file);
    }

    /** The number of the file on its disk where files have one; the moment when it was made elsewhere. */
    private static String place(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix"))
            return "" + Files.getAttribute(file, "unix:ino");
        return ""
                + Files.readAttributes(file, BasicFileAttributes.class)
                        .creationTime()
                        .toMillis();
    }

    /** Only those that were built in: others come and go with containers and VPNs. */
    private static String networkCards() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .map(Home::address)
                .filter(address -> address != null && (address[0] & LOCALLY_GIVEN) == 0)
                .map(HexFormat.of()::formatHex)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static byte[] address(NetworkInterface card) {
        try {
            var address = card.getHardwareAddress();
            return address == null || address.length == 0 ? null : address;
        } catch (SocketException e) {
            return null;
        }
    }
}
