package org.waymark.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Label;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Noun;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.source.Span;

/**
 * Checks the kinds of a shape as a whole: names of kinds and fields that do not exist, two kinds with one folder,
 * lists that cannot be built. A shape that passes can be planned without errors. What depends on a faulty file
 * is not checked, so one mistake is one finding.
 */
public final class ShapeCheck {
    /** How many kinds a shape may have. */
    static final int MOST_KINDS = 200;

    /** How many fields a kind may have. */
    static final int MOST_FIELDS = 300;

    /** How many choices all vocabularies together may have. */
    static final int MOST_CHOICES = 20_000;

    static final Set<String> OWN_KINDS = Set.of("site", "gone-entry", "route-ledger", "synonym");

    private final ShapeFindings findings;

    private ShapeCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    /**
     * The faults of a shape.
     *
     * @param findings each once
     * @param doubtful kinds whose entries cannot be checked, since it is not known which entries are theirs
     */
    public record Faults(List<Diagnostic> findings, Set<Kind> doubtful) {
        public Faults {
            findings = List.copyOf(findings);
            doubtful = Set.copyOf(doubtful);
        }
    }

    /** The findings about a shape whose files have no known errors. */
    public static List<Diagnostic> faults(Shape shape) {
        return faults(shape, Set.of()).findings();
    }

    /** The findings about a shape as a whole, in addition to those in its individual files. */
    public static Faults faults(Shape shape, Set<Kind> atFault) {
        var findings = new ShapeFindings(shape, atFault);
        new ShapeCheck(findings).check();
        return new Faults(findings.all(), findings.doubtful());
    }

    private void check() {
        bounds();
        if (findings.count() > 0) {
            return;
        }
        names();
        new PlaceCheck(findings).check();
        glossaries();
        for (Kind kind : findings.shape().kinds()) {
            findings.judge(kind, () -> new KindFieldsCheck(findings).check(kind));
        }
        for (Kind kind : findings.shape().kinds()) {
            findings.judge(kind, () -> uses(kind));
        }
    }

    /** A kind whose entries are unknown. The kinds of every site are unaffected. */
    public static Kind doubtful(Kind kind) {
        String name = OWN_KINDS.contains(kind.name()) ? kind.name() + "?" : kind.name();
        return Kind.unreadable(name, KindFile.NOWHERE, kind.origin());
    }

    /** The same shape, where it is not known which entries some kinds have. */
    public static Shape doubting(Shape shape, Set<Kind> kinds) {
        return kinds.isEmpty()
                ? shape
                : new Shape(
                        shape.name(),
                        shape.kinds().stream()
                                .map(kind -> kinds.contains(kind) ? doubtful(kind) : kind)
                                .toList(),
                        shape.vocabularies(),
                        shape.synonyms(),
                        shape.origins(),
                        shape.labels(),
                        shape.home());
    }

    /** Nouns have the forms that labels use. */
    private void names() {
        List<Noun> nouns = Stream.concat(
                        findings.shape().kinds().stream()
                                .filter(kind -> !findings.isAtFault(kind))
                                .map(Kind::noun),
                        findings.shape().vocabularies().values().stream()
                                .flatMap(vocabulary -> vocabulary.noun().stream()))
                .toList();
        findings.shape()
                .labels()
                .forEach((language, labels) -> labels.values().stream()
                        .flatMap(label -> label.sentences().stream())
                        .flatMap(sentence -> sentence.places().stream())
                        .map(Label.Place::form)
                        .filter(form -> !form.isEmpty() && !Noun.FORMS.contains(form))
                        .distinct()
                        .sorted()
                        .forEach(form -> name(language, form, nouns)));
    }

    private void name(String language, String form, List<Noun> nouns) {
        List<String> without = nouns.stream()
                .filter(noun -> !noun.others().containsKey(form))
                .map(noun -> "`" + noun.one() + "`")
                .toList();
        if (!without.isEmpty()) {
            findings.report(
                    Codes.MISSING_FIELD,
                    Span.startOf("content/shape/" + LabelFile.FOLDER + "/" + language + ".yaml"),
                    "these labels use the form `" + form + "` of names, but there is none of "
                            + String.join(", ", without),
                    "add it where each name is declared, such as `name: {one: course, many: courses, a: a course, forms: {"
                            + form + ": …}}`");
        }
    }

