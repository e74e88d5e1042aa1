package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Reads the entries of one file. */
final class EntryReader {
    private final SourceFile file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private EntryReader(SourceFile file) {
        this.file = file;
    }

    /**
     * Reads a file that a kind claims, and verifies the fixes of its findings. Whatever can be read is returned,
     * whatever is wrong with the rest.
     */
    static Outcome<List<Entry>> read(SourceFile file, Kind kind) {
        Outcome<List<Entry>> read = readOnce(file, kind);
        return new Outcome<>(
                read.value(),
                VerifiedFixes.of(
                        file,
                        read.diagnostics(),
                        edited -> readOnce(edited, kind).diagnostics()));
    }

    private static Outcome<List<Entry>> readOnce(SourceFile file, Kind kind) {
        OrdinarySpaces spaces = OrdinarySpaces.of(Characters.printable(file));
        SourceFile printable = spaces.file();
        var reader = new EntryReader(printable);
        if (!kind.isSound()) {
            return Outcome.of(List.of(reader.unjudged(kind)));
        }
        reader.diagnostics.addAll(spaces.diagnostics());
        boolean isReadable = Characters.isReadable(printable);
        if (!isReadable && Characters.isUtf16(file)) {
            reader.diagnostics.add(Characters.utf16(file));
            return Outcome.of(List.of(reader.unreadable(kind, Optional.empty())), reader.diagnostics);
        }
        Optional<Diagnostic> other = OtherFormat.find(file);
        if (other.isPresent()) {
            return Outcome.of(List.of(reader.unreadable(kind, Optional.empty())), List.of(other.get()));
        }
        Optional<Diagnostic> conflict = MergeConflict.find(printable);
        if (conflict.isPresent()) {
            return Outcome.of(List.of(reader.unreadable(kind, Optional.empty())), List.of(conflict.get()));
        }
        List<Entry> entries;
        if (kind.place() instanceof Kind.MarkdownFolder) {
            entries = List.of(reader.markdown(kind));
        } else if (kind.place() instanceof Kind.YamlList list) {
            entries = reader.list(kind, list);
        } else {
            entries = List.of(reader.yaml(kind));
        }
        if (!isReadable) {
            reader.diagnostics.removeIf(finding -> Characters.isUnreadable(printable, finding.span()));
            reader.diagnostics.replaceAll(Characters::withoutLostFix);
            reader.diagnostics.addAll(Characters.check(file));
        }
        return Outcome.of(entries, reader.diagnostics);
    }

    private Entry markdown(Kind kind) {
        Outcome<FrontMatter> found = FrontMatter.find(file);
        diagnostics.addAll(found.diagnostics());
        if (found.value().isEmpty()) {
            return unreadable(kind, isUnreadable() ? Optional.empty() : Optional.of(Prose.parse(file, 0)));
        }
        FrontMatter frontMatter = found.value().get();
        Optional<Diagnostic> tooLong = tooLong(frontMatter.bodyStart());
        if (tooLong.isPresent()) {
            diagnostics.add(tooLong.get());
            return unreadable(kind, Optional.empty());
        }
        Prose body = Prose.parse(file, frontMatter.bodyStart());
        body.unseen().forEach(place -> diagnostics.add(Characters.unseen(place)));
        Optional<Mapping> fields = mapping(kind, frontMatter.fieldsStart(), frontMatter.fieldsEnd());
        boolean isSound = found.diagnostics().isEmpty();
        MisplacedFields misplaced = MisplacedFields.find(file, kind, frontMatter);
        diagnostics.addAll(misplaced.diagnostics());
        return entry(
                kind,
                fields.filter(mapping -> isSound || !mapping.members().isEmpty())
                        .map(mapping -> withNames(mapping, misplaced.names())),
                Optional.of(body));
    }

    /** The fields together with those that are elsewhere, so they are not reported as missing. */
    private static Mapping withNames(Mapping mapping, Set<String> names) {
        if (names.isEmpty()) {
            return mapping;
        }
        var members = new ArrayList<>(mapping.members());
        names.stream()
                .filter(name -> !mapping.has(name))
                .forEach(name -> members.add(new Value.Member(
                        new Scalar(name, Span.startOf(mapping.span().path())), Optional.empty())));
        return new Mapping(members, mapping.span());
    }

    /** Whether nothing above says which fields are missing, or nothing could be read. */
    private boolean isUnreadable() {
        return file.text().isBlank() || tooLong(0).isPresent();
    }

    /** Reports what would take too long to parse in a body. */
    private Optional<Diagnostic> tooLong(int bodyStart) {
        return Prose.tooLong(file, bodyStart)
                .map(EntryReader::tooLong)
                .or(() -> Prose.tooLarge(file, bodyStart).map(EntryReader::tooLarge));
    }

    private static Diagnostic tooLarge(Span place) {
        return Diagnostic.of(
                Codes.TOO_LONG,
                place,
                String.format(
                        Locale.ROOT,
                        "with this table, the tables of the text have more than %,d cells",
                        Prose.MOST_CELLS),
                "remove columns or rows, or publish the table as a file");
    }

