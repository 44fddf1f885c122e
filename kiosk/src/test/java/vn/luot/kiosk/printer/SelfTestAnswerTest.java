package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfTestAnswerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"A, TCVN3", "ac, TCVN3", "C, RASTER_LINES", "B C, CP1258"})
    void writesTheProfileOfTheBestThatAPersonFoundRight(String answer, PrinterProfile.TextMode mode)
            throws IOException {
        var file = folder.resolve("may-in.json");

        var said = ask(answer, file);

        assertThat(said).contains("[A] TCVN3", "[C] RASTER_LINES", "Đã ghi / written: " + file);
        assertThat(PrinterProfile.named(file.toString()))
                .isEqualTo(PrinterProfile.named("epson-tcvn3").with(mode));
    }

    @Test
    void writesNothingWhenNothingIsRight() throws IOException {
        var file = folder.resolve("may-in.json");

        assertThat(ask("", file)).contains("nothing written");

        assertThat(file).doesNotExist();
    }

    private static String ask(String answer, Path file) throws IOException {
        var screen = new StringWriter();
        new SelfTestAnswer(PrinterProfile.named("epson-tcvn3"), file)
                .ask(new BufferedReader(new StringReader(answer)), new PrintWriter(screen));
        return screen.toString();
    }
}