    private void bounds() {
        if (findings.shape().kinds().size() > MOST_KINDS) {
            findings.report(
                    Codes.TOO_LONG,
                    findings.shape().kinds().get(MOST_KINDS).origin().whole(),
                    "there are more than " + MOST_KINDS + " kinds",
                    "combine several kinds into one, with a field that distinguishes them");
        }
        for (Kind kind : findings.shape().kinds()) {
            if (kind.fields().size() > MOST_FIELDS) {
                findings.report(
                        Codes.TOO_LONG,
                        kind.placeOf("fields"),
                        kind.phrase() + " has more than " + MOST_FIELDS + " fields",
                        "move some of them to a kind of their own, and refer to it");
            }
        }
        int choices = 0;
        for (Vocabulary vocabulary : findings.shape().vocabularies().values()) {
            choices += vocabulary.options().size();
            if (choices > MOST_CHOICES) {
                findings.report(
                        Codes.TOO_LONG,
                        vocabulary.options().get(0).place(),
                        "the vocabularies have more than " + MOST_CHOICES + " choices in total",
                        "turn the longest into a kind, and refer to its entries");
                return;
            }
        }
    }

    /** Only one glossary can explain the words of texts. */
    private void glossaries() {
        List<Kind> all =
                findings.shape().kinds().stream().filter(Kind::isGlossary).toList();
        for (int i = 1; i < all.size(); i++) {
            Kind kind = all.get(i);
            findings.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            placeOf(kind, Role.DEFINITION),
                            all.get(0).phrase() + " has the role `" + Role.DEFINITION.word()
                                    + "` too, but a site has one glossary",
                            "keep the role in one of the two kinds")
                    .withNote(placeOf(all.get(0), Role.DEFINITION), "the other one is here"));
            findings.addFaulty(kind);
        }
    }

    private static Span placeOf(Kind kind, Role role) {
        return kind.field(role)
                .map(field -> kind.placeOf("roles", field.name()))
                .orElseGet(() -> kind.placeOf("roles"));
    }

    private void uses(Kind kind) {
        if (!kind.labelField().isRequired()) {
            findings.invalid(
                    kind.placeOf(kind.labelField()),
                    "`" + kind.labelField().name() + "` is the label of an entry, so every entry needs it",
                    "add `required: yes`");
        }
        kind.field(Role.PARENT)
                .filter(field -> field.itemType() instanceof Reference reference
                        && !reference.kinds().equals(List.of(kind.name())))
                .ifPresent(field -> findings.invalid(
                        placeOf(kind, Role.PARENT),
                        "`" + field.name() + "` names another kind, but an entry belongs to one of its own kind",
                        "name a field of the type `{type: reference, to: " + kind.name() + "}`"));
        if (kind.place() instanceof Kind.YamlList list
                && kind.field(list.nameField()).filter(Field::isRequired).isEmpty()) {
            findings.invalid(
                    kind.placeOf("id-from"),
                    "`" + list.nameField() + "` is not a field that every entry has",
                    "write the name of a field with `required: yes`");
            findings.doubt(kind);
        } else if (kind.place() instanceof Kind.YamlList list
                && kind.field(list.nameField())
                        .filter(field -> !field.display().isForReaders())
                        .isPresent()) {
            findings.invalid(
                    kind.placeOf("id-from"),
                    "readers see ids in addresses, but `" + list.nameField() + "` is for editors only",
                    "name another field, or let readers see this one");
        }
        new ListingCheck(findings).check(kind);
        kind.presentation().card().forEach(path -> findings.path(kind, path, "card"));
        kind.presentation()
                .contact()
                .forEach(written -> findings.path(kind, written, "contact")
                        .ifPresent(path -> findings.line(path, kind.placeOf("contact"))));
        kind.presentation().first().ifPresent(first -> new ShownFirstCheck(findings).check(kind, first));
        kind.presentation().search().words().forEach(path -> findings.path(kind, path, "search.words"));
        kind.presentation().search().names().forEach(path -> findings.path(kind, path, "search.names"));
        kind.presentation().eyebrow().ifPresent(name -> findings.path(kind, name, "eyebrow"));
        kind.presentation()
                .thing()
                .ifPresent(thing -> thing.properties().values().stream()
                        .flatMap(List::stream)
                        .forEach(path -> findings.path(kind, path, "schema-org.properties")));
        kind.presentation().openReferral().ifPresent(object -> new OpenReferralCheck(findings).check(kind, object));
        kind.expectedIn().ifPresent(expected -> expected(kind, expected));
    }

    private void expected(Kind kind, Kind.FieldOfKind expected) {
        Optional<Kind> naming = findings.named(expected.kind());
        if (naming.isEmpty()) {
            findings.unknownKind(kind.placeOf("expected-in"), expected.kind());
            return;
        }
        if (findings.isAtFault(naming.get())) {
            return;
        }
        boolean names = naming.get()
                .field(expected.field())
                .filter(field -> field.itemType() instanceof Reference reference
                        && reference.kinds().contains(kind.name()))
                .isPresent();
        if (!names) {
            findings.invalid(
                    kind.placeOf("expected-in"),
                    "`" + expected.field() + "` of " + naming.get().phrase() + " does not name "
                            + kind.noun().many(),
                    "write the name of a reference to this kind");
        }
    }
}
