package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.TestKinds;
import org.waymark.content.ProjectShape;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import tools.jackson.databind.json.JsonMapper;

/** Validates the JSON Schemas against their own standard, and the bundled content against the schemas. */
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
        assertTrue(
                !files.isEmpty()
                        || Set.of("bank-holidays", "gone-entry", "synonym").contains(kind.name()),
                kind.name());
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

    /**
     * The files of shapes: those that are packed into the jar, and those of the guide, which declare and extend kinds.
     */
    @Test
    void takesTheFilesOfShapes() throws IOException {
        var shape = new Shape("any", List.of(), vocabularies("areas", "levels", "subjects"), List.of());
        Map<String, Map<String, Object>> schemas = ProjectShape.schemas(shape);
        Schema draft = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        schemas.values().forEach(schema -> assertEquals(List.of(), draft.validate(text(schema), InputFormat.JSON)));
        String guide = Files.readString(Path.of("src/docs/shapes.md"));
        Matcher fence = Pattern.compile(
                        "```yaml content/shape/(kind|vocabular)(?:s|ies)/[a-z-]+\\.yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(guide);
        int found = 0;
        while (fence.find()) {
            Schema schema = REGISTRY.getSchema(
                    text(schemas.get(fence.group(1).equals("kind") ? "shape-kind" : "shape-vocabulary")),
                    InputFormat.JSON);
            boolean isWrong = fence.group(2).contains("type: lin,");
            assertEquals(
                    isWrong, !schema.validate(fence.group(2), InputFormat.YAML).isEmpty(), fence.group());
            found++;
        }
        assertTrue(found > 6, "examples of the guide");
        Schema kinds = REGISTRY.getSchema(text(schemas.get("shape-kind")), InputFormat.JSON);
        String right =
                "name: {one: a, many: b, a: c}\nfolder: x\nfields:\n  t: {type: line, max: 9, help: h}\nroles: {label: t}\n";
        assertEquals(List.of(), kinds.validate(right, InputFormat.YAML));
        for (String wrong : List.of(
                right.replace("max: 9, ", ""),
                right.replace("max", "min"),
                right.replace("label", "lable"),
                right.replace("folder", "foldre"),
                right.replace("type: line, max: 9", "type: choice, from: arees"),
                right.replace("roles: {label: t}\n", ""))) {
            assertFalse(kinds.validate(wrong, InputFormat.YAML).isEmpty(), wrong);
        }
    }

    private static Map<String, Vocabulary> vocabularies(String... names) {
        return Stream.of(names).collect(Collectors.toMap(name -> name, name -> new Vocabulary(name, List.of())));
    }

    private static String text(Map<String, Object> schema) {
        return JsonMapper.builder().build().writeValueAsString(schema);
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
