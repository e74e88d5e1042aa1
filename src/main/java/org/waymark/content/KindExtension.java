package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.KindFile;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * A kind file that says {@code extends: shape}: it adds fields to those of the shape's file and changes some. A field that says
 * no type changes only the given properties; one that says {@code after: place} comes after that field, and one that
 * says {@code
 * replaces: place} is that field under another name. {@code without} names fields to leave out. Every other line replaces
 * the one with its name.
 */
final class KindExtension {
    static final String EXTENDS = KindFile.EXTENDS.name();
    private static final String SHAPE = "shape";
    private static final String FIELDS = "fields";
    private static final String ROLES = "roles";
    private static final String TYPE = "type";
    private static final String AFTER = "after";
    static final String WITHOUT = "without";
    /** In a file, the kind of the shape that it replaces; in a field, the field of that kind. */
    static final String REPLACES = "replaces";

    private final List<Diagnostic> found = new ArrayList<>();
    /** Whether a field is unknown, so nothing that names it can be checked. */
    private boolean isUnknown;

    private KindExtension() {}

    /** Whether a file says that it extends another, as far as a line of it shows. */
    static boolean isOne(SourceFile file) {
        return file.text().startsWith(EXTENDS + ":") || file.text().contains("\n" + EXTENDS + ":");
    }

    static boolean isExtension(Mapping file) {
        return file.has(EXTENDS);
    }

    /**
     * A file merged with what it extends. Lines from the shape get the span of the line that includes them, since the
     * file has no other.
     *
     * @param base the file of the shape with the same name
     */
    static Outcome<Mapping> apply(Mapping own, Optional<SourceFile> base) {
        return apply(own, base, false);
    }

