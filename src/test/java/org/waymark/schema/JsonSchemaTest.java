package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.TestKinds;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;

/** Holds the JSON Schemas against their own standard, and the bundled content against them. */
class JsonSchemaTest {
    private static final List<Kind> KINDS = TestKinds.ALL.all();
    private static final List<SourceFile> CONTENT =
            ProjectReader.read(Path.of(".")).content();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @FieldSource("KINDS")
    void isASchemaOfTheDraft(Kind kind) {
        Schema draft = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), draft.validate(json(kind), InputFormat.JSON));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void takesTheBundledContent(Kind kind) {
        Schema schema = REGISTRY.getSchema(json(kind), InputFormat.JSON);
        List<SourceFile> files =
                CONTENT.stream().filter(file -> kind.claims(file.path())).toList();
        assertTrue(!files.isEmpty() || Set.of("gone-entry", "synonym").contains(kind.name()), kind.name());
        for (SourceFile file : files) {
            assertEquals(List.of(), schema.validate(fields(file), InputFormat.YAML), file.path());
        }
    }

    @Test
    void refusesWhatACheckRefuses() {
        Schema schema = REGISTRY.getSchema(json(TestKinds.ORGANISATION), InputFormat.JSON);
        String right = "name: Taurus\nkind: GP federation\nplace: 18\nregion: Midlands\nods-code: 0123\n";
        assertEquals(List.of(), schema.validate(right, InputFormat.YAML));
        assertFalse(schema.validate(right.replace("Midlands", "Midland"), InputFormat.YAML)
                .isEmpty());
        assertFalse(schema.validate(right.replace("place", "plaice"), InputFormat.YAML)
                .isEmpty());
    }

    private static String json(Kind kind) {
        return JsonMapper.builder().build().writeValueAsString(JsonSchema.of(kind));
    }

    /** The front matter of a text, or the whole of a file without one. */
    private static String fields(SourceFile file) {
        String text = file.text();
        return file.path().endsWith(".md") ? text.substring(4, text.indexOf("\n---", 4) + 1) : text;
    }
}
