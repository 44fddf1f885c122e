package vn.luot.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import vn.luot.protocol.message.Plan;
import vn.luot.protocol.message.ScanKey;
import vn.luot.protocol.message.Text;

/** Whatever a scanner, or a mouse on its port, sends: it is some scan, and the next code is read. */
class ScanFuzzTest {
    private static final List<Plan.PriorityClass> CLASSES =
            List.of(new Plan.PriorityClass("elderly", new Text("Người cao tuổi", "Elderly person"), 60));

    @FuzzTest
    void readsACodeAfterAnyNoise(byte[] noise) {
        var decoder = new ScannerDecoder();
        decoder.decode(noise).forEach(ScanFuzzTest::read);
        decoder.decode(new byte[] {'\n'}).forEach(ScanFuzzTest::read);

        assertThat(decoder.decode("A1\r".getBytes(StandardCharsets.UTF_8))).containsExactly("A1");
    }

    private static void read(String code) {
        assertThat(Scan.of(code, CLASSES, LocalDate.of(2026, 11, 23), ScanKey.NONE))
                .isNotNull();
    }
}
