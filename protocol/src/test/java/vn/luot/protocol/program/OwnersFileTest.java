package vn.luot.protocol.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {
    @TempDir
    private Path folder;

    @Test
    void keepsAKeyForItsOwnerOnly() throws IOException {
        var file = folder.resolve("audit.key");

        OwnersFile.writeKey(file, new byte[] {1, 2, 3});

        assertThat(OwnersFile.key(file)).containsExactly(1, 2, 3);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void goesOnWhereItWasKilledWhileWriting() throws IOException {
        var file = folder.resolve("token");
        var half = Files.writeString(folder.resolve("token.part"), "ha");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-rw-rw-"));

        OwnersFile.write(file, "whole");

        assertThat(file).content().isEqualTo("whole");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(half).doesNotExist();
    }

    @Test
    void leavesWhatWasThereUntilTheNewIsWhole() throws IOException {
        var file = folder.resolve("token");
        OwnersFile.write(file, "old");
        // A folder that is not empty cannot be replaced: the writing ends half way.
        Files.createDirectories(folder.resolve("token.part/in-the-way"));

        assertThat(catchThrowable(() -> OwnersFile.write(file, "new"))).isInstanceOf(IOException.class);

        assertThat(file).content().isEqualTo("old");
    }

    @Test
    void letsOthersReadWhatIsForAll() throws IOException {
        var file = folder.resolve("audit.pub");

        OwnersFile.writeForAll(file, "public");

        assertThat(permissions(file)).isEqualTo("rw-r--r--");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
