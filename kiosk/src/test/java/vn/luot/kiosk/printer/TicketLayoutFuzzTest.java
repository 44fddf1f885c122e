package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import vn.luot.protocol.program.CannotStart;

/** Whatever stands in a template: it is laid out, or refused in one line that names the file. */
class TicketLayoutFuzzTest {
    private static final Slip SLIP = new Slip(Tickets.receipt("D012"), "vi");

    @FuzzTest
    void isATicketOrALineForItsAuthor(byte[] file) {
        try {
            var template = TicketLayout.of("phieu.json", new String(file, StandardCharsets.UTF_8));

            assertThat(template.ticket(SLIP, Tickets.plan())).isNotEmpty();
        } catch (CannotStart refusal) {
            assertThat(refusal.getMessage()).startsWith("phieu.json: ").doesNotContain("\n");
        }
    }
}
