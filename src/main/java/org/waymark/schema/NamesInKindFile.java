package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.schema.PartName.Part;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Where a kind file, as typed, names fields, kinds and vocabularies, so renaming can follow each use. */
public final class NamesInKindFile {
    /**
     * A text that names something.
     *
     * @param path the keys above it, with dots: {@code search.words}, or a parameter of a field
     * @param group the names of the groups whose list of fields it is in, outermost first; empty elsewhere
     * @param field the field of the kind in whose declaration it is, if any
     * @param list the list that contains it, if any
     */
    public record Place(
            Part named,
            String path,
            List<String> group,
            Optional<String> field,
            Scalar written,
            Optional<Sequence> list) {
        public Place {
            group = List.copyOf(group);
        }

        /** The key above it: {@code words}. */
        public String part() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /** The top-level key above it: {@code search}. */
        public String firstWord() {
            int dot = path.indexOf('.');
            return isInFields() ? KindFile.FIELDS : dot < 0 ? path : path.substring(0, dot);
        }

        /** Whether it is part of a field's declaration. */
        public boolean isInFields() {
            return PARAMETERS.containsKey(path);
        }
    }

    /** What the parts of a kind file name, by their keys. A star matches any key. */
    private static final Map<String, Part> PARTS = new HashMap<>();

    /** What the parameters of a field name. */
    private static final Map<String, Part> PARAMETERS = new HashMap<>();

    static {
        new KindFile(Map.of(), Optional.empty()).parts().forEach(part -> collect(part.name(), part.type(), PARTS));
        Stream.concat(
                        FieldTypes.OF_CHANGE.stream(),
                        new FieldTypes(Map.of(), Optional.empty())
                                .parametersByType().values().stream().flatMap(List::stream))
                .forEach(parameter -> collect(parameter.name(), parameter.type(), PARAMETERS));
    }

    private static void collect(String path, FieldType<?> type, Map<String, Part> named) {
        if (type instanceof Group<?> group) {
            group.fields().forEach(part -> collect(path + "." + part.name(), part.type(), named));
        } else if (type instanceof ListOf<?> list) {
            collect(path, list.item(), named);
        } else if (type instanceof OneOrMany<?> some) {
            collect(path, some.item(), named);
        } else if (type instanceof MapOf<?> map) {
            collect(path + ".*", map.value(), named);
        } else if (type instanceof PartName<?> name) {
            named.put(path, name.part());
        }
    }

    /** The parts and parameters that are sentences and labels. */
    static final Set<String> TEXTS = Set.of(
            "listing.title",
            "listing.about",
            "listing.order.label",
            "listing.order.past.label",
            "listing.facets.label",
            "listing.facets.any",
            "listing.matrix.title",
            "listing.matrix.about",
            "listing.matrix.link",
            "statements.about",
            "review.evidence",
            "shown-first.label",
            "shown-first.none",
            "ask",
            "add");

    static final Set<String> TEXT_PARAMETERS = Set.of("label", "label-of-many", "shown-there-as", "help", "name");

    private static final String OF = "of";

    private final List<Place> places = new ArrayList<>();
    private final List<Scalar> texts = new ArrayList<>();

    private NamesInKindFile() {}

    /** All names in a file, in order. */
    public static List<Place> in(Mapping file) {
        return read(file).places;
    }

    /** The sentences and labels of a file, which editors and readers see. */
    public static List<Scalar> texts(Mapping file) {
        return read(file).texts;
    }

    private static NamesInKindFile read(Mapping file) {
        var names = new NamesInKindFile();
        for (Member member : file.members()) {
            Optional<Value> value = member.value();
            if (member.key().text().equals(KindFile.FIELDS)) {
                value.ifPresent(fields -> names.addFields(List.of(), fields));
            } else {
                value.ifPresent(part -> names.add(member.key().text(), part, Optional.empty()));
            }
        }
        return names;
    }

