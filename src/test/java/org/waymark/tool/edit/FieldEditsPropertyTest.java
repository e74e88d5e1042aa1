package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.TestKinds;
import org.waymark.TypedYaml;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.CommonFields;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * An edit of a field or list (after which its items are unique) changes only that field: all others keep their
 * meaning, and comments and line ends stay.
 */
class FieldEditsPropertyTest {
    private static final String PATH = "content/organisations/x.yaml";

    @Provide
    Arbitrary<TypedYaml> typed() {
        return TypedYaml.any();
    }

    @Provide
    Arbitrary<String> line() {
        return TypedYaml.line().filter(text -> !text.isEmpty());
    }

    @Provide
    Arbitrary<Integer> index() {
        return Arbitraries.integers().between(0, 2);
    }

    @Property(seed = "2")
    void givesAFieldAnotherValue(@ForAll("typed") TypedYaml typed, @ForAll("line") String text) {
        Map<String, Object> expected = new LinkedHashMap<>(typed.meaning());
        expected.put("name", text);
        assertEdited(typed, expected, fields -> fields.set(TestKinds.ORGANISATION.labelField(), text));
    }

    @Property(seed = "3")
    void addsToAList(@ForAll("typed") TypedYaml typed, @ForAll("line") String text) {
        Map<String, Object> expected = new LinkedHashMap<>(typed.meaning());
        var items = new ArrayList<>(items(typed));
        items.add(text);
        expected.put(CommonFields.FORMER_IDS.name(), items.stream().distinct().toList());
        assertEdited(
                typed, expected, fields -> fields.rewriteList(CommonFields.FORMER_IDS, Optional::of, List.of(text)));
    }

    @Property(seed = "4")
    void removesItemsFromAList(@ForAll("typed") TypedYaml typed, @ForAll("index") int index) {
        String gone = items(typed).get(index % items(typed).size());
        Map<String, Object> expected = new LinkedHashMap<>(typed.meaning());
        List<String> left = items(typed).stream()
                .filter(item -> !item.equals(gone))
                .distinct()
                .toList();
        if (left.isEmpty()) {
            expected.remove(CommonFields.FORMER_IDS.name());
        } else {
            expected.put(CommonFields.FORMER_IDS.name(), left);
        }
        EditedOnce once = edited(
                typed,
                fields -> fields.rewriteList(
                        CommonFields.FORMER_IDS, item -> Optional.of(item).filter(i -> !i.equals(gone)), List.of()));
        // Equal items may occur twice; both may stay.
        Map<String, Object> meaning = new LinkedHashMap<>(once.meaning());
        meaning.computeIfPresent(
                CommonFields.FORMER_IDS.name(),
                (name, list) -> ((List<?>) list).stream().distinct().toList());
        assertEquals(expected, meaning, once::text);
    }

    @Property(seed = "5")
    void removesAField(@ForAll("typed") TypedYaml typed) {
        Map<String, Object> expected = new LinkedHashMap<>(typed.meaning());
        expected.remove("name");
        assertEquals(
                expected,
                edited(typed, fields -> fields.remove(TestKinds.ORGANISATION.labelField()))
                        .meaning());
    }

    @SuppressWarnings("unchecked")
    private static List<String> items(TypedYaml typed) {
        return (List<String>) typed.meaning().get(CommonFields.FORMER_IDS.name());
    }

    private static void assertEdited(
            TypedYaml typed, Map<String, Object> expected, Function<FieldEdits, List<Edit>> edits) {
        EditedOnce once = edited(typed, edits);
        assertEquals(expected, once.meaning(), once::text);
        for (String comment : typed.comments()) {
            assertTrue(once.text().contains(comment), once::text);
        }
        String others = typed.text().contains("\r\n") ? "(?<!\r)\n" : "\r";
        assertEquals(once.text().replaceAll(others, ""), once.text());
    }

    private record EditedOnce(String text, Map<String, Object> meaning) {}

    private static EditedOnce edited(TypedYaml typed, Function<FieldEdits, List<Edit>> edits) {
        var file = SourceFile.of(PATH, typed.text());
        var fields = new FieldEdits(
                file, TestKinds.ORGANISATION, ContentReader.typedFields(file).get(0));
        String text = EditedText.of(typed.text(), edits.apply(fields));
        Outcome<Value> read = ContentReader.readYaml(SourceFile.of(PATH, text));
        assertEquals(List.of(), read.diagnostics(), text);
        Map<String, Object> meaning = new LinkedHashMap<>();
        ((Mapping) read.value().orElseThrow())
                .members()
                .forEach(member ->
                        meaning.put(member.key().text(), plain(member.value().orElseThrow())));
        return new EditedOnce(text, meaning);
    }

    private static Object plain(Value value) {
        return value instanceof Sequence sequence
                ? sequence.items().stream().map(FieldEditsPropertyTest::plain).toList()
                : ((Scalar) value).text();
    }
}
