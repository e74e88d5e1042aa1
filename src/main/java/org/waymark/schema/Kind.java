package org.waymark.schema;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;

/**
 * A kind of entry, declared once. Decoding, checks, JSON Schema and documentation come from it.
 *
 * @param name in the singular, kebab-case: {@code case-study}
 * @param noun what readers and editors call it
 * @param place where its entries are
 * @param address where its pages are, below the root of the site: {@code case-studies/}, or empty for the root itself. The
 *     entries of one file are on one page
 * @param formerFolders former names of its folder or address; addresses below these redirect
 * @param fields in the order in which editors write them
 * @param roles the fields that mean something to Waymark
 * @param listing how the site lists its entries
 * @param presentation how the site presents its entries
 * @param review who must check its entries, and how often; empty if that is up to each
 * @param expectedIn the field that should refer to each of its entries, since they say little by themselves
 * @param statements its entries that every site needs, such as a statement on accessibility
 * @param origin the location of its declaration
 * @param places the spans of its field declarations, by name; and of other names in its file, by path and name
 * @param isSound whether entries can be checked against it. Those of a kind with a faulty file exist, but nothing else
 *     is known about them
 */
public record Kind(
        String name,
        Noun noun,
        Place place,
        String address,
        List<Placed<Id>> formerFolders,
        List<Field<?>> fields,
        Map<Role, Field<?>> roles,
        Listing listing,
        Presentation presentation,
        Optional<ReviewPolicy> review,
        Optional<FieldOfKind> expectedIn,
        List<Statement> statements,
        Origin origin,
        Map<String, Span> places,
        boolean isSound) {
    /** A field of another kind, or a path from there. */
    public record FieldOfKind(String kind, String field) {
        @Override
        public String toString() {
            return field.isEmpty() ? kind : kind + "." + field;
        }
    }

    /**
     * An entry that readers of every site expect, and the law often requires.
     *
     * @param about what it tells readers: {@code how accessible the site is}
     */
    public record Statement(Id id, String about) {}

    /** A placeholder for the label if a file does not say which field it is. */
    static final Field<?> UNKNOWN_LABEL = Field.optional("?", new AnyValue<>(), "its name");

    public Kind {
        formerFolders = List.copyOf(formerFolders);
        statements = List.copyOf(statements);
        fields = Field.inPlace(fields);
        places = Map.copyOf(places);
        roles = inPlace(roles, fields);
        if (!roles.containsKey(Role.LABEL)) {
            throw new IllegalArgumentException(name + " has no label");
        }
    }

    /** The fields with roles, with their indexes among all fields. */
    private static Map<Role, Field<?>> inPlace(Map<Role, Field<?>> roles, List<Field<?>> fields) {
        Map<Role, Field<?>> placed = new EnumMap<>(Role.class);
        roles.forEach((role, field) -> {
            int place = field.placeIn(fields);
            placed.put(role, place < 0 ? field : fields.get(place));
        });
        return Map.copyOf(placed);
    }

    /** Where the entries of a kind are stored below {@code content}, and in which form. */
    public sealed interface Place {
        /** The folder or file, relative to the project. */
        String path();

        /** Whether entries have a body as well as fields. */
        default boolean hasBody() {
            return this instanceof MarkdownFolder;
        }

        /** Whether each entry has a file of its own. */
        default boolean isFolder() {
            return !(this instanceof YamlList || this instanceof YamlFile);
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

    /** One YAML file with a single entry. */
    public record YamlFile(String path) implements Place {}

    /** An unknown folder, since its declaration cannot be read; no file has this path. */
    public record UnknownPlace(String path) implements Place {}

    /** The name in the plural, as in addresses and folders: {@code case-studies}. */
    public String plural() {
        String path = place.path();
        int dot = path.lastIndexOf('.');
        return path.substring(path.lastIndexOf('/') + 1, dot < 0 ? path.length() : dot);
    }

    /** A kind of a file of settings, whose entries have no pages. */
    public static Kind ofSettings(String name, Noun noun, Place place, List<Field<?>> fields, Field<?> label) {
        return new Kind(
                name,
                noun,
                place,
                "",
                List.of(),
                fields,
                Map.of(Role.LABEL, label),
                Listing.NONE,
                Presentation.PLAIN,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Origin.at(Span.startOf(place.path())),
                Map.of(),
                true);
    }

    /**
     * A kind about which little more than its name is known.
     *
     * @param name of its file
     */
    public static Kind unreadable(String name, Place place, Origin origin) {
        String words = name.replace('-', ' ');
        return new Kind(
                name,
                new Noun(words, words, words),
                place,
                "",
                List.of(),
                List.of(),
                Map.of(Role.LABEL, UNKNOWN_LABEL),
                Listing.NONE,
                Presentation.PLAIN,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                origin,
                Map.of(),
                false);
    }

    /** The same kind, except that fields that refer to other kinds than these accept any value. */
    public Kind referringTo(Set<String> known) {
        return new Kind(
                name,
                noun,
                place,
                address,
                formerFolders,
                fields.stream()
                        .<Field<?>>map(field -> refersTo(field.itemType(), known)
                                ? field
                                : Field.optional(field.name(), new AnyValue<>(), field.doc()))
                        .toList(),
                roles,
                listing,
                presentation,
                review,
                expectedIn.filter(expected -> known.contains(expected.kind())),
                statements,
                origin,
                places,
                isSound);
    }

    private static boolean refersTo(FieldType<?> type, Set<String> known) {
        if (type instanceof Group<?> group) {
            return group.fields().stream().allMatch(part -> refersTo(part.itemType(), known));
        }
        return !(type instanceof Reference reference) || known.containsAll(reference.kinds());
    }

    /** What the list of its entries is called: {@code Case studies}. */
    public String title() {
        return listing.title()
                .orElseGet(() -> Character.toUpperCase(noun.many().charAt(0))
                        + noun.many().substring(1));
    }

    /** The span of a field's declaration. */
    public Span placeOf(Field<?> field) {
        return places.getOrDefault(field.name(), origin.whole());
    }

    /** The span of a part of its file, such as its {@code listing}. */
    public Span placeOf(String part) {
        return origin.of(part);
    }

    /** Whether its file contains a name itself. */
    public boolean writes(String path, String name) {
        return places.containsKey(KindFile.name(path, name));
    }

    /**
     * The span of a name in its file.
     *
     * @param path the keys above it, with dots: {@code search.words}, or a parameter of a field
     */
    public Span placeOf(String path, String written) {
        String first = path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
        return places.getOrDefault(KindFile.name(path, written), placeOf(first));
    }

    /** The name with its article, for messages: {@code a case study}. */
    public String phrase() {
        return noun.a();
    }

    /** The field that holds the name or title of an entry. */
    public Field<?> labelField() {
        return Objects.requireNonNull(roles.get(Role.LABEL));
    }

    /** The field that has a role. */
    public Optional<Field<?>> field(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** Whether its entries have one of the common fields. */
    public boolean has(Field<?> common) {
        int place = common.placeIn(fields);
        return place >= 0 && fields.get(place).type() == common.type();
    }

    /** Whether one of its fields, or a part of one, contains pictures: looking for them takes time. */
    public boolean hasPictures() {
        return hasPictures(fields);
    }

    private static boolean hasPictures(List<Field<?>> some) {
        for (Field<?> field : some) {
            FieldType<?> type = field.itemType();
            if (type == Picture.TYPE || (type instanceof Group<?> group && hasPictures(group.fields()))) {
                return true;
            }
        }
        return false;
    }

    /** The fields that name sources: citations, and the web addresses of a glossary. */
    public List<Field<?>> sources() {
        return fields.stream()
                .filter(field ->
                        field.itemType() == Citation.TYPE || (isGlossary() && field.itemType() instanceof WebAddress))
                .toList();
    }

    /** Whether texts explain the labels of its entries. */
    public boolean isGlossary() {
        return roles.containsKey(Role.DEFINITION);
    }

    /** A field by its name. */
    public Optional<Field<?>> field(String fieldName) {
        for (Field<?> field : fields) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Whether a word is the name of a field, or of a part of a group in one. */
    public boolean hasName(String word) {
        return hasName(fields, word);
    }

    private static boolean hasName(List<Field<?>> fields, String word) {
        return fields.stream()
                .anyMatch(field -> field.name().equals(word)
                        || (field.itemType() instanceof Group<?> group && hasName(group.fields(), word))
                        || (field.type() instanceof MapOf<?> map && map.keys().contains(word)));
    }

    /** Decodes the fields as far as possible; the outcome always has a value. */
    public Outcome<Fields> decode(Id id, Mapping mapping, Span start, Optional<Prose> body) {
        if (!isSound) {
            return Outcome.of(Fields.none(this, id, body, start));
        }
        return FieldDecoder.decode(noun.a(), fields, mapping, start, id, body);
    }

    /** The file in which an entry belongs. */
    public String fileOf(Id id) {
        return place.isFolder() ? place.path() + "/" + id + (place.hasBody() ? ".md" : ".yaml") : place.path();
    }

    /** Whether a file such as {@code content/services/x.md} contains one or more entries of this kind. */
    public boolean claims(String file) {
        if (!isSound && place.isFolder()) {
            return isIn(file, ".md") || isIn(file, ".yaml");
        }
        if (place instanceof MarkdownFolder) {
            return isIn(file, ".md");
        }
        return place instanceof YamlFolder ? isIn(file, ".yaml") : place.path().equals(file);
    }

    private boolean isIn(String file, String ending) {
        String folder = place.path() + "/";
        return file.startsWith(folder) && file.endsWith(ending) && file.indexOf('/', folder.length()) < 0;
    }

    /** The name identifies a kind; comparing all of its fields would add nothing. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Kind that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