    private void add(String path, Value value, Optional<Sequence> list) {
        if (value instanceof Mapping mapping) {
            mapping.members()
                    .forEach(member -> member.value().ifPresent(below -> {
                        String any = path + ".*";
                        add(
                                PARTS.containsKey(any)
                                        ? any
                                        : path + "." + member.key().text(),
                                below,
                                Optional.empty());
                    }));
        } else if (value instanceof Sequence items) {
            items.items().forEach(item -> add(path, item, Optional.of(items)));
        } else if (value instanceof Scalar scalar) {
            if (TEXTS.contains(path)) {
                texts.add(scalar);
            }
            Optional.ofNullable(PARTS.get(path))
                    .ifPresent(named -> places.add(
                            new Place(named, path.replace(".*", ""), List.of(), Optional.empty(), scalar, list)));
        }
    }

    private void addFields(List<String> group, Value value) {
        if (value instanceof Mapping fields) {
            fields.members()
                    .forEach(field -> field.value().ifPresent(said -> {
                        var path = new ArrayList<>(group);
                        path.add(field.key().text());
                        addParameters(group, path, said);
                    }));
        }
    }

    /**
     * The names in the declaration of a field.
     *
     * @param group the groups that contain the field
     * @param path to the field
     */
    private void addParameters(List<String> group, List<String> path, Value value) {
        if (!(value instanceof Mapping parameters)) {
            return;
        }
        for (Member parameter : parameters.members()) {
            String word = parameter.key().text();
            Optional<Value> said = parameter.value();
            if (word.equals(KindFile.FIELDS)) {
                said.ifPresent(fields -> addFields(path, fields));
            } else if (word.equals(OF)) {
                said.ifPresent(item -> addParameters(group, path, item));
            } else if (TEXT_PARAMETERS.contains(word) && said.orElse(null) instanceof Scalar text) {
                texts.add(text);
            } else if (PARAMETERS.containsKey(word)) {
                said.ifPresent(named -> addScalars(word, group, path.get(0), named, Optional.empty()));
            }
        }
    }

    private void addScalars(String word, List<String> group, String field, Value value, Optional<Sequence> list) {
        if (value instanceof Sequence items) {
            items.items().forEach(item -> addScalars(word, group, field, item, Optional.of(items)));
        } else if (value instanceof Scalar scalar) {
            Optional.ofNullable(PARAMETERS.get(word))
                    .ifPresent(named -> places.add(new Place(named, word, group, Optional.of(field), scalar, list)));
        }
    }

    /**
     * The declaration of a field.
     *
     * @param path its name after those of the groups that it is in
     * @return with the fields that are declared beside it
     */
    public static Optional<Declaration> declaration(Mapping file, List<String> path) {
        return file.member(KindFile.FIELDS).flatMap(Member::value).flatMap(fields -> declaration(fields, path, 0));
    }

    /**
     * A field as declared in a file.
     *
     * @param beside all fields of its list
     */
    public record Declaration(Mapping beside, Member member) {}

    private static Optional<Declaration> declaration(Value fields, List<String> path, int step) {
        if (!(fields instanceof Mapping list)) {
            return Optional.empty();
        }
        Optional<Member> member = list.member(path.get(step));
        if (step == path.size() - 1) {
            return member.map(found -> new Declaration(list, found));
        }
        return member.flatMap(Member::value)
                .flatMap(NamesInKindFile::parts)
                .flatMap(parts -> declaration(parts, path, step + 1));
    }

    /** The fields of a group, or of a list of groups. */
    private static Optional<Value> parts(Value declared) {
        if (!(declared instanceof Mapping parameters)) {
            return Optional.empty();
        }
        return parameters
                .member(KindFile.FIELDS)
                .flatMap(Member::value)
                .or(() -> parameters.member(OF).flatMap(Member::value).flatMap(NamesInKindFile::parts));
    }
}
