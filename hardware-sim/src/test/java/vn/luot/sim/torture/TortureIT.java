package vn.luot.sim.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(900)
class TortureIT {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLostDoubledMadeUpOrDamagedByKillsPowerCutsABadDiskAndAnOldBackup() throws Exception {
        var said = new ArrayList<String>();

        var clean = new Torture(folder, 1, Torture.Effort.BRIEF, "", said::add).run();

        assertThat(clean).as(String.join("\n", said)).isTrue();
        assertThat(said.get(said.size() - 1))
                .matches("kills [1-9]\\d* acknowledged [1-9]\\d* lost 0 duplicate 0 ghost 0 corrupt 0");
    }
}
