package vn.luot.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The hub's description of itself, openapi.yaml. */
final class Description {
    private static final JsonNode DOCUMENT = read();

    private Description() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    /** The stable codes of problems. */
    static Set<String> codes() {
        return DOCUMENT.at("/components/schemas/Code/enum")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static JsonNode read() {
        try (var yaml = Description.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
