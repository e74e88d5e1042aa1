package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.KindFile;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/**
 * A kind file that says {@code extends: shape}: it adds fields to those of the shape's file and changes some. A field that says
 * no type changes only what it says; one that says {@code after: place} comes after that field. Every other line takes the
 * place of the one with its name.
 */
final class KindExtension {
    private static final String EXTENDS = KindFile.EXTENDS.name();
    private static final String SHAPE = "shape";
    private static final String FIELDS = "fields";
    private static final String TYPE = "type";
    private static final String AFTER = "after";

    private final List<Diagnostic> found = new ArrayList<>();

    private KindExtension() {}

    /** Whether a file says that it extends another, as far as a line of it shows. */
    static boolean isOne(SourceFile file) {
        return file.text().startsWith(EXTENDS + ":") || file.text().contains("\n" + EXTENDS + ":");
    }

    /**
     * What a file says together with what it extends.
     *
     * @param base the file of the shape with the same name
     */
    static Outcome<Mapping> apply(Mapping own, Optional<SourceFile> base) {
        Optional<Member> said = own.member(EXTENDS);
        if (said.isEmpty()) {
            return Outcome.of(own);
        }
        Value value = said.get().value().orElse(said.get().key());
        if (!(value instanceof Scalar scalar && scalar.text().strip().equals(SHAPE))) {
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    value.span(),
                    "`extends` must be `shape`",
                    "write `extends: shape`, or remove the line to declare the whole kind"));
        }
        if (base.isEmpty()) {
            return Outcome.failed(
                    Diagnostic.of(
                            Codes.UNKNOWN_REFERENCE,
                            value.span(),
                            "the shape has no file of this name that could be extended",
                            "only a kind of the shape can be extended, by a file of its name; remove the line to declare all of it here"));
        }
        var extension = new KindExtension();
        Mapping shaped = (Mapping) ContentReader.readYaml(base.get()).value().orElseThrow();
        return Outcome.of(extension.merge(shaped, own), extension.found);
    }

    private Mapping merge(Mapping base, Mapping own) {
        Map<String, Member> members = new LinkedHashMap<>();
        base.members().forEach(member -> members.put(member.key().text(), member));
        for (Member member : own.members()) {
            String name = member.key().text();
            if (name.equals(EXTENDS)) {
                continue;
            }
            boolean areFields = name.equals(FIELDS)
                    && member.value().orElse(null) instanceof Mapping
                    && members.containsKey(FIELDS);
            members.put(name, areFields ? fields(Objects.requireNonNull(members.get(FIELDS)), member) : member);
        }
        return new Mapping(List.copyOf(members.values()), own.span());
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
        for (Member change : changes.members()) {
            String name = change.key().text();
            Optional<Member> after =
                    change.value().filter(Mapping.class::isInstance).flatMap(value -> ((Mapping) value).member(AFTER));
            byName.put(name, changed(Optional.ofNullable(byName.get(name)), change));
            if (!names.contains(name)) {
                names.add(name);
            }
            after.ifPresent(place -> move(names, name, place));
        }
        List<Member> members = names.stream()
                .map(name -> Objects.requireNonNull(byName.get(name)))
                .toList();
        return new Member(own.key(), Optional.of(new Mapping(members, changes.span())));
    }

    private void move(List<String> names, String name, Member after) {
        String place = after.value()
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip())
                .orElse("");
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

    /** A field as it is with a change: a change without a type keeps what it does not say. */
    private static Member changed(Optional<Member> before, Member change) {
        if (!(change.value().orElse(null) instanceof Mapping said)) {
            return change;
        }
        List<Member> parameters = said.members().stream()
                .filter(member -> !member.key().text().equals(AFTER))
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
