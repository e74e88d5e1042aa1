package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.waymark.TestKinds;
import org.waymark.content.ContentReader;
import org.waymark.schema.CommonFields;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;

class FieldEditsTest {
    private static String without(String text, String... gone) {
        return rewritten(
                text, item -> Optional.of(item).filter(i -> !List.of(gone).contains(i)), List.of());
    }

    private static String with(String text, String... added) {
        return rewritten(text, Optional::of, List.of(added));
    }

    private static String rewritten(String text, Function<String, Optional<String>> change, List<String> added) {
        return edited(text, fields -> fields.rewriteList(CommonFields.FORMER_IDS, change, added));
    }

    private static String edited(String text, Function<FieldEdits, List<Edit>> edits) {
        var file = SourceFile.of("content/organisations/x.yaml", text);
        var fields = new FieldEdits(
                file, TestKinds.ORGANISATION, ContentReader.typedFields(file).get(0));
        return EditedText.of(text, edits.apply(fields));
    }

    @Test
    void addsToAListInBrackets() {
        assertEquals("former-ids: [a, b]\n", with("former-ids: [a]\n", "b"));
        assertEquals("former-ids: [ a, b ] # old\n", with("former-ids: [ a ] # old\n", "b"));
        assertEquals("former-ids: [a]\n", with("former-ids: []\n", "a"));
        assertEquals("former-ids: [a, b, ]\n", with("former-ids: [a, ]\n", "b"));
        assertEquals("former-ids: [a]\n", with("former-ids: [a]\n", "a"));
        assertEquals(
                "former-ids: [\n  a, # one\n  b, c # two\n]\n", with("former-ids: [\n  a, # one\n  b # two\n]\n", "c"));
    }

    @Test
    void addsToAListWithDashes() {
        assertEquals("former-ids:\n- a # x\n- b\nname: N\n", with("former-ids:\n- a # x\nname: N\n", "b"));
        assertEquals("former-ids:\n    - 'a'\n    - b", with("former-ids:\n    - 'a'", "b"));
        assertEquals("former-ids:\r\n  - a\r\n  - b\r\n# end\r\n", with("former-ids:\r\n  - a\r\n# end\r\n", "b"));
        assertEquals("former-ids:\n  -   a\n  - b\n\n\nname: N\n", with("former-ids:\n  -   a\n\n\nname: N\n", "b"));
    }

    @Test
    void givesAnEmptyFieldAValue() {
        assertEquals("former-ids: [a]\nname: N\n", with("former-ids:\nname: N\n", "a"));
        assertEquals("former-ids: [a] # none yet\n", with("former-ids: # none yet\n", "a"));
        assertEquals("former-ids: [a]\n", with("former-ids: ~\n", "a"));
        assertEquals("former-ids: [a]\n", with("former-ids: ''\n", "a"));
    }

    @Test
    void addsAFieldInDeclarationOrder() {
        assertEquals(
                "name: N # the name\nsummary: |\n  Long\n  text\n\nformer-ids: [a]\nallow: [unused-organisation]\n"
                        .replace("\n\nformer", "\nformer"),
                with("name: N # the name\nsummary: |\n  Long\n  text\nallow: [unused-organisation]\n", "a"));
        assertEquals("name: N\nformer-ids: [a]", with("name: N", "a"));
        assertEquals("former-ids: [a]\nallow: [x]\n", with("allow: [x]\n", "a"));
        assertEquals("{name: N, former-ids: [a], allow: [x]}\n", with("{name: N, allow: [x]}\n", "a"));
    }

    @Test
    void writesANewListInTheStyleOfOthers() {
        assertEquals("name: N\nformer-ids:\n  - a\n  - b\nallow:\n  - x\n", with("name: N\nallow:\n  - x\n", "a", "b"));
        assertEquals("name: N\nformer-ids:\n- a\nallow:\n- x\n", with("name: N\nallow:\n- x\n", "a"));
    }

    @Test
    void removesItems() {
        assertEquals("former-ids: [b]\n", without("former-ids: [a, b]\n", "a"));
        assertEquals("former-ids: [a]\n", without("former-ids: [a, b]\n", "b"));
        assertEquals("former-ids: [a]\n", without("former-ids: [a, b, c]\n", "b", "c"));
        assertEquals("former-ids: [b]\n", without("former-ids: [a, b, c]\n", "a", "c"));
        assertEquals(
                "former-ids:\n  # first\n  - b # two\n",
                without("former-ids:\n  # first\n  - a # one\n  - b # two\n", "a"));
        assertEquals(
                "former-ids: [\n  a, # one\n   # two\n]\n", without("former-ids: [\n  a, # one\n  b # two\n]\n", "b"));
    }

    @Test
    void removesAFieldThatBecomesEmpty() {
        assertEquals(
                "name: N\n# about them\nplace: P\n",
                without("name: N\n# about them\nformer-ids: [a] # x\nplace: P\n", "a"));
        assertEquals("name: N\nplace: P\n", without("name: N\nformer-ids:\n  - a\n  - b\nplace: P\n", "a", "b"));
        assertEquals("name: N", without("name: N\nformer-ids: [a]", "a"));
        assertEquals("{name: N, place: P}\n", without("{name: N, former-ids: [a], place: P}\n", "a"));
        assertEquals("{name: N}\n", without("{name: N, former-ids: [a]}\n", "a"));
    }

    @Test
    void changesAnItemInPlace() {
        assertEquals(
                "former-ids: ['b', c]\n",
                rewritten("former-ids: ['a', c]\n", i -> Optional.of(i.replace('a', 'b')), List.of()));
        assertEquals("former-ids: [\"b\"]\n", rewritten("former-ids: [\"a\"]\n", i -> Optional.of("b"), List.of()));
        assertEquals(
                "former-ids: [b, c]\n",
                rewritten("former-ids: [a, b, c]\n", i -> Optional.of(i.replace('a', 'b')), List.of()));
        assertEquals("former-ids: [c]\n", rewritten("former-ids: [a]\n", i -> Optional.empty(), List.of("c")));
    }

    @Test
    void quotesAmbiguousValues() {
        assertEquals(
                "former-ids: ['null', 'x: y', '#a', 'it''s: so']\n",
                with("former-ids: []\n", "null", "x: y", "#a", "it's: so"));
        assertEquals(
                "name: 'A: B'\n",
                edited("name: N\n", fields -> fields.set(TestKinds.ORGANISATION.labelField(), "A: B")));
        assertEquals(
                "name: \"A \\\"B\\\"\"\n",
                edited("name: \"N\"\n", fields -> fields.set(TestKinds.ORGANISATION.labelField(), "A \"B\"")));
        assertEquals(
                "name: it's # N\n",
                edited("name: N # N\n", fields -> fields.set(TestKinds.ORGANISATION.labelField(), "it's")));
    }
}
