package vn.luot.kiosk.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.luot.protocol.program.CannotStart;

class PrinterProfileTest {
    @TempDir
    Path folder;

    @Test
    void everyProfileThatComesWithTheKioskIsReadable() {
        assertThat(PrinterProfile.names()).contains(PrinterProfile.DEFAULT, "epson-tcvn3");
        assertThat(PrinterProfile.names()).allSatisfy(name -> {
            var profile = PrinterProfile.named(name);
            assertThat(profile.columns()).isEqualTo(profile.dots() / 12);
            assertThat(profile.modes()).contains(profile.text());
        });
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
                .hasMessageContaining("generic-80mm, generic-58mm, epson-tcvn3");
    }

    @Test
    void aTechnicianMayBringAProfile() throws IOException {
        var file = Files.writeString(folder.resolve("bixolon.json"), """
                {"model": "SRP", "text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32, "lowerPage": 49, "capitalPage": 50,
                 "kanjiOff": false, "automaticStatus": true, "completion": "PAPER_STATUS", "cancel": "END_ERROR",
                 "cut": "PARTIAL", "qr": "NATIVE", "memory": "NONE", "feedBeforeCut": 3}
                """);

        assertThat(PrinterProfile.named(file.toString()).lowerPage()).isEqualTo(49);
    }

    @Test
    void aProfileWithAnUnknownKeyOrAMissingPageIsRefused() throws IOException {
        var typo = Files.writeString(folder.resolve("typo.json"), """
                {"model": "SRP", "text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32, "lowerPage": 49, "capitalPage": 50, "capitalPages": 50,
                 "kanjiOff": false, "automaticStatus": true, "completion": "PAPER_STATUS", "cancel": "END_ERROR",
                 "cut": "PARTIAL", "qr": "NATIVE", "memory": "NONE", "feedBeforeCut": 3}
                """);
        var pageless = Files.writeString(folder.resolve("pageless.json"), """
                {"model": "SRP", "text": "TCVN3", "dots": 512, "columns": 42, "lineDots": 32,
                 "kanjiOff": false, "automaticStatus": true, "completion": "PAPER_STATUS", "cancel": "END_ERROR",
                 "cut": "PARTIAL", "qr": "NATIVE", "memory": "NONE", "feedBeforeCut": 3}
                """);

        assertThatThrownBy(() -> PrinterProfile.named(typo.toString())).hasMessageContaining("capitalPages");
        assertThatThrownBy(() -> PrinterProfile.named(pageless.toString())).hasMessageContaining("lowerPage");
        assertThatThrownBy(() -> PrinterProfile.named("missing.json")).hasMessageContaining("missing.json");
    }

    @Test
    void namesTheLineAndTheKeyThatAreWrong() throws IOException {
        var file = Files.writeString(folder.resolve("may-in.json"), """
                {"model": "SRP",
                 "text": "TCVN3",
                 "dots": "many"}
                """);

        assertThatThrownBy(() -> PrinterProfile.named(file.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(file + ": cấu hình máy in không đúng, dòng 3 «dots»")
                .hasMessageContaining("line 3 «dots»");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mo\\ndel\": \"SRP\"}", "{\"model\": \"SRP\"", "{", "", "[]", "null"})
    void saysInOneLineWhatIsWrong(String text) throws IOException {
        var file = Files.writeString(folder.resolve("may-in.json"), text);

        assertThatThrownBy(() -> PrinterProfile.named(file.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(file + ": ")
                .message()
                .doesNotContain("\n", "Source");
    }
}
