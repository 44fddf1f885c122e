package vn.luot.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.luot.board.led.FrameTemplate;

/** The manual's tables of keys, beside the records that read them. */
class ManualTest {
    private static final Path MANUAL = Path.of("../docs/manual");
    private static final Pattern KEY = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void namesEveryKeyOfBoardsAndNoOther() throws IOException {
        assertThat(documented("boards.md", "## 3.", "## 4."))
                .isEqualTo(keys(BoardConfig.class, BoardConfig.Bus.class, BoardConfig.Board.class));
        assertThat(documented("boards.md", "## 6.", "| mục")).isEqualTo(keys(FrameTemplate.class));
    }

    @Test
    void namesEveryKeyOfKeypadsAndNoOther() throws IOException {
        assertThat(documented("keypads.md", "## Cài", "## Giao thức"))
                .isEqualTo(keys(BoardConfig.KeypadLine.class, BoardConfig.Pad.class));
    }

    private static Set<String> documented(String page, String from, String to) throws IOException {
        var text = Files.readString(MANUAL.resolve(page));
        return KEY.matcher(text.substring(text.indexOf(from), text.indexOf(to)))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Class<?>... records) {
        return Stream.of(records).flatMap(ManualTest::keysOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keysOf(Class<?> config) {
        return Arrays.stream(config.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .findFirst()
                .map(creator -> Arrays.stream(creator.getParameters())
                        .map(parameter ->
                                parameter.getAnnotation(JsonProperty.class).value()))
                .orElseGet(() -> Arrays.stream(config.getRecordComponents()).map(RecordComponent::getName));
    }
}
