package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Judges what commands print as JSON by the schemas that are shipped, which here allow nothing that they do not name. */
public final class JsonOutput {
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private JsonOutput() {}

    /** @param name such as {@code findings} */
    public static void assertValid(String name, String json) {
        Schema schema = SCHEMAS.computeIfAbsent(name, JsonOutput::read);
        assertEquals(
                List.of(),
                schema.validate(json, InputFormat.JSON).stream()
                        .map(String::valueOf)
                        .toList(),
                json);
    }

    private static Schema read(String name) {
        try (InputStream in =
                JsonOutput.class.getResourceAsStream("/org/waymark/cli/output/" + name + ".schema.json")) {
            JsonNode schema = new JsonMapper().readTree(in.readAllBytes());
            close(schema);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        node.forEach(JsonOutput::close);
    }
}