    /**
     * Checks a file that declares a kind of the shape: either in full, or only what is different.
     *
     * @return a finding if it seems to be the latter, but does not say so
     */
    private static Optional<Diagnostic> forgotten(Mapping own, Optional<SourceFile> base) {
        boolean isWhole =
                base.isEmpty() || Stream.of(KindFile.NAME_OF_KIND, ROLES).anyMatch(own::has);
        return isWhole || own.members().isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        own.members().stream()
                                .map(Member::key)
                                .filter(key -> DidYouMean.nearest(key.text(), List.of(EXTENDS))
                                        .isPresent())
                                .findFirst()
                                .orElse(own.members().get(0).key())
                                .span(),
                        "the shape has a kind of this name, and this file does not say that it extends it",
                        "begin the file with `extends: shape`; or declare all of the kind here, with `name`, `folder`,"
                                + " `fields` and `roles`"));
    }

    /** The same, where lines from the shape keep their spans in the shape's file. */
    static Outcome<Mapping> withOrigins(Mapping own, Optional<SourceFile> base) {
        return apply(own, base, true);
    }

    private static Outcome<Mapping> apply(Mapping own, Optional<SourceFile> base, boolean hasOrigins) {
        Optional<Member> said = own.member(EXTENDS);
        if (said.isEmpty()) {
            return forgotten(own, base)
                    .<Outcome<Mapping>>map(Outcome::failed)
                    .orElseGet(() -> Outcome.of(withoutReplaces(own)));
        }
        Value value = said.get().value().orElse(said.get().key());
        if (!(value instanceof Scalar scalar && scalar.text().strip().equals(SHAPE))) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    value.span(),
                    "`extends` must be `shape`",
                    "write `extends: shape`, or remove the line to declare the whole kind"));
        }
        if (base.isEmpty() && own.has(REPLACES)) {
            return Outcome.failed(List.of()); // reported where it names what it replaces
        }
        if (base.isEmpty()) {
            return Outcome.failed(Diagnostic.of(
                    Codes.UNKNOWN_REFERENCE,
                    value.span(),
                    "the shape has no file of this name that could be extended",
                    "only a kind of the shape can be extended, by a file of its name, or by one that `replaces` it;"
                            + " remove the line to declare all of it here"));
        }
        var extension = new KindExtension();
        Value shaped = ContentReader.readYaml(base.get()).value().orElseThrow();
        Mapping merged = extension.merge(
                (Mapping) (hasOrigins ? shaped : at(said.get().key().span(), shaped)), own);
        return extension.isUnknown ? Outcome.failed(extension.found) : Outcome.of(merged, extension.found);
    }

    /**
     * What a kind and its fields are called in the shape.
     *
     * @return empty if they have the same names in the project
     */
    static Optional<Shape.NamesInShape> origin(Mapping own, String name, String nameInShape) {
        Map<String, String> fields = new LinkedHashMap<>();
        own.member(FIELDS)
                .flatMap(Member::value)
                .filter(Mapping.class::isInstance)
                .ifPresent(declared -> ((Mapping) declared)
                        .members()
                        .forEach(field -> parameter(field, REPLACES)
                                .flatMap(Member::value)
                                .ifPresent(replaced -> fields.put(field.key().text(), text(replaced)))));
        return fields.isEmpty() && name.equals(nameInShape)
                ? Optional.empty()
                : Optional.of(new Shape.NamesInShape(nameInShape, fields));
    }

    private static Mapping withoutReplaces(Mapping own) {
        return own.has(REPLACES)
                ? new Mapping(
                        own.members().stream()
                                .filter(member -> !member.key().text().equals(REPLACES))
                                .toList(),
                        own.span())
                : own;
    }

    private Mapping merge(Mapping base, Mapping own) {
        Map<String, Member> members = new LinkedHashMap<>();
        base.members().forEach(member -> members.put(member.key().text(), member));
        Member shaped = Objects.requireNonNull(members.get(FIELDS)); // each kind of a shape has fields
        Set<String> needed = own.has(ROLES) ? Set.of() : withRoles(base);
        Member left = without(shaped, own.member(WITHOUT), needed);
        members.put(FIELDS, left);
        for (Member member : own.members()) {
            String name = member.key().text();
            if (name.equals(EXTENDS) || name.equals(REPLACES) || name.equals(WITHOUT)) {
                continue;
            }
            boolean areFields = name.equals(FIELDS) && member.value().orElse(null) instanceof Mapping;
            members.put(name, areFields ? fields(left, member) : member);
        }
        return new Mapping(List.copyOf(members.values()), own.span());
    }

    /** The fields of the shape except those that the file leaves out. */
    private Member without(Member base, Optional<Member> without, Set<String> needed) {
        Optional<Value> said = without.flatMap(Member::value);
        if (said.isEmpty()) {
            return base;
        }
        if (said.get() instanceof Scalar several && several.text().indexOf(',') > 0) {
            found.add(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    several.span(),
                    "`" + WITHOUT + "` must be a list, but found `"
                            + several.text().strip() + "`",
                    "write it as a list: `" + WITHOUT + ": [" + several.text().strip() + "]`"));
            return base;
        }
        List<Value> names = said.get() instanceof Sequence list ? list.items() : List.of(said.get());
        Mapping shaped = (Mapping) base.value().orElseThrow();
        var left = new LinkedHashMap<String, Member>();
        shaped.members().forEach(member -> left.put(member.key().text(), member));
        for (Value item : names) {
            String name = text(item);
            if (needed.contains(name)) {
                found.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        item.span(),
                        "`" + name + "` has a role in the shape, so it cannot be left out",
                        "give its role to another field under `roles:`, or keep the field"));
            } else if (left.remove(name) == null) {
                found.add(unknown(item.span(), name, "that could be left out", shaped));
            }
        }
        return new Member(base.key(), Optional.of(new Mapping(List.copyOf(left.values()), shaped.span())));
    }

    /** The fields that have a role. */
    private static Set<String> withRoles(Mapping base) {
        return base.member(ROLES).flatMap(Member::value).stream()
                .filter(Mapping.class::isInstance)
                .flatMap(roles -> ((Mapping) roles).members().stream())
                .flatMap(role -> role.value().stream())
                .map(KindExtension::text)
                .collect(Collectors.toSet());
    }

    private static Value at(Span place, Value value) {
        if (value instanceof Mapping mapping) {
            return new Mapping(
                    mapping.members().stream()
                            .map(member -> new Member(
                                    new Scalar(member.key().text(), place),
                                    member.value().map(said -> at(place, said))))
                            .toList(),
                    place);
        }
        if (value instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> at(place, item)).toList(), list.isInBrackets(), place);
        }
        return new Scalar(((Scalar) value).text(), place);
    }

    private static String text(Value value) {
        return value instanceof Scalar scalar ? scalar.text().strip() : "";
    }

    private static Diagnostic unknown(Span span, String name, String what, Mapping shaped) {
        List<String> known =
                shaped.members().stream().map(member -> member.key().text()).toList();
        return Diagnostic.of(
                Codes.UNKNOWN_REFERENCE,
                span,
                "the shape has no field `" + name + "` " + what,
                DidYouMean.question(name, known).orElse("its fields are " + String.join(", ", known)));
    }

    private Member fields(Member base, Member own) {
        Mapping shaped = (Mapping) base.value().orElseThrow();
        Mapping changes = (Mapping) own.value().orElseThrow();
        var names = new ArrayList<String>();
        Map<String, Member> byName = new LinkedHashMap<>();
        for (Member member : shaped.members()) {
            names.add(member.key().text());
            byName.put(member.key().text(), member);
        }
        changes.members()
                .forEach(change -> parameter(change, REPLACES)
                        .ifPresent(replaced -> rename(names, byName, change, replaced, shaped)));
        for (Member change : changes.members()) {
            String name = change.key().text();
            if (isMisspelt(change, byName)) {
                found.add(unknown(change.key().span(), name, "that could be changed", shaped));
                continue;
            }
            byName.put(name, changed(Optional.ofNullable(byName.get(name)), change));
            if (!names.contains(name)) {
                names.add(name);
            }
            parameter(change, AFTER).ifPresent(place -> move(names, name, place));
        }
        List<Member> members = names.stream()
                .map(name -> Objects.requireNonNull(byName.get(name)))
                .toList();
        return new Member(own.key(), Optional.of(new Mapping(members, changes.span())));
    }

    private static Optional<Member> parameter(Member field, String word) {
        return field.value().filter(Mapping.class::isInstance).flatMap(value -> ((Mapping) value).member(word));
    }

    private void rename(
            List<String> names, Map<String, Member> byName, Member change, Member replaced, Mapping shaped) {
        String old = replaced.value().map(KindExtension::text).orElse("");
        String name = change.key().text();
        Member before = byName.get(old);
        if (before == null || byName.containsKey(name)) {
            isUnknown = true;
            found.add(
                    before == null
                            ? unknown(
                                    replaced.value()
                                            .map(Value::span)
                                            .orElse(replaced.key().span()),
                                    old,
                                    "that `" + name + "` could replace",
                                    shaped)
                            : Diagnostic.of(
                                    Codes.INVALID_VALUE,
                                    change.key().span(),
                                    "the shape has a field `" + name + "` already",
                                    "give this one another name"));
            return;
        }
        byName.remove(old);
        byName.put(name, new Member(change.key(), before.value()));
        names.set(names.indexOf(old), name);
    }

    private void move(List<String> names, String name, Member after) {
        String place = after.value().map(KindExtension::text).orElse("");
        if (!names.contains(place) || place.equals(name)) {
            found.add(Diagnostic.of(
                    Codes.UNKNOWN_REFERENCE,
                    after.value().map(Value::span).orElse(after.key().span()),
                    "no field is called `" + place + "`, after which `" + name + "` could come",
                    DidYouMean.question(place, names).orElse("write the name of a field of this kind")));
            return;
        }
        names.remove(name);
        names.add(names.indexOf(place) + 1, name);
    }

    /** Whether a change has no type, and names no field, but is close to the name of one. */
    private static boolean isMisspelt(Member change, Map<String, Member> before) {
        return !before.containsKey(change.key().text())
                && change.value().filter(Mapping.class::isInstance).isPresent()
                && parameter(change, TYPE).isEmpty()
                && DidYouMean.nearest(change.key().text(), before.keySet()).isPresent();
    }

    /** A field with a change applied: without a type, it keeps everything that the change does not mention. */
    private static Member changed(Optional<Member> before, Member change) {
        if (!(change.value().orElse(null) instanceof Mapping said)) {
            return change;
        }
        List<Member> parameters = said.members().stream()
                .filter(member -> !member.key().text().equals(AFTER)
                        && !member.key().text().equals(REPLACES))
                .toList();
        if (!said.has(TYPE) && before.isPresent() && before.get().value().orElse(null) instanceof Mapping base) {
            Map<String, Member> merged = new LinkedHashMap<>();
            base.members().forEach(member -> merged.put(member.key().text(), member));
            parameters.forEach(member -> merged.put(member.key().text(), member));
            parameters = List.copyOf(merged.values());
        }
        return new Member(change.key(), Optional.of(new Mapping(parameters, said.span())));
    }
}
