package vn.luot.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.luot.hub.queue.Role;

/** The table of the manual that says who may do what. */
final class RoleMatrix {
    private static final Path MANUAL = Path.of("../docs/manual/security.md");
    private static final String MAY = "●";

    private RoleMatrix() {}

    /** @param address method and path, as the description has it, perhaps with a query */
    record Row(String address, Set<Role> allowed) {
        Answer askedBy(Caller caller) {
            var words = address.split(" ");
            var path = words[1].replace("{counter}", "1")
                    .replace("{verb}", "recall")
                    .replace("{version}", "1")
                    .replaceAll("\\{\\w+}", "nobody");
            return caller.send(words[0], path, null);
        }

        String described() {
            return address.replaceAll("\\?.*", "");
        }

        @Override
        public String toString() {
            return address;
        }
    }

    /** Every row; signing out comes last, because it ends the sessions. */
    static Stream<Row> rows() {
        var lines = lines();
        var head = cells(lines.get(0));
        var roles = head.subList(1, head.size()).stream()
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        assertThat(roles)
                .as("whoever may sign in")
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Role.HOLDER)));
        return lines.stream()
                .skip(2)
                .map(line -> row(cells(line), roles))
                .sorted(Comparator.comparing(row -> row.address().equals("DELETE /api/session")));
    }

    private static Row row(List<String> cells, List<Role> roles) {
        var allowed = EnumSet.noneOf(Role.class);
        IntStream.range(0, roles.size())
                .filter(i -> cells.get(i + 1).equals(MAY))
                .forEach(i -> allowed.add(roles.get(i)));
        return new Row(cells.get(0).replace("`", ""), allowed);
    }

    private static List<String> lines() {
        try (var lines = Files.lines(MANUAL)) {
            return lines.dropWhile(line -> !line.startsWith("| địa chỉ"))
                    .takeWhile(line -> line.startsWith("|"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}
