package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.program.CannotStart;

class PrinterProfileTest {
    @TempDir
    Path folder;

    @Test
    void everyProfileThatComesWithTheKioskIsReadable() {
        assertThat(PrinterProfile.names()).contains(PrinterProfile.DEFAULT, "epson-tcvn3");
        assertThat(PrinterProfile.names())
                .allSatisfy(
                        name -> assertThat(PrinterProfile.named(name).dots()).isEqualTo(576));
    }

    @Test
    void anUnknownPrinterGetsRasterLines() {
        assertThat(PrinterProfile.named(PrinterProfile.DEFAULT).text()).isEqualTo(PrinterProfile.TextMode.RASTER_LINES);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatThrownBy(() -> PrinterProfile.named("epson"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("không có cấu hình máy in «epson»")
                .hasMessageContaining("no such printer profile")
                .hasMessageContaining("generic-80mm, epson-tcvn3");
    }

    @Test
    void aTechnicianMayBringAProfile() throws IOException {
        var file = Files.writeString(folder.resolve("bixolon.json"), """
                {"text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32, "lowerPage": 49, "capitalPage": 50,
                 "kanjiOff": false, "completion": "PAPER_STATUS", "feedBeforeCut": 3}
                """);

        assertThat(PrinterProfile.named(file.toString()).lowerPage()).isEqualTo(49);
    }

    @Test
    void aProfileWithAnUnknownKeyOrAMissingPageIsRefused() throws IOException {
        var typo = Files.writeString(folder.resolve("typo.json"), """
                {"text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32, "lowerPage": 49, "capitalPage": 50, "capitalPages": 50,
                 "kanjiOff": false, "completion": "PAPER_STATUS", "feedBeforeCut": 3}
                """);
        var pageless = Files.writeString(folder.resolve("pageless.json"), """
                {"text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32,
                 "kanjiOff": false, "completion": "PAPER_STATUS", "feedBeforeCut": 3}
                """);

        assertThatThrownBy(() -> PrinterProfile.named(typo.toString())).hasMessageContaining("capitalPages");
        assertThatThrownBy(() -> PrinterProfile.named(pageless.toString())).hasMessageContaining("lowerPage");
        assertThatThrownBy(() -> PrinterProfile.named("missing.json")).hasMessageContaining("missing.json");
    }
}