    private static Diagnostic tooLong(Span place) {
        return Diagnostic.of(
                Codes.TOO_LONG,
                place,
                String.format(
                        Locale.ROOT,
                        "there are more than %,d characters here without an empty line between them",
                        Prose.LONGEST_PARAGRAPH),
                "divide them into paragraphs, with an empty line between them");
    }

    private Entry yaml(Kind kind) {
        if (isEmpty()) {
            diagnostics.add(Diagnostic.of(
                    Codes.INVALID_YAML,
                    Span.startOf(file.path()),
                    "the file is empty",
                    "write a line `field: value` for each field; `waymark schema " + kind.name() + "` lists them"));
            return unreadable(kind, Optional.empty());
        }
        return entry(kind, mapping(kind, 0, file.text().length()), Optional.empty());
    }

    /** Whether the file contains only comments and entry markers. */
    private boolean isEmpty() {
        return file.text().lines().allMatch(line -> line.isBlank() || line.startsWith("#") || line.equals("---"));
    }

    private List<Entry> list(Kind kind, Kind.YamlList place) {
        Outcome<Value> outcome = YamlReader.read(file, 0, file.text().length(), kind::hasName);
        diagnostics.addAll(outcome.diagnostics());
        if (outcome.value().isEmpty()) {
            return List.of(unreadable(kind, Optional.empty()));
        }
        if (!(outcome.value().get() instanceof Sequence sequence)) {
            if (outcome.diagnostics().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_YAML,
                        outcome.value().get().span(),
                        "the file must be a list",
                        "begin each entry with a line `- " + place.nameField() + ": …`, the others indented below it"));
            }
            return List.of(unreadable(kind, Optional.empty()));
        }
        var entries = new ArrayList<Entry>();
        for (Value item : sequence.items()) {
            if (item instanceof Mapping mapping) {
                String name = mapping.member(place.nameField())
                        .flatMap(Value.Member::value)
                        .filter(Scalar.class::isInstance)
                        .map(value -> ((Scalar) value).text())
                        .orElse("");
                Span start = mapping.members().isEmpty()
                        ? mapping.span()
                        : mapping.members().get(0).key().span();
                entries.add(entry(kind, name, Id.from(name), mapping, start, Optional.empty()));
            } else {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_YAML,
                        item.span(),
                        "an entry must have named values, such as `" + place.nameField() + ": …`"));
            }
        }
        return entries;
    }

    /** The fields in a part of the file; empty if it has none, which is reported. */
    private Optional<Mapping> mapping(Kind kind, int start, int end) {
        Outcome<Value> outcome = YamlReader.read(file, start, end, kind::hasName);
        diagnostics.addAll(outcome.diagnostics());
        Value value = outcome.value().orElseGet(() -> new Mapping(List.of(), file.span(start, start)));
        if (value instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        diagnostics.add(Diagnostic.of(
                Codes.INVALID_YAML,
                value.span(),
                "this is not of the form `field: value`",
                "write the name of a field, a colon, a space and its value, each field on a line of its own"));
        return Optional.empty();
    }

    private Entry entry(Kind kind, Optional<Mapping> fields, Optional<Prose> body) {
        Id id = Id.from(fileName());
        Span start = Span.startOf(file.path());
        return fields.map(mapping -> entry(kind, fileName(), id, mapping, start, body))
                .orElseGet(() -> unreadable(kind, body));
    }

    private Entry entry(Kind kind, String name, Id id, Mapping mapping, Span start, Optional<Prose> body) {
        boolean allBroken = !mapping.members().isEmpty()
                && mapping.members().stream().allMatch(member -> member.value().isEmpty());
        if (allBroken) {
            return new Entry(kind, name, file, Fields.none(kind, id, body, start), false);
        }
        Outcome<Fields> outcome = kind.decode(id, mapping, start, body);
        Fields fields = outcome.value().orElseThrow();
        diagnostics.addAll(outcome.diagnostics());
        return new Entry(kind, name, file, fields, fields.isComplete());
    }

    /** An entry whose kind cannot be used to check it. It keeps its text, as a target for links. */
    private Entry unjudged(Kind kind) {
        boolean hasText = file.path().endsWith(".md") && Characters.isReadable(file);
        return unreadable(
                kind,
                Optional.of(file)
                        .filter(text -> hasText)
                        .flatMap(text -> FrontMatter.find(text).value())
                        .map(FrontMatter::bodyStart)
                        .filter(start -> tooLong(start).isEmpty())
                        .map(start -> Prose.parse(file, start)));
    }

    /** A placeholder for an entry, or for a list of them, without any readable field. */
    private Entry unreadable(Kind kind, Optional<Prose> body) {
        String name = kind.place() instanceof Kind.YamlList ? "" : fileName();
        Id id = Id.from(name);
        return new Entry(kind, name, file, Fields.none(kind, id, body, Span.startOf(file.path())), false);
    }

    private String fileName() {
        String path = file.path();
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
