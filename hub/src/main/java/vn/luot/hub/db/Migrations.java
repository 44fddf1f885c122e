package vn.luot.hub.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts that make the tables, as far as this program knows them. */
final class Migrations {
    static final String FOLDER = "db/migration";
    private static final Pattern NAME = Pattern.compile("V(\\d+)__\\w+\\.sql");

    private Migrations() {}

    /** Name of the script that runs last. */
    static String newest() throws IOException {
        var folder = Migrations.class.getResource("/" + FOLDER);
        if (folder == null) throw new IOException("the program is incomplete: no " + FOLDER);
        var newest = folder.openConnection() instanceof JarURLConnection jar
                ? newest(jar.getJarFile().stream().map(entry -> Path.of(entry.getName())))
                : newest(inFolder(Path.of(URI.create(folder.toString()))));
        return newest;
    }

    private static Stream<Path> inFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList().stream().map(file -> Path.of(FOLDER).resolve(file.getFileName()));
        }
    }

    private static String newest(Stream<Path> files) {
        return files.filter(file -> file.startsWith(FOLDER))
                .map(file -> file.getFileName().toString())
                .filter(NAME.asMatchPredicate())
                .max(Comparator.comparingInt(Migrations::version))
                .orElseThrow(() -> new UncheckedIOException(new IOException("no scripts in " + FOLDER)));
    }

    private static int version(String name) {
        var match = NAME.matcher(name);
        return match.matches() ? Integer.parseInt(match.group(1)) : 0;
    }
}
