package vn.luot.hub.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.luot.protocol.message.Json;

/**
 * The languages in which calls are spoken: those that come with the program, with what the centre keeps in a folder of its
 * own on top. There, each folder with a {@code manifest.json} is a language, and each {@code CLIP.wav} or {@code CLIP.mp3}
 * is heard instead of the shipped one. Reads the disk each time, so that what is put there counts at once.
 */
public final class VoicePacks {
    private static final Logger LOG = LoggerFactory.getLogger(VoicePacks.class);
    private static final String SHIPPED = "web/voice/";
    private static final String SETTINGS = "voice.json";
    private static final String MANIFEST = "manifest.json";
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z]{2,8})?");
    private static final Pattern CLIP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");
    private static final List<String> SOUNDS = List.of(".wav", ".mp3");

    private final Path folder;

    /** @param folder the centre's own packs; need not be there */
    public VoicePacks(Path folder) {
        this.folder = folder;
    }

    /**
     * What pages need before they speak: the settings of the program with the centre's own on top, every language there is,
     * and where the centre's own clips are.
     */
    ObjectNode settings() {
        var settings = (ObjectNode) shipped(SETTINGS).orElseThrow();
        own(SETTINGS).filter(JsonNode::isObject).ifPresent(own -> settings.setAll((ObjectNode) own));
        var languages = settings.withArray("languages");
        var listed = StreamSupport.stream(languages.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        ownLanguages().stream()
                .filter(language -> !listed.contains(language)
                        && own(language + "/" + MANIFEST).isPresent())
                .forEach(languages::add);
        var recorded = settings.putObject("recorded");
        languages.forEach(language -> recorded.set(language.asText(), recorded(language.asText())));
        return settings;
    }

    private ObjectNode recorded(String language) {
        var files = JsonNodeFactory.instance.objectNode();
        manifest(language)
                .ifPresent(manifest -> manifest.path("clips")
                        .fieldNames()
                        .forEachRemaining(clip -> ownClip(language, clip)
                                .ifPresent(file -> files.put(clip, file.getFileName() + "?v=" + changed(file)))));
        return files;
    }

    /** The manifest of a language, the centre's own before the shipped one; empty when there is no such language. */
    Optional<JsonNode> manifest(String language) {
        if (!LANGUAGE.matcher(language).matches()) return Optional.empty();
        var name = language + "/" + MANIFEST;
        return own(name).or(() -> shipped(name));
    }

    /** A clip of the centre's own; empty when there is none, or {@code file} is not the name of one. */
    Optional<Path> ownFile(String language, String file) {
        var dot = file.lastIndexOf('.');
        if (dot < 0 || !SOUNDS.contains(file.substring(dot))) return Optional.empty();
        if (!LANGUAGE.matcher(language).matches()
                || !CLIP.matcher(file.substring(0, dot)).matches()) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(language).resolve(file)).filter(Files::isRegularFile);
    }

    /** Whether the language has words under this name. */
    boolean hasClip(String language, String clip) {
        return CLIP.matcher(clip).matches()
                && manifest(language)
                        .filter(manifest -> manifest.path("clips").has(clip))
                        .isPresent();
    }

    /** Keeps a recording, whole or not at all, instead of the one before. */
    void keep(String language, String clip, byte[] wav) throws IOException {
        var pack = Files.createDirectories(folder.resolve(language));
        var fresh = Files.createTempFile(pack, "recording", ".tmp");
        Files.write(fresh, wav);
        Files.move(
                fresh,
                pack.resolve(clip + ".wav"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Goes back to the clip that came with the program. */
    void forget(String language, String clip) throws IOException {
        for (var sound : SOUNDS) Files.deleteIfExists(folder.resolve(language).resolve(clip + sound));
    }

    private Optional<Path> ownClip(String language, String clip) {
        return SOUNDS.stream()
                .flatMap(sound -> ownFile(language, clip + sound).stream())
                .findFirst();
    }

    private List<String> ownLanguages() {
        if (!Files.isDirectory(folder)) return List.of();
        var languages = new ArrayList<String>();
        try (var packs = Files.newDirectoryStream(folder, Files::isDirectory)) {
            packs.forEach(pack -> languages.add(pack.getFileName().toString()));
        } catch (IOException e) {
            LOG.warn("The voice packs in {} cannot be listed", folder, e);
        }
        return languages.stream().filter(LANGUAGE.asMatchPredicate()).sorted().toList();
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0; // it was taken away this moment
        }
    }

    /** A file somebody wrote by hand: one that cannot be read is named, and the shipped one is used. */
    private Optional<JsonNode> own(String name) {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file)) return Optional.empty();
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), JsonNode.class));
        } catch (IOException e) {
            LOG.warn("{} is not used, it cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> shipped(String name) {
        try (var file = VoicePacks.class.getClassLoader().getResourceAsStream(SHIPPED + name)) {
            return file == null ? Optional.empty() : Optional.of(Json.read(file.readAllBytes(), JsonNode.class));
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
