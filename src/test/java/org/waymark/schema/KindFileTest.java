package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

class KindFileTest {
    private static final String RECIPE = """
            name: {one: recipe, many: recipes, a: a recipe}
            folder: recipes
            fields:
              title: {type: line, max: 60, required: yes, example: Leek soup, help: its name}
              serves: {type: number, min: 1, example: 4, help: for how many it is}
              course: {type: choice, from: courses, help: when it is eaten}
              goes-with: {type: list, of: {type: reference, to: recipe}, help: what to eat with it}
              oven:
                type: group
                name: the oven
                help: how to set the oven
                fields:
                  degrees: {type: number, min: 50, help: how hot}
            roles: {label: title}
            includes: [former-ids]
            """;

    private static final Vocabulary COURSES = new Vocabulary(
            "courses",
            List.of(new Vocabulary.Option(
                    new Id("starter"),
                    "Starter",
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    false,
                    Span.startOf("courses"))));

    private static Outcome<Kind> read(String text) {
        SourceFile file = SourceFile.of("content/shape/kinds/recipe.yaml", text);
        Mapping mapping = (Mapping) ContentReader.readYaml(file).value().orElseThrow();
        return new KindFile(Map.of("courses", COURSES), Optional.empty())
                .decode(new Id("recipe"), mapping, Span.startOf(file.path()));
    }

    @Test
    void readsAnUnforeseenKind() {
        Outcome<Kind> outcome = read(RECIPE);
        assertEquals(List.of(), outcome.diagnostics());
        Kind kind = outcome.value().orElseThrow();
        assertEquals("a recipe", kind.phrase());
        assertEquals("content/recipes/leek-soup.md", kind.fileOf(new Id("leek-soup")));
        assertEquals(
                List.of("title", "serves", "course", "goes-with", "oven", "former-ids", "allow"),
                kind.fields().stream().map(Field::name).toList());
        assertEquals(
                List.of("title"),
                kind.fields().stream()
                        .filter(Field::isRequired)
                        .map(Field::name)
                        .toList());
    }

    @Test
    void decodesAnEntryOfIt() {
        SourceFile file = SourceFile.of(
                "content/recipes/a.md",
                "title: Soup\nserves: 4\ncourse: Starter\ngoes-with: [bread]\noven: {degrees: 200}\n");
        Kind kind = read(RECIPE).value().orElseThrow();
        Outcome<Fields> outcome = kind.decode(
                new Id("a"),
                (Mapping) ContentReader.readYaml(file).value().orElseThrow(),
                Span.startOf(file.path()),
                Optional.empty());
        assertEquals(List.of(), outcome.diagnostics());
        Fields fields = outcome.value().orElseThrow();
        assertEquals(Optional.of(4), fields.get(kind.field("serves").orElseThrow(), Integer.class));
        assertEquals(
                Optional.of("starter"),
                fields.get(kind.field("course").orElseThrow(), Vocabulary.Option.class)
                        .map(option -> option.id().value()));
        assertEquals(
                List.of("bread"),
                fields.all(Ref.class).map(ref -> ref.id().value()).toList());
        assertEquals(
                Optional.of(200),
                fields.get(kind.field("oven").orElseThrow(), Fields.class)
                        .flatMap(oven -> oven.get(oven.given().findFirst().orElseThrow(), Integer.class)));
    }

    /** Each mistake gives one finding, with its span. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type: line, max: 60 | type: lien, max: 60 | 4:17 invalid-value
                    type: line, max: 60 | type: line, maxx: 60 | 4:23 unknown-field
                    type: line, max: 60 | type: line | 4:11 missing-field
                    , help: its name | '' | 4:11 missing-field
                    max: 60 | max: many | 4:28 invalid-value
                    from: courses | from: corses | 6:32 invalid-value
                    serves: | Serves!: | 5:3 invalid-value
                    '{type: number, min: 1, example: 4, help: for how many it is}' | number | 5:3 invalid-value
                    'of: {type: reference, to: recipe}' | of: referense | 7:31 invalid-value
                    'of: {type: reference, to: recipe}' | 'of: {type: reference, to: A B}' | 7:53 invalid-value
                    'of: {type: reference, to: recipe}' | 'of: {to: recipe}' | 7:32 missing-field
                    'roles: {label: title}' | 'roles: {label: titel}' | 14:16 unknown-reference
                    'roles: {label: title}' | 'roles: {label: serves}' | 14:16 invalid-value
                    'roles: {label: title}' | 'roles: {label: title, order: title}' | 14:30 invalid-value
                    'roles: {label: title}' | 'roles: {order: serves}' | 14:8 invalid-value
                    'roles: {label: title}' | 'roles: {label: title, colour: title}' | 14:23 unknown-field
                    includes: [former-ids] | includes: [former-id] | 15:12 invalid-value
                    folder: recipes | 'file: recipes\nfolder: recipes' | 2:7 invalid-value
                    folder: recipes | 'text: no' | 1:1 invalid-value
                    folder: recipes | 'folder: ../recipes' | 2:9 invalid-value
                    many: recipes,  | '' | 1:8 missing-field
                    """)
    void reportsEachMistakeOnceAtItsPlace(String right, String wrong, String finding) {
        assertTrue(RECIPE.contains(right), right);
        Outcome<Kind> outcome = read(RECIPE.replace(right, wrong.replace("\\n", "\n")));
        assertEquals(
                List.of(finding),
                outcome.diagnostics().stream()
                        .map(found ->
                                found.span().startLine() + ":" + found.span().startColumn() + " " + found.code())
                        .toList(),
                () -> outcome.diagnostics().stream()
                        .map(Diagnostic::message)
                        .toList()
                        .toString());
    }
}
