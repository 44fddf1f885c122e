package vn.luot.kiosk.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScannerDecoderTest {
    private final ScannerDecoder decoder = new ScannerDecoder();

    @Test
    void findsCodesWhereverTheyAreSplit() {
        var bytes = bytes("Đất\r\nLH1:x\rA012\n");
        for (var split = 0; split <= bytes.length; split++) {
            var codes = new ArrayList<>(decoder.decode(Arrays.copyOf(bytes, split)));
            codes.addAll(decoder.decode(Arrays.copyOfRange(bytes, split, bytes.length)));

            assertThat(codes).as("split at %d", split).containsExactly("Đất", "LH1:x", "A012");
        }
    }

    @Test
    void whatIsTooLongIsNoCodeAndTheNextOneIs() {
        assertThat(decoder.decode(bytes("x".repeat(ScannerDecoder.LONGEST) + "\n")))
                .containsExactly("x".repeat(ScannerDecoder.LONGEST));
        assertThat(decoder.decode(bytes("x".repeat(100_000)))).isEmpty();
        assertThat(decoder.decode(bytes("\rA012\r"))).containsExactly("", "A012");
    }

    @Test
    void halfACodeBeforeTheScannerWasGoneIsForgotten() {
        decoder.decode(bytes("0460"));
        decoder.forget();

        assertThat(decoder.decode(bytes("A012\n"))).containsExactly("A012");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
