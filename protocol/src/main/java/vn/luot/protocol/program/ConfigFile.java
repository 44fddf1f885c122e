package vn.luot.protocol.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for options that are not on the command line: from the environment ({@code --token-file} is {@code
 * LUOT_TOKEN_FILE}), else from a properties file in UTF-8 ({@code token-file = /etc/luot/token}).
 */
final class ConfigFile implements IDefaultValueProvider {
    private final String name;
    private final Map<String, String> values;
    private final Map<String, String> environment;

    private ConfigFile(String name, Map<String, String> values, Map<String, String> environment) {
        this.name = name;
        this.values = values;
        this.environment = environment;
    }

    static ConfigFile none(Map<String, String> environment) {
        return new ConfigFile("", Map.of(), environment);
    }

    /** @throws BadConfig when the file cannot be read, or is not a properties file */
    static ConfigFile read(Path file, Map<String, String> environment) throws BadConfig {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadConfig(List.of(file + ": không đọc được tệp cấu hình, hãy kiểm tra đường dẫn và nội dung"
                    + " / cannot read the configuration file: check its path and content (" + e + ")"));
        }
        var values = new TreeMap<String, String>();
        for (var key : properties.stringPropertyNames())
            values.put(key, properties.getProperty(key).strip());
        return new ConfigFile(file.toString(), values, environment);
    }

    /** @throws BadConfig with one line for every key of the file that is not in {@code known} */
    void allow(Set<String> known) throws BadConfig {
        var unknown = values.keySet().stream()
                .filter(key -> !known.contains(key))
                .map(key -> unknown(key, known))
                .toList();
        if (!unknown.isEmpty()) throw new BadConfig(unknown);
    }

    private String unknown(String key, Set<String> known) {
        var nearest = known.stream()
                .min(Comparator.comparingInt((String other) -> distance(key, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
        return name + ": «" + key + " = " + values.get(key) + "»: không có khoá này, gần nhất là «" + nearest
                + "», hãy sửa hoặc xoá dòng này / unknown key, the nearest is \"" + nearest
                + "\": correct or delete the line";
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) return null;
        var key = key(option);
        var fromEnvironment = environment.get(variable(key));
        return fromEnvironment != null ? fromEnvironment : values.get(key);
    }

    /** Where the value of {@code option} comes from when it is not on the command line; empty when from nowhere. */
    String source(OptionSpec option) {
        var key = key(option);
        if (environment.containsKey(variable(key))) return variable(key);
        return values.containsKey(key) ? name : "";
    }

    /** The key of an option is its long name without dashes. */
    static String key(OptionSpec option) {
        return option.longestName().replaceFirst("^--?", "");
    }

    private static String variable(String key) {
        return "LUOT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** How many letters to change, add or drop to turn {@code a} into {@code b} (Levenshtein). */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) row[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
