package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

/**
 * A kind of entry, declared once. Decoding, checks, JSON Schema and documentation come from it.
 *
 * @param name in the singular, kebab-case: {@code case-study}
 * @param phrase with its article, for messages: {@code a case study}
 * @param place where its entries are
 * @param type the record of its entries
 * @param fields in the order in which editors write them; the first is the name or title
 * @param create makes that record from fields that were decoded without an error
 */
public record Kind<E extends Entry>(
        String name, String phrase, Place place, Class<E> type, List<Field<?>> fields, Function<Fields, E> create) {
    public Kind {
        fields = List.copyOf(fields);
    }

    /** Where the entries of a kind are below {@code content}, and in which form. */
    public sealed interface Place {
        /** The folder or file, relative to the project. */
        String path();

        /** Whether entries have a text as well as fields. */
        default boolean hasBody() {
            return this instanceof MarkdownFolder;
        }

        /** Whether each entry has a file of its own. */
        default boolean isFolder() {
            return this instanceof MarkdownFolder || this instanceof YamlFolder;
        }
    }

    /** A folder with a Markdown file for each entry, which begins with its fields. */
    public record MarkdownFolder(String path) implements Place {}

    /** A folder with a YAML file for each entry. */
    public record YamlFolder(String path) implements Place {}

    /**
     * One YAML file with a list of entries.
     *
     * @param nameField the field from which an entry's id is made
     */
    public record YamlList(String path, String nameField) implements Place {}

    /** One YAML file with the only entry there is. */
    public record YamlFile(String path) implements Place {}

    /** The name in the plural, as in addresses and folders: {@code case-studies}. */
    public String plural() {
        String path = place.path();
        int dot = path.lastIndexOf('.');
        return path.substring(path.lastIndexOf('/') + 1, dot < 0 ? path.length() : dot);
    }

    /** The field by which people call an entry: by convention the first. */
    public Field<?> labelField() {
        return fields.get(0);
    }

    /** Decodes the fields as far as they can be; the outcome always has a value. */
    public Outcome<Fields> decode(Id id, Mapping mapping, Span start, Optional<Prose> body) {
        return FieldDecoder.decode(phrase, fields, mapping, start, id, body);
    }

    /** The file in which an entry belongs. */
    public String fileOf(Id id) {
        return place.isFolder() ? place.path() + "/" + id + (place.hasBody() ? ".md" : ".yaml") : place.path();
    }

    /** Whether a file such as {@code content/services/x.md} holds an entry, or the entries, of this kind. */
    public boolean claims(String file) {
        if (place instanceof MarkdownFolder) {
            return isIn(file, ".md");
        }
        return place instanceof YamlFolder ? isIn(file, ".yaml") : place.path().equals(file);
    }

    private boolean isIn(String file, String ending) {
        String folder = place.path() + "/";
        return file.startsWith(folder) && file.endsWith(ending) && file.indexOf('/', folder.length()) < 0;
    }

    /** There is one kind of a name; comparing all of its fields would say no more. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Kind<?> that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
