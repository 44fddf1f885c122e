package vn.luot.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No other test starts the scripts; what a merge left in one would be seen by its first user. */
class ScriptsTest {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @MethodSource
    void bashUnderstands(Path script) throws Exception {
        var bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(bash.waitFor()).isZero();
    }

    static Stream<Path> bashUnderstands() throws IOException {
        try (var packaging = Files.list(ROOT.resolve("hub/src/deb"))) {
            var scripts = packaging
                    .filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(ROOT.resolve("luot")), scripts.stream());
        }
    }
}
