package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a centre calls its services: no byte of it is a command to the printer, in any of its ways. */
class WordsFuzzTest {
    private static final List<EscPosTicket> WAYS = List.of(
            new EscPosTicket(PrinterProfile.named("epson-tcvn3")),
            new EscPosTicket(PrinterProfile.named("epson-cp1258")),
            new EscPosTicket(PrinterProfile.named("generic-58mm")));

    @FuzzTest
    void sendsNoControlByteOfAnyText(byte[] name) {
        var text = new String(name, 0, Math.min(name.length, 24), StandardCharsets.UTF_8);
        var line = new PrintLine.Words(text);

        for (var way : WAYS) assertOnlyLayout(way.bytes(List.of(line)));
    }

    /** Reads the layout commands of a ticket one by one; what is left must be letters. */
    private static void assertOnlyLayout(byte[] ticket) {
        for (var i = 0; i < ticket.length; i += length(ticket, i)) {
            assertThat(length(ticket, i)).as("byte %02X at %d", ticket[i], i).isPositive();
        }
    }

    private static int length(byte[] b, int at) {
        return switch (b[at]) {
            case '\n' -> 1;
            case 0x1B -> b[at + 1] == '@' ? 2 : "atJE!".indexOf(b[at + 1]) >= 0 ? 3 : 0;
            case 0x1C -> b[at + 1] == '.' ? 2 : 0;
            case 0x1D ->
                b[at + 1] == 'v' ? 8 + word(b, at + 4) * word(b, at + 6) : "a!".indexOf(b[at + 1]) >= 0 ? 3 : 0;
            default -> b[at] >= 0 && b[at] < 0x20 || b[at] == 0x7F ? 0 : 1;
        };
    }

    private static int word(byte[] b, int at) {
        return (b[at] & 0xFF) + 256 * (b[at + 1] & 0xFF);
    }
}
