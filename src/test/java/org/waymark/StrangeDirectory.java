package org.waymark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.directory.Kinds;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Reference;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/**
 * A directory of kinds with a field of each type, and many more, whose values and words are texts that a test gives: one entry
 * of each kind for each text, in every field that accepts it.
 */
public final class StrangeDirectory {
    private static final Span PLACE = new Span("content/things/t.md", 1, 1, 1, 2);

    private static final String THING = """
            name: {one: ONE, many: MANY, a: A}
            folder: things
            fields:
              name: {type: line, max: 300, required: yes, prose: yes, help: its name}
              gist: {type: line, max: 300, prose: yes, help: what it is}
              others: {type: list, of: {type: line, max: 300}, help: other names}
              long: {type: text, help: a long text}
              longs: {type: list, of: text, help: long texts}
              size: {type: number, min: 0, help: a number}
              sizes: {type: list, of: {type: number, min: 0}, help: numbers}
              open: {type: yes-no, help: yes or no}
              day: {type: date, help: a day}
              since: {type: partial-date, help: a date}
              sort: {type: choice, from: sorts, help: a choice}
              sorts: {type: list, of: {type: choice, from: sorts}, help: choices}
              near: {type: reference, to: thing, shown-there-as: WORD, help: another thing}
              all-near: {type: list, of: {type: reference, to: thing}, help: other things}
              note: {type: reference, to: note, help: a note}
              site: {type: web-address, help: an address}
              sites: {type: list, of: web-address, help: addresses}
              mail: {type: e-mail, help: an address}
              code: {type: identifier, help: a code}
              figures: {type: list, of: figure, help: figures}
              sources: {type: list, of: citation, help: sources}
              one-group: {type: group, name: a group, help: a group, fields: {first: {type: line, max: 300, help: a}, second: {type: text, help: b}}}
              rows: {type: list, help: rows, of: {type: group, name: a row, fields: {first: {type: line, max: 300, help: a}, link: {type: web-address, help: b}, day: {type: date, help: c}}}}
              nested: {type: list, help: parts, of: {type: group, name: a part, fields: {first: {type: line, max: 300, help: a}, items: {type: list, help: items, of: {type: group, name: an item, fields: {first: {type: line, max: 300, help: a}, second: {type: text, help: b}}}}}}}
            MORE
            roles: {label: name, summary: gist, alternative-names: others}
            listing:
              as: finder
              order: {by: day, descending: yes, label: WORD, past: {after: day, label: WORD}}
              facets:
                - {word: sort, path: sort, label: WORD, any: WORD}
                - {word: near, path: near, label: WORD, any: WORD}
              matrix: {address: table, title: WORD, about: WORD, rows: near, columns: sort}
            navigation: 1
            card: [others, size, open, since, site, note]
            search: {words: [long, figures, rows.first]}
            ask: WORD
            add: WORD
            schema-org: {type: Thing, properties: {url: [site], about: [near]}}
            """;

    private static final String NOTE = """
            name: {one: ONE, many: MANY, a: A}
            file: notes
            fields:
              name: {type: line, max: 300, required: yes, help: its name}
              gist: {type: text, help: what it is}
              rows: {type: list, help: rows, of: {type: group, name: a row, fields: {first: {type: line, max: 300, help: a}, second: {type: text, help: b}}}}
            roles: {label: name, summary: gist}
            listing: {as: plain, title: WORD, about: WORD}
            navigation: 2
            """;

    private static final String SORTS = """
            name: {one: ONE, many: MANY, a: A}
            about: WORD
            about-each: "{label}"
            navigation: 3
            choices:
              - {id: one, label: LABEL, phrase: WORD}
              - {id: two, label: Two}
            """;

    private StrangeDirectory() {}

