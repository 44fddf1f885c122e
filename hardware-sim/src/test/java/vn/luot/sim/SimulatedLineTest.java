package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.luot.protocol.program.CannotStart;

class SimulatedLineTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondDeviceDoesNotTakeTheNameOfTheFirst() throws IOException {
        var usual = folder.resolve("tty");
        var terminal = Files.createFile(folder.resolve("pts"));
        assertThat(SimulatedLine.free(usual)).isEqualTo(usual);

        Files.createSymbolicLink(usual, terminal);
        assertThat(SimulatedLine.free(usual)).isEqualTo(folder.resolve("tty-2"));
        Files.createSymbolicLink(folder.resolve("tty-2"), terminal);
        assertThat(SimulatedLine.free(usual)).isEqualTo(folder.resolve("tty-3"));

        Files.delete(terminal);
        assertThat(SimulatedLine.free(usual)).as("left behind").isEqualTo(usual);
    }

    @Test
    void neverReplacesSomebodysFile() throws IOException {
        var file = Files.createFile(folder.resolve("may-in.json"));
        var link = Files.createSymbolicLink(folder.resolve("tty"), file);

        assertThat(SimulatedLine.replaceable(link)).isEqualTo(link);
        assertThat(SimulatedLine.replaceable(folder.resolve("new"))).isEqualTo(folder.resolve("new"));
        assertThatThrownBy(() -> SimulatedLine.replaceable(file)).isInstanceOf(CannotStart.class);
    }
}
