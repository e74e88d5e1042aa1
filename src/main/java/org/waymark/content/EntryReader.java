package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.model.Document;
import org.waymark.schema.Entry;
import org.waymark.schema.Fields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
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

    /** Reads a file that a kind claims. What can be read is there, whatever is wrong with the rest. */
    static Outcome<List<Document>> read(SourceFile file, Kind<?> kind) {
        var reader = new EntryReader(Characters.printable(file));
        reader.diagnostics.addAll(Characters.check(file));
        List<Document> documents;
        if (kind.place() instanceof Kind.MarkdownFolder) {
            documents = List.of(reader.markdown(kind));
        } else if (kind.place() instanceof Kind.YamlList list) {
            documents = reader.list(kind, list);
        } else {
            documents = List.of(reader.yaml(kind));
        }
        return Outcome.of(documents, reader.diagnostics);
    }

    private Document markdown(Kind<?> kind) {
        Outcome<FrontMatter> found = FrontMatter.find(file);
        diagnostics.addAll(found.diagnostics());
        if (found.value().isEmpty()) {
            return unreadable(kind, file.text().isBlank() ? Optional.empty() : Optional.of(Prose.parse(file, 0)));
        }
        FrontMatter frontMatter = found.value().get();
        Prose body = Prose.parse(file, frontMatter.bodyStart());
        Mapping fields = mapping(frontMatter.fieldsStart(), frontMatter.fieldsEnd());
        return document(kind, fileName(), Id.from(fileName()), fields, Span.startOf(file.path()), Optional.of(body));
    }

    private Document yaml(Kind<?> kind) {
        if (file.text().isBlank()) {
            diagnostics.add(Diagnostic.of(
                    Codes.INVALID_YAML,
                    Span.startOf(file.path()),
                    "the file is empty",
                    "write a line `field: value` for each field; `waymark schema " + kind.name() + "` lists them"));
            return unreadable(kind, Optional.empty());
        }
        Mapping fields = mapping(0, file.text().length());
        return document(kind, fileName(), Id.from(fileName()), fields, Span.startOf(file.path()), Optional.empty());
    }

    private List<Document> list(Kind<?> kind, Kind.YamlList place) {
        Outcome<Value> outcome = YamlReader.read(file, 0, file.text().length());
        diagnostics.addAll(outcome.diagnostics());
        if (outcome.value().isEmpty()) {
            return List.of();
        }
        if (!(outcome.value().get() instanceof Sequence sequence)) {
            if (outcome.diagnostics().isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_YAML,
                        Span.startOf(file.path()),
                        "the file must be a list",
                        "begin each entry with a line `- " + place.nameField() + ": …`, the others indented below it"));
            }
            return List.of();
        }
        var documents = new ArrayList<Document>();
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
                documents.add(document(kind, name, Id.from(name), mapping, start, Optional.empty()));
            } else {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_YAML,
                        item.span(),
                        "an entry must have named values, such as `" + place.nameField() + ": …`"));
            }
        }
        return documents;
    }

    private Mapping mapping(int start, int end) {
        Outcome<Value> outcome = YamlReader.read(file, start, end);
        diagnostics.addAll(outcome.diagnostics());
        var none = new Mapping(List.of(), file.span(start, start));
        if (outcome.value().isEmpty()) {
            return none;
        }
        if (outcome.value().get() instanceof Mapping mapping) {
            return mapping;
        }
        diagnostics.add(Diagnostic.of(
                Codes.INVALID_YAML,
                outcome.value().get().span(),
                "this is not of the form `field: value`",
                "write the name of a field, a colon, a space and its value, each field on a line of its own"));
        return none;
    }

    private <E extends Entry> Document document(
            Kind<E> kind, String name, Id id, Mapping mapping, Span start, Optional<Prose> body) {
        boolean readable = !mapping.members().isEmpty() || diagnostics.isEmpty();
        if (!readable) {
            return new Document(kind, name, emptyFields(id, start, body), Optional.empty());
        }
        Outcome<Fields> outcome = kind.decode(id, mapping, start, body);
        Fields fields = outcome.value().orElseThrow();
        diagnostics.addAll(outcome.diagnostics());
        boolean complete = outcome.diagnostics().stream().noneMatch(Diagnostic::isError)
                && mapping.members().stream().allMatch(member -> member.value().isPresent());
        return new Document(
                kind, name, fields, complete ? Optional.of(kind.create().apply(fields)) : Optional.empty());
    }

    private Document unreadable(Kind<?> kind, Optional<Prose> body) {
        Id id = Id.from(fileName());
        return new Document(kind, fileName(), emptyFields(id, Span.startOf(file.path()), body), Optional.empty());
    }

    private static Fields emptyFields(Id id, Span start, Optional<Prose> body) {
        return new Fields(id, Map.of(), body, Origin.at(start));
    }

    private String fileName() {
        String path = file.path();
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