    /**
     * The directory.
     *
     * @param words of the shape: names of kinds, labels, titles
     * @param texts one for each entry
     */
    public static Project of(String words, List<String> texts) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("content/site.yaml", """
                title: Strange things
                summary: Things that nobody planned for.
                publisher: {name: Example Council, url: "https://www.example.org/"}
                language: en-GB
                base-url: https://strange.example.org/
                contact: {email: hello@example.org}
                source: {title: Notes, publisher: Example Council, url: "https://www.example.org/notes", published: 2024}
                shape: none
                """);
        String more = IntStream.range(0, 36)
                .mapToObj(i -> "  more-" + i + ": {type: line, max: 300, label: "
                        + HostileProject.quoted(cut(words, 50) + " " + i) + ", help: more}")
                .collect(Collectors.joining("\n"));
        files.put("content/shape/kinds/thing.yaml", withWords(THING, words).replace("MORE", more));
        files.put("content/shape/kinds/note.yaml", withWords(NOTE, words + "x"));
        files.put("content/shape/vocabularies/sorts.yaml", withWords(SORTS, words));
        Kinds kinds = Build.once()
                .check(project(files), TestProject.SETTINGS)
                .directory()
                .kinds();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String id = "t-" + i;
            Kind thing = kinds.named("thing").orElseThrow();
            files.put("content/things/" + id + ".md", "---\n" + fields(thing, id, text) + "---\n\nSome words.\n");
            files.merge(
                    "content/notes.yaml",
                    "- "
                            + fields(kinds.named("note").orElseThrow(), id, text)
                                    .replace("\n", "\n  ")
                                    .strip() + "\n",
                    String::concat);
        }
        return project(files);
    }

    private static Project project(Map<String, String> files) {
        return new Project(
                files.entrySet().stream()
                        .map(file -> SourceFile.of(file.getKey(), file.getValue()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                TestProject.small().templates(),
                TestProject.small().assets());
    }

    private static String withWords(String text, String words) {
        return text.replace("ONE", HostileProject.quoted(cut(words, 50)))
                .replace("MANY", HostileProject.quoted(cut(words, 50) + " many"))
                .replace(" A}", " " + HostileProject.quoted("a " + cut(words, 50)) + "}")
                .replace("LABEL", HostileProject.quoted(cut(words, 60)))
                .replace("WORD", HostileProject.quoted(cut(words, 60)));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static String fields(Kind kind, String id, String text) {
        return kind.fields().stream()
                .filter(field -> !field.name().equals("allow"))
                .map(field -> field.name() + ": "
                        + (field.equals(kind.labelField())
                                ? HostileProject.quoted(label(field, id, text))
                                : value(field, field.type(), id, text))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static String value(Field<?> field, FieldType<?> type, String id, String text) {
        if (type instanceof ListOf<?> items) {
            return "[" + value(field, items.item(), id, text) + "]";
        }
        if (type instanceof Group<?> group) {
            return group.fields().stream()
                    .map(part -> part.name() + ": " + value(part, part.type(), id, text))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (!type.choices().isEmpty()) {
            return HostileProject.quoted(type.choices().get(0));
        }
        if (type instanceof Reference reference) {
            return reference.kinds().get(0).equals("thing") ? "t-0" : noteOf(id, text);
        }
        return HostileProject.quoted(isTaken(field, type, text) ? text : type.example());
    }

    /** The id of the note with the same text. Its label is a line, like that of a thing. */
    private static String noteOf(String id, String text) {
        Field<?> label = Field.required("name", new Line(300, ""), "its name");
        return Id.from(label(label, id, text)).value();
    }

    /** The text with the id, so no two are the same; the id alone if the field refuses the text. */
    private static String label(Field<?> field, String id, String text) {
        String label = cut(text, 280) + " " + id;
        return isTaken(field, field.type(), label) ? label : id;
    }

    private static boolean isTaken(Field<?> field, FieldType<?> type, String text) {
        return HostileProject.isText(type)
                && type.decode(field.name(), new Scalar(text, PLACE))
                        .diagnostics()
                        .isEmpty();
    }
}
