package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Reference;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class NewEntryTest {
    private static final List<Kind> KINDS = TestKinds.ALL.forReaders();
    private static final Project SMALL = TestProject.small();
    private static final Directory DIRECTORY = directory(SMALL);

    @ParameterizedTest
    @FieldSource("KINDS")
    void writesAFileWithoutFindings(Kind kind) {
        FileChange change = entry(kind, required(kind));
        assertEquals(List.of(), errors(ChangedProject.of(SMALL, List.of(change))));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void writesOptionalFieldsAsUsableComments(Kind kind) {
        if (!(entry(kind, required(kind)) instanceof FileChange.Creation creation)) {
            return; // lists have no comments
        }
        String used = creation.text().replaceAll("(?m)^# ", "");
        for (Field<?> field : kind.fields()) {
            assertTrue(used.contains("\n" + field.name() + ":") || used.startsWith(field.name() + ":"), field.name());
        }
        Project project = ChangedProject.of(SMALL, List.of(new FileChange.Creation(creation.path(), used)));
        List<String> syntax = errors(project).stream()
                .map(finding -> finding.code().name())
                .filter(code -> List.of(
                                "invalid-yaml", "unknown-field", "missing-field", "invalid-value", "duplicate-key")
                        .contains(code))
                .toList();
        assertEquals(List.of(), syntax, used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "0123",
                "a: b",
                "#x",
                "a #b",
                "it's",
                "\"quoted\"",
                "'",
                "é ü 🚌",
                "- x",
                "[x]",
                "{x}",
                "null",
                "~",
                "&x",
                "*x",
                "!x",
                "%x",
                "@x",
                "`x",
                "x:",
                ": x",
                "? x",
                "|",
                ">",
                "---",
                "...",
                "a\\b",
                "a, b",
                "=",
                "<<",
                "2025-03-31",
                "1e3",
                "x\tx"
            })
    void preservesAnyValue(String value) {
        TypedFields fields = required(TestKinds.ORGANISATION);
        var other = new TypedFields(TestKinds.ORGANISATION);
        other.set("name", "Hub " + value);
        other.set("kind", value);
        other.set("place", value);
        other.set("region", "Midlands");
        Project project = ChangedProject.of(SMALL, List.of(entry(TestKinds.ORGANISATION, other)));
        Entry read = directory(project).shown(TestKinds.ORGANISATION).stream()
                .filter(organisation -> organisation.label().startsWith("Hub"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Optional.of(value),
                read.get(TestKinds.ORGANISATION.field("kind").orElseThrow(), String.class));
        assertEquals("Hub " + value, read.label());
        assertTrue(fields.has("name"));
    }

    @Test
    void refusesAnIdThatIsTaken() {
        for (String taken : List.of("extended-access", "Extended Access", "Extended-access", "services/x", "../x")) {
            assertThrows(
                    Refusal.class,
                    () -> NewEntry.of(
                            DIRECTORY,
                            SMALL,
                            TestKinds.SERVICE,
                            Optional.of(taken),
                            required(TestKinds.SERVICE),
                            Optional.empty()),
                    taken);
        }
        assertThrows(
                Refusal.class,
                () -> NewEntry.of(
                        DIRECTORY, SMALL, Site.KIND, Optional.empty(), new TypedFields(Site.KIND), Optional.empty()));
    }

    @Test
    void insertsATermInOrderAndKeepsComments() {
        String before = """
                # All terms

                # of GPs
                - term: PCN # short
                  definition: A group.

                - term: surgery
                  definition: A place.
                """;
        assertEquals(
                before.replace("# of GPs", "- term: Locum\n  definition: x\n\n# of GPs"), withTerm(before, "Locum"));
        assertEquals(
                before.replace("- term: surgery", "- term: Ring\n  definition: x\n\n- term: surgery"),
                withTerm(before, "Ring"));
        assertEquals(before + "\n- term: Ward\n  definition: x\n", withTerm(before, "Ward"));
        assertEquals("- term: Ward\n  definition: x\n", withTerm("", "Ward"));
        assertThrows(Refusal.class, () -> withTerm("[{term: PCN, definition: x}]\n", "Ward"));
        assertThrows(Refusal.class, () -> withTerm(before, "pcn"));
    }

    private static String withTerm(String glossary, String term) {
        Project project = TestProject.smallWith(SourceFile.of("content/glossary.yaml", glossary));
        var fields = new TypedFields(TestKinds.TERM);
        fields.set("term", term);
        fields.set("definition", "x");
        FileChange change =
                NewEntry.of(directory(project), project, TestKinds.TERM, Optional.empty(), fields, Optional.empty());
        return ChangedProject.of(project, List.of(change)).content().stream()
                .filter(file -> file.path().equals("content/glossary.yaml"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void readsGroupsMemberByMember() {
        var fields = new TypedFields(TestKinds.ALL.named("case-study").orElseThrow());
        fields.set("sources.title", "One");
        fields.set("sources.url", "https://www.example.org/1");
        fields.set("sources.title", "Two");
        fields.set("services", "a, b\\, c");
        fields.set("services", "d");
        assertEquals(
                "sources:\n  - title: One\n    url: https://www.example.org/1\n  - title: Two\n",
                line(fields, "sources"));
        assertEquals("services:\n  - a\n  - 'b, c'\n  - d\n", line(fields, "services"));
        for (String wrong : List.of("titel", "sources", "sources.urll", "title.x", "scale")) {
            assertThrows(Refusal.class, () -> fields.set(wrong, "x"), wrong);
        }
        assertThrows(Refusal.class, () -> fields.set("title", "a\nb"));
    }

    private static String line(TypedFields fields, String name) {
        Kind kind = TestKinds.ALL.named("case-study").orElseThrow();
        String text = EntryText.of(kind, fields.mapping(), "");
        int start = text.indexOf("\n" + name + ":") + 1;
        int end = start;
        do {
            end = text.indexOf('\n', end) + 1;
        } while (text.startsWith(" ", end));
        return text.substring(start, end);
    }

    private static FileChange entry(Kind kind, TypedFields fields) {
        return NewEntry.of(DIRECTORY, SMALL, kind, Optional.empty(), fields, Optional.empty());
    }

    private static TypedFields required(Kind kind) {
        var fields = new TypedFields(kind);
        kind.fields().stream().filter(Field::isRequired).forEach(field -> set(fields, field.name(), field));
        return fields;
    }

    private static void set(TypedFields fields, String path, Field<?> field) {
        FieldType<?> type = field.type() instanceof ListOf<?> items ? items.item() : field.type();
        if (type instanceof Group<?> group) {
            group.fields().stream()
                    .filter(Field::isRequired)
                    .forEach(part -> set(fields, path + "." + part.name(), part));
        } else if (type instanceof Reference reference) {
            fields.set(
                    path,
                    DIRECTORY
                            .declaredIds(reference.kinds().get(0))
                            .iterator()
                            .next()
                            .value());
        } else {
            fields.set(
                    path,
                    (path.matches("name|title|term") ? "Another " : "")
                            + field.type().example());
        }
    }

    private static Directory directory(Project project) {
        return Build.once().check(project, TestProject.SETTINGS).directory();
    }

    private static List<Diagnostic> errors(Project project) {
        return Build.once().check(project, TestProject.SETTINGS).diagnostics().stream()
                .filter(Diagnostic::isError)
                .toList();
    }
}
