package org.waymark.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Choice;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Label;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Line;
import org.waymark.schema.ListOf;
import org.waymark.schema.Listing;
import org.waymark.schema.MoneyType;
import org.waymark.schema.Noun;
import org.waymark.schema.OpenReferral;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.Phone;
import org.waymark.schema.Placed;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Shape;
import org.waymark.schema.ShownFirst;
import org.waymark.schema.Text;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.schema.WebAddress;
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

    /** How deep groups may be nested. */
    static final int DEEPEST_GROUP = 2;

    private static final Set<String> OWN_FILES = Set.of(
            "content/site.yaml",
            "content/gone.yaml",
            Synonym.PATH,
            RouteLedger.PATH,
            "content/images",
            "content/files",
            "content/shape");

    private static final String FIRST = "shown-first";
    private static final String HSDS = "hsds";

    private static final Set<String> OWN_KINDS = Set.of("site", "gone-entry", "route-ledger", "synonym");

    private final Shape shape;
    private final Kinds kinds;
    private final List<Diagnostic> found = new ArrayList<>();
    /** The kinds whose files have known errors. */
    private final Set<Kind> atFault;

    private final Set<Kind> doubtful = new HashSet<>();

    private ShapeCheck(Shape shape, Set<Kind> atFault) {
        this.shape = shape;
        this.atFault = new HashSet<>(atFault);
        kinds = new Kinds(shape);
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
        var check = new ShapeCheck(shape, atFault);
        check.bounds();
        if (check.found.isEmpty()) {
            check.names();
            check.places();
            check.glossaries();
            for (Kind kind : shape.kinds()) {
                check.judge(kind, () -> check.fields(kind));
            }
            for (Kind kind : shape.kinds()) {
                check.judge(kind, () -> check.uses(kind));
            }
        }
        return new Faults(check.found, check.doubtful);
    }

    /** Checks a kind whose parts are all correct. */
    private void judge(Kind kind, Runnable stage) {
        if (!atFault.contains(kind)) {
            int before = found.size();
            stage.run();
            if (found.size() > before) {
                atFault.add(kind);
            }
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

    /** Records that the entries of a kind are unknown. */
    private void doubt(Kind kind) {
        atFault.add(kind);
        doubtful.add(kind);
    }

    /** Nouns have the forms that labels use. */
    private void names() {
        List<Noun> nouns = Stream.concat(
                        shape.kinds().stream()
                                .filter(kind -> !atFault.contains(kind))
                                .map(Kind::noun),
                        shape.vocabularies().values().stream().flatMap(vocabulary -> vocabulary.noun().stream()))
                .toList();
        shape.labels()
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
            report(
                    Codes.MISSING_FIELD,
                    Span.startOf("content/shape/" + LabelFile.FOLDER + "/" + language + ".yaml"),
                    "these labels use the form `" + form + "` of names, but there is none of "
                            + String.join(", ", without),
                    "add it where each name is declared, such as `name: {one: course, many: courses, a: a course, forms: {"
                            + form + ": …}}`");
        }
    }

    private void bounds() {
        if (shape.kinds().size() > MOST_KINDS) {
            report(
                    Codes.TOO_LONG,
                    shape.kinds().get(MOST_KINDS).origin().whole(),
                    "there are more than " + MOST_KINDS + " kinds",
                    "combine several kinds into one, with a field that distinguishes them");
        }
        for (Kind kind : shape.kinds()) {
            if (kind.fields().size() > MOST_FIELDS) {
                report(
                        Codes.TOO_LONG,
                        kind.placeOf("fields"),
                        kind.phrase() + " has more than " + MOST_FIELDS + " fields",
                        "move some of them to a kind of their own, and refer to it");
            }
        }
        int choices = 0;
        for (Vocabulary vocabulary : shape.vocabularies().values()) {
            choices += vocabulary.options().size();
            if (choices > MOST_CHOICES) {
                report(
                        Codes.TOO_LONG,
                        vocabulary.options().get(0).place(),
                        "the vocabularies have more than " + MOST_CHOICES + " choices in total",
                        "turn the longest into a kind, and refer to its entries");
                return;
            }
        }
    }

    /** Every folder, file and address belongs to one kind, vocabulary or page of the site. */
    private void places() {
        Map<String, Kind> byPath = new HashMap<>();
        Map<String, Owner> byAddress = new HashMap<>();
        Optional<Kind> atTop = Optional.empty();
        Routes.ofEverySite()
                .forEach(name -> byAddress.put(name + "/", new Owner("a page that every site has", Optional.empty())));
        shape.vocabularies().values().stream()
                .filter(Vocabulary::hasPages)
                .forEach(vocabulary -> byAddress.put(
                        vocabulary.address(),
                        new Owner(
                                "the list of the vocabulary `" + vocabulary.name() + "`",
                                Optional.of(Span.startOf("content/shape/" + VocabularyFile.FOLDER + "/"
                                        + vocabulary.name() + ".yaml")))));
        for (Kind kind : shape.kinds()) {
            if (OWN_KINDS.contains(kind.name())) {
                invalid(
                        kind.origin().whole(),
                        "`" + kind.name() + "` is a kind that every directory has",
                        "give the file another name");
                doubt(kind);
                continue;
            }
            if (kind.place() instanceof Kind.UnknownPlace) {
                continue;
            }
            String path = kind.place().path();
            Span place = kind.placeOf(kind.place().isFolder() ? "folder" : "file");
            Kind other = byPath.putIfAbsent(path, kind);
            if (other != null) {
                found.add(Diagnostic.of(
                                Codes.INVALID_VALUE,
                                place,
                                "`" + path + "` belongs to " + other.phrase() + " and to " + kind.phrase(),
                                "give each kind a folder or a file of its own")
                        .withNote(
                                other.placeOf(other.place().isFolder() ? "folder" : "file"), "the other one is here"));
                doubt(kind);
                doubt(other);
                continue;
            }
            Optional<Kind> named = shape.kinds().stream()
                    .filter(each -> !each.equals(kind)
                            && each.name().equals(kind.plural())
                            && (each.isSound() || !atFault.contains(each)))
                    .findFirst();
            if (named.isPresent()) {
                found.add(Diagnostic.of(
                                Codes.INVALID_VALUE,
                                place,
                                "`" + kind.plural() + "` is the name of another kind",
                                "choose another name")
                        .withNote(named.get().origin().whole(), "the other one is here"));
                doubt(kind);
                continue;
            }
            if (OWN_FILES.contains(path)) {
                invalid(place, "`" + path + "` has a meaning of its own", "choose another name");
                doubt(kind);
                continue;
            }
            if (atFault.contains(kind)) {
                continue;
            }
            if (kind.address().isEmpty() && kind.place().isFolder()) {
                Kind first = atTop.orElse(kind);
                if (!first.equals(kind)) {
                    found.add(Diagnostic.of(
                                    Codes.INVALID_VALUE,
                                    kind.placeOf("at-top"),
                                    "only one kind can have its pages at the top level of the site",
                                    "remove `at-top`; the pages are then below the name of their folder")
                            .withNote(first.placeOf("at-top"), "the other one is here"));
                }
                atTop = Optional.of(first);
            }
            address(byAddress, kind.address(), "the pages of " + kind.phrase(), placeOfAddress(kind));
            kind.listing()
                    .matrix()
                    .ifPresent(matrix ->
                            address(byAddress, matrix.address(), "the matrix of " + kind.phrase(), matrix.place()));
        }
        shape.kinds()
                .forEach(kind -> kind.formerFolders()
                        .forEach(folder -> former(byAddress, kind.phrase(), folder, KindFile.FORMER_FOLDERS_OF_KIND)));
        shape.vocabularies().values().stream()
                .filter(Vocabulary::hasPages)
                .forEach(vocabulary -> vocabulary
                        .formerNames()
                        .forEach(name -> former(
                                byAddress,
                                "the vocabulary `" + vocabulary.name() + "`",
                                name,
                                VocabularyFile.FORMER_NAMES_OF_VOCABULARY)));
    }

    /** Only one glossary can explain the words of texts. */
    private void glossaries() {
        List<Kind> all = shape.kinds().stream().filter(Kind::isGlossary).toList();
        for (int i = 1; i < all.size(); i++) {
            Kind kind = all.get(i);
            found.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            placeOf(kind, Role.DEFINITION),
                            all.get(0).phrase() + " has the role `" + Role.DEFINITION.word()
                                    + "` too, but a site has one glossary",
                            "keep the role in one of the two kinds")
                    .withNote(placeOf(all.get(0), Role.DEFINITION), "the other one is here"));
            atFault.add(kind);
        }
    }

    private static Span placeOf(Kind kind, Role role) {
        return kind.field(role)
                .map(field -> kind.placeOf("roles", field.name()))
                .orElseGet(() -> kind.placeOf("roles"));
    }

    /** @param list the key under which a file declares the former segment of addresses */
    private void former(Map<String, Owner> byAddress, String owner, Placed<Id> segment, String list) {
        Owner other = byAddress.putIfAbsent(
                segment.value() + "/", new Owner("former pages of " + owner, Optional.of(segment.span())));
        if (other != null) {
            found.add(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    segment.span(),
                    "`/" + segment.value() + "/` is the address of " + other.what() + ", so it cannot lead to another",
                    "remove it from `" + list + "`"));
        }
    }

    /**
     * What has an address.
     *
     * @param place where that is declared, if anywhere
     */
    private record Owner(String what, Optional<Span> place) {}

    /** Where the address is written; without that, the folder or file of which it is made. */
    private static Span placeOfAddress(Kind kind) {
        return Stream.of("address", "folder", "file")
                .map(kind::placeOf)
                .filter(place -> !place.equals(kind.origin().whole()))
                .findFirst()
                .orElse(kind.origin().whole());
    }

    private void address(Map<String, Owner> byAddress, String address, String what, Span place) {
        Owner other = address.isEmpty() ? null : byAddress.putIfAbsent(address, new Owner(what, Optional.of(place)));
        if (other != null) {
            Diagnostic finding = Diagnostic.of(
                    Codes.INVALID_VALUE,
                    place,
                    "`/" + address + "` is already the address of " + other.what(),
                    "write a line such as `address: another-name`");
            found.add(other.place()
                    .map(taken -> finding.withNote(taken, "the other one is here"))
                    .orElse(finding));
        }
    }

    private void uses(Kind kind) {
        if (!kind.labelField().isRequired()) {
            invalid(
                    kind.placeOf(kind.labelField()),
                    "`" + kind.labelField().name() + "` is the label of an entry, so every entry needs it",
                    "add `required: yes`");
        }
        if (kind.place() instanceof Kind.YamlList list
                && kind.field(list.nameField()).filter(Field::isRequired).isEmpty()) {
            invalid(
                    kind.placeOf("id-from"),
                    "`" + list.nameField() + "` is not a field that every entry has",
                    "write the name of a field with `required: yes`");
            doubt(kind);
        }
        listing(kind);
        kind.presentation().card().forEach(path -> path(kind, path, "card"));
        kind.presentation()
                .contact()
                .forEach(written ->
                        path(kind, written, "contact").ifPresent(path -> line(path, kind.placeOf("contact"))));
        kind.presentation().first().ifPresent(first -> first(kind, first));
        kind.presentation().search().words().forEach(path -> path(kind, path, "search.words"));
        kind.presentation().search().names().forEach(path -> path(kind, path, "search.names"));
        kind.presentation().eyebrow().ifPresent(name -> path(kind, name, "eyebrow"));
        kind.presentation()
                .thing()
                .ifPresent(thing -> thing.properties().values().stream()
                        .flatMap(List::stream)
                        .forEach(path -> path(kind, path, "schema-org.properties")));
        kind.presentation().openReferral().ifPresent(object -> openReferral(kind, object));
        kind.expectedIn().ifPresent(expected -> expected(kind, expected));
    }

    /** What a kind becomes in Open Referral data: each property is one of its type, and has values that it can have. */
    private void openReferral(Kind kind, OpenReferral object) {
        Map<String, OpenReferral.Value> known = OpenReferral.propertiesOf(object.type());
        if (object.type() == OpenReferral.Type.SERVICE
                && object.paths("organization").isEmpty()) {
            invalid(
                    kind.placeOf(HSDS),
                    "a `service` needs the property `organization`",
                    "add the field that names who provides it, such as `organization: [organisation]`");
        }
        object.properties().forEach((property, paths) -> {
            OpenReferral.Value wanted = known.get(property);
            if (wanted == null) {
                invalid(
                        kind.placeOf(HSDS),
                        "`" + property + "` is no property of a `"
                                + object.type().word() + "`",
                        "its properties are " + String.join(", ", known.keySet()));
                return;
            }
            paths.forEach(written -> path(kind, written, HSDS + ".properties")
                    .filter(path ->
                            !path.last().isOpen() && !fits(wanted, path.last().itemType()))
                    .ifPresent(path -> invalid(
                            kind.placeOf(HSDS + ".properties", written),
                            "`" + written + "` cannot become `" + property + "`",
                            "name " + wanted.wanted())));
        });
    }

    private boolean fits(OpenReferral.Value wanted, FieldType<?> type) {
        return switch (wanted) {
            case WORDS -> !(type instanceof Group<?>);
            case WEB_ADDRESS -> type instanceof WebAddress;
            case EMAIL -> type instanceof Email;
            case PHONES -> type instanceof Phone;
            case ADDRESSES -> type == PostalAddress.BRITISH || type == PostalAddress.OTHER;
            case POSITION -> type instanceof PositionType;
            case SCHEDULES -> type instanceof OpeningHoursType;
            case PRICES -> type instanceof MoneyType;
            case ELIGIBILITY -> type == Eligibility.TYPE;
            case ORGANIZATION -> refersTo(type, OpenReferral.Type.ORGANIZATION);
            case LOCATIONS -> refersTo(type, OpenReferral.Type.LOCATION);
            case TERMS -> isOfVocabulary(type) || refersTo(type, OpenReferral.Type.TAXONOMY_TERM);
            case AREAS ->
                isOfVocabulary(type) || type instanceof Reference || type instanceof Line || type == ServiceArea.TYPE;
        };
    }

    private static boolean isOfVocabulary(FieldType<?> type) {
        return type instanceof Choice<?> choice && choice.vocabulary().isPresent();
    }

    private boolean refersTo(FieldType<?> type, OpenReferral.Type object) {
        return type instanceof Reference reference
                && reference.kinds().stream()
                        .allMatch(name -> named(name)
                                .flatMap(kind -> kind.presentation().openReferral())
                                .filter(target -> target.type() == object)
                                .isPresent());
    }

    private void fields(Kind kind) {
        Set<String> names = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (Field<?> field : kind.fields()) {
            if (field.display().isForReaders()
                    && !field.isOpen()
                    && !labels.add(field.display().label())) {
                invalid(
                        kind.placeOf(field),
                        "another field has the label `" + field.display().label() + "`",
                        "give each a label of its own, so that readers can tell them apart");
            }
            if (!names.add(field.name())) {
                invalid(
                        kind.placeOf(field),
                        "every kind that includes such fields has a field `" + field.name() + "` already",
                        "give this one another name");
            }
            type(kind, field, field.type(), 0);
            shownThereAs(kind, field, field);
        }
    }

    private void shownThereAs(Kind kind, Field<?> field, Field<?> part) {
        if (part.display().shownThereAs().isPresent() && !(part.itemType() instanceof Reference)) {
            invalid(
                    kind.placeOf(field),
                    "`shown-there-as` is for references, and `" + part.name() + "` is none",
                    "remove it");
        }
        if (part.itemType() instanceof Group<?> group) {
            group.fields().forEach(inner -> shownThereAs(kind, field, inner));
        }
    }

    private void type(Kind kind, Field<?> field, FieldType<?> type, int depth) {
        if (type instanceof ListOf<?> list) {
            type(kind, field, list.item(), depth);
        } else if (type instanceof Group<?> group) {
            if (depth == DEEPEST_GROUP) {
                invalid(
                        kind.placeOf(field),
                        "groups in `" + field.name() + "` are more than " + DEEPEST_GROUP + " deep",
                        "move the fields of the innermost group one level up");
            } else {
                group.fields().forEach(part -> type(kind, field, part.type(), depth + 1));
            }
        } else if (type instanceof Reference reference) {
            reference.kinds().stream()
                    .filter(name -> named(name).isEmpty())
                    .forEach(name -> unknownKind(namedIn(kind, field, name), name));
        }
    }

    /** Where a reference names a kind, otherwise where the field is declared. */
    private static Span namedIn(Kind kind, Field<?> field, String name) {
        String path = field.name() + ".to";
        return kind.writes(path, name) ? kind.placeOf(path, name) : kind.placeOf(field);
    }

    private void unknownKind(Span place, String name) {
        Optional<Kind> misnamed = shape.kinds().stream()
                .filter(kind -> Id.from(kind.noun().one()).value().equals(name))
                .findFirst();
        if (misnamed.filter(
                        kind -> kind.name().equals(Id.from(kind.noun().many()).value()))
                .isPresent()) {
            fileName(misnamed.get(), name);
            return;
        }
        List<String> known = shape.kinds().stream().map(Kind::name).toList();
        report(
                Codes.UNKNOWN_REFERENCE,
                place,
                "no kind is called `" + name + "`",
                misnamed.or(() -> shape.kind(name))
                        .map(meant -> "did you mean `" + meant.name() + "`?")
                        .or(() -> DidYouMean.question(name, known))
                        .orElseGet(() -> "the kinds are " + String.join(", ", known)));
    }

    /** A file that is not called what the kind is called, though others name it so. */
    private void fileName(Kind kind, String name) {
        Span whole = kind.origin().whole();
        report(
                Codes.UNKNOWN_REFERENCE,
                new Span(whole.path(), whole.start(), whole.start()),
                "this file makes `" + kind.name() + "` the name of the kind, but other files name it `" + name + "`",
                "rename it to `" + name + ".yaml`, or write `" + kind.name() + "` in the other files");
    }

    /** A kind by its name alone: the files of a shape do not name kinds in the plural. */
    private Optional<Kind> named(String name) {
        return shape.kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** A path named in a part of the file; reported if it does not exist. */
    private Optional<FieldPath> path(Kind kind, String written, String part) {
        String word = part.indexOf('.') < 0 ? part : part.substring(0, part.indexOf('.'));
        return path(kind, written, word, kind.placeOf(part, written));
    }

    private Optional<FieldPath> path(Kind kind, String written, String part, Span place) {
        Optional<FieldPath> path = field(kind, written, part, place);
        if (path.filter(found -> !found.isForReaders()).isPresent()) {
            invalid(
                    place,
                    "`" + written + "` is for editors only, so readers cannot see it under `" + part + "`",
                    "remove it here, or let readers see the field");
        }
        return path;
    }

    /** A path whose values readers need not see. */
    private Optional<FieldPath> field(Kind kind, String written, String part, Span place) {
        Optional<FieldPath> path = FieldPath.of(kinds, kind, written);
        if (isUnknowable(kind, written)) {
            return Optional.empty();
        }
        if (path.isEmpty()) {
            List<String> known = kind.fields().stream().map(Field::name).toList();
            report(
                    Codes.UNKNOWN_REFERENCE,
                    place,
                    "`" + written + "` under `" + part + "` does not lead to a field",
                    DidYouMean.question(written, known)
                            .or(() -> ofRole(kind, written))
                            .orElse(
                                    "write the name of a field of this kind, or of a reference, a dot and a field of what it"
                                            + " names"));
        }
        return path;
    }

    /** Help if the name of a role was written instead of the field that has it. */
    private static Optional<String> ofRole(Kind kind, String written) {
        return Stream.of(Role.values())
                .filter(role -> role.word().equals(written))
                .flatMap(role -> kind.field(role).stream())
                .map(field -> "the field with the role `" + written + "` is `" + field.name() + "`")
                .findFirst();
    }

    /** Whether a path goes through a faulty field or kind, so its end is unknown. */
    private boolean isUnknowable(Kind from, String written) {
        Optional<Kind> at = Optional.of(from);
        for (String name : written.split("\\.", -1)) {
            if (at.isEmpty()) {
                return false;
            }
            if (!at.get().equals(from) && atFault.contains(at.get())) {
                return true;
            }
            Optional<Field<?>> field = at.get().field(name);
            if (field.filter(Field::isOpen).isPresent()) {
                return true;
            }
            List<Kind> next = field.stream()
                    .filter(found -> found.itemType() instanceof Reference)
                    .flatMap(found -> ((Reference) found.itemType()).kinds().stream())
                    .flatMap(named -> shape.kind(named).stream())
                    .toList();
            if (next.stream().anyMatch(each -> !each.equals(from) && atFault.contains(each))) {
                return true;
            }
            at = next.stream().findFirst();
        }
        return false;
    }

    private void listing(Kind kind) {
        Listing listing = kind.listing();
        Optional<String> needed = switch (listing.style()) {
            case WITH -> listing.with().isEmpty() ? Optional.of("with: course") : Optional.empty();
            case GROUPS -> listing.by().isEmpty() ? Optional.of("by: subject") : Optional.empty();
            default -> Optional.empty();
        };
        needed.ifPresent(line -> invalid(
                place(listing, "as"), "a list of this form needs another line", "add one such as `" + line + "`"));
        if (listing.style() == Listing.Style.FINDER && !kind.place().isFolder()) {
            invalid(
                    place(listing, "as"),
                    "entries of one file share a page, so they cannot be filtered",
                    "write `as: letters`");
        }
        if (!kind.place().isFolder() && !listing.hasPage()) {
            invalid(
                    kind.placeOf("file"),
                    "entries of one file share the page of their list, but there is no list",
                    "add a line such as `listing: {as: letters}`");
        } else if (listing.style() == Listing.Style.NONE
                && kind.presentation().position().isPresent()) {
            invalid(
                    kind.placeOf("navigation"),
                    "there is no list for the navigation to link to",
                    "add a line such as `listing: {as: plain}`, or remove this one");
        }
        if (listing.style() != Listing.Style.FINDER && !listing.facets().isEmpty()) {
            invalid(place(listing, "facets"), "only a list of the form `finder` has filters", "write `as: finder`");
        }
        hereAndNow(kind, "open-now", listing.openNow(), OpeningHoursType.class, "opening-hours");
        hereAndNow(kind, "nearest", listing.nearest(), PositionType.class, "position");
        listing.with().ifPresent(with -> with(kind, with));
        listing.by()
                .flatMap(by -> path(kind, by, "by", place(listing, "by")))
                .ifPresent(path -> groupable(path, place(listing, "by")));
        if (kind.field(Role.ADDED).isEmpty()
                && (listing.newestFirst() || !listing.feeds().isEmpty())) {
            invalid(
                    place(listing, listing.newestFirst() ? "newest-first" : "feeds"),
                    "nothing shows what is new, since no field has the role `added`",
                    "remove the line, or add the role to a date");
        }
        listing.order().ifPresent(order -> order(kind, order));
        int before = found.size();
        Set<String> words = new HashSet<>();
        listing.facets().forEach(facet -> facet(kind, facet, words));
        listing.facets().forEach(facet -> facet.formerWords().forEach(word -> formerWord(word, words)));
        if (found.size() == before) {
            listing.feeds().forEach(word -> feed(kind, word));
            listing.matrix().ifPresent(matrix -> {
                side(kind, "listing.matrix.rows", matrix.rows());
                side(kind, "listing.matrix.columns", matrix.columns());
            });
        }
    }

    private void order(Kind kind, Listing.Order order) {
        Span place = order.origin().of("by");
        if (kind.listing().newestFirst()) {
            invalid(
                    place(kind.listing(), "newest-first"),
                    "the list has an `order` too",
                    "remove one of the two lines");
        }
        field(kind, order.by(), "order", place)
                .map(path -> path.last().itemType())
                .filter(type -> !ListOrder.isPossible(type))
                .ifPresent(type -> invalid(
                        place,
                        "entries cannot be ordered by `" + order.by() + "`",
                        "use a date, a period, a number, an amount with one unit, a line, an identifier or a choice"));
        order.past()
                .flatMap(past -> field(kind, past.after(), "past", after(kind, past)))
                .filter(path -> !ListOrder.isDate(path.last().itemType()))
                .ifPresent(path -> invalid(
                        after(kind, order.past().orElseThrow()),
                        "`" + path + "` is not a date, so it cannot show which entries are past",
                        "name a date, a partial date or a period under `after`"));
    }

    /** What readers can find by the time and by where they are. */
    private void hereAndNow(Kind kind, String word, Optional<String> written, Class<?> type, String name) {
        Span place = place(kind.listing(), word);
        if (written.isPresent() && kind.listing().style() != Listing.Style.FINDER) {
            invalid(place, "only a list of the form `finder` can have `" + word + "`", "write `as: finder`");
            return;
        }
        written.flatMap(path -> path(kind, path, word, place))
                .filter(path -> !type.isInstance(path.last().itemType()))
                .ifPresent(path -> invalid(
                        place, "`" + path + "` is not of the type `" + name + "`", "name a field of that type"));
    }

    private static Span after(Kind kind, Listing.Past past) {
        return kind.placeOf("listing.order.past.after", past.after());
    }

    private static Span place(Listing listing, String part) {
        return listing.origin().of(part);
    }

    private void with(Kind kind, String with) {
        Optional<Kind> other = named(with);
        if (other.isEmpty()) {
            unknownKind(place(kind.listing(), "with"), with);
        } else if (!other.get().listing().hasPage() && !atFault.contains(other.get())) {
            invalid(
                    place(kind.listing(), "with"),
                    other.get().phrase() + " has no list of its own",
                    "name a kind with a list, or give this one a list");
        }
    }

    private void facet(Kind kind, Listing.Facet facet, Set<String> words) {
        if (!words.add(facet.word())) {
            invalid(
                    facet.wordPlace(),
                    "two facets have the word `" + facet.word() + "`",
                    "give each a word of its own, since it is part of addresses");
        }
        Optional<FieldPath> path = path(kind, facet.path(), "facets", facet.place());
        path.ifPresent(leads -> groupable(leads, facet.place()));
        facet.within().ifPresent(word -> within(kind, facet, word, words));
    }

    /** @param words of all facets, present and former */
    private void formerWord(Placed<Id> word, Set<String> words) {
        if (!words.add(word.value().value())) {
            invalid(
                    word.span(),
                    "`" + word.value() + "` is or was the word of another facet, so that it cannot lead to this one",
                    "remove it from `former-words`");
        }
    }

    private void within(Kind kind, Listing.Facet facet, String word, Set<String> earlier) {
        Span place = kind.placeOf("listing.facets.within", word);
        Optional<Listing.Facet> outer = kind.listing().facet(word);
        if (outer.isEmpty() || word.equals(facet.word()) || !earlier.contains(word)) {
            invalid(
                    place,
                    "the facet `" + facet.word() + "` is within `" + word + "`, but no facet above it has that word",
                    "write the outer facet first");
        } else if (!outer.get().path().startsWith(facet.path() + ".")) {
            invalid(
                    place,
                    "the values of `" + word + "` do not group those of `" + facet.word() + "`",
                    "the path of the outer one must continue that of the inner one, as `course.subject` continues `course`");
        } else if (outer.get().within().isPresent()) {
            invalid(place, "the facet `" + word + "` is itself within another one", "group by one facet only");
        }
    }

    /** Entries can be grouped by entries, choices and lines, but not by text, numbers and so on. */
    private void groupable(FieldPath path, Span place) {
        FieldType<?> type = path.last().itemType();
        boolean isGroupable = type instanceof Reference
                || type instanceof Choice<?>
                || (type instanceof Line line && !line.isProse());
        if (!isGroupable) {
            invalid(place, "entries cannot be grouped by `" + path + "`", "use a reference, a choice or a short line");
        }
    }

    private static String pathOf(Kind kind, String word) {
        return kind.listing().facet(word).map(Listing.Facet::path).orElse("");
    }

    private void feed(Kind kind, String word) {
        if (isUnknowable(kind, pathOf(kind, word))) {
            return;
        }
        boolean hasFeeds = kind.listing()
                .facet(word)
                .flatMap(facet -> FieldPath.of(kinds, kind, facet.path()))
                .map(path -> path.targets(kinds))
                .filter(targets -> !targets.isEmpty()
                        && targets.stream().allMatch(target -> target.place().isFolder()))
                .isPresent();
        if (!hasFeeds) {
            invalid(
                    kind.placeOf("listing.feeds", word),
                    "`" + word + "` is not the word of a facet whose values are entries with pages",
                    facetWord(kind, word).orElse("only these can have a news feed; name one, or remove the line"));
        }
    }

    /** The facet that was probably meant by another word. */
    private static Optional<String> facetWord(Kind kind, String word) {
        List<String> known =
                kind.listing().facets().stream().map(Listing.Facet::word).toList();
        return known.contains(word) ? Optional.empty() : DidYouMean.question(word, known);
    }

    private void side(Kind kind, String part, String word) {
        if (isUnknowable(kind, pathOf(kind, word))) {
            return;
        }
        boolean isPossible = kind.listing()
                .facet(word)
                .flatMap(facet -> FieldPath.of(kinds, kind, facet.path()))
                .filter(path ->
                        !path.targets(kinds).isEmpty() || path.vocabulary().isPresent())
                .isPresent();
        if (!isPossible) {
            invalid(
                    kind.placeOf(part, word),
                    "`" + word + "` under `matrix` is not the word of a facet of entries or choices",
                    facetWord(kind, word).orElse("write the word of one of the facets above"));
        }
    }

    /** What fits on a line of its own. */
    private void line(FieldPath path, Span place) {
        FieldType<?> type = path.last().itemType();
        boolean isAddress = type == PostalAddress.BRITISH || type == PostalAddress.OTHER;
        if (type instanceof Text || (type instanceof Group<?> && !isAddress)) {
            invalid(
                    place,
                    "`" + path + "` does not fit on one line",
                    "name fields such as a place, a phone number or a web address");
        }
    }

    private void first(Kind kind, ShownFirst first) {
        if (!kind.place().isFolder()) {
            invalid(
                    kind.placeOf(FIRST),
                    "entries of one file share a page, so nothing can be shown first for each",
                    "remove it");
            return;
        }
        if (first.through().isEmpty() && first.show().isEmpty()) {
            invalid(
                    kind.placeOf(FIRST),
                    "it does not say which entries are shown",
                    "add a line such as `through: course.venue`, for the courses that name a venue");
        }
        if (first.property().isPresent() && kind.presentation().thing().isEmpty()) {
            invalid(
                    place(first, "schema-org"),
                    "these entries have no type in schema.org yet, so they have no properties",
                    "add a line such as `schema-org: {type: Thing}` for the kind, or remove this one");
        }
        int before = found.size();
        first.through().ifPresent(through -> through(kind, first, through));
        if (found.size() > before) {
            return;
        }
        first.show().ifPresent(show -> show(kind, first, show));
        if (!first.evidence().isEmpty()
                && (first.through().isEmpty() || first.show().isEmpty())) {
            invalid(
                    place(first, ShownFirst.EVIDENCE),
                    "no other entries lead to those that are shown",
                    "remove the line, or write both `through` and `show`");
            return;
        }
        first.evidence()
                .forEach(path -> begins(first, ShownFirst.EVIDENCE, path, kind)
                        .ifPresent(found -> line(found, place(first, ShownFirst.EVIDENCE))));
    }

    private void through(Kind kind, ShownFirst first, Kind.FieldOfKind through) {
        path(first, ShownFirst.THROUGH, through)
                .filter(path -> path.isForReaders() && !path.targets(kinds).contains(kind))
                .ifPresent(path -> invalid(
                        place(first, ShownFirst.THROUGH),
                        "`" + through + "` does not lead to " + kind.noun().many(),
                        "write a kind, a dot and its reference to this kind"));
    }

    private void show(Kind kind, ShownFirst first, Kind.FieldOfKind show) {
        begins(first, ShownFirst.SHOW, show, kind)
                .filter(path -> path.isForReaders() && path.targets(kinds).isEmpty())
                .ifPresent(path -> invalid(
                        place(first, ShownFirst.SHOW),
                        "`" + show + "` does not lead to entries",
                        "write the name of a reference"));
    }

    /** A path that begins where the chain before it ends. */
    private Optional<FieldPath> begins(ShownFirst first, String part, Kind.FieldOfKind written, Kind kind) {
        String from = first.through().map(Kind.FieldOfKind::kind).orElse(kind.name());
        if (written.field().isEmpty()) {
            invalid(
                    place(first, part),
                    "`" + written + "` is not a kind, a dot and a field",
                    "write both, such as `" + from + "." + written + "`");
            return Optional.empty();
        }
        if (!written.kind().equals(from)) {
            invalid(
                    place(first, part),
                    "`" + written + "` begins at `" + written.kind() + "`, but must begin at `" + from + "`",
                    "begin with `" + from + ".`, or change `through`");
            return Optional.empty();
        }
        return path(first, part, written);
    }

    /** A path that begins with the name of a kind. */
    private Optional<FieldPath> path(ShownFirst first, String part, Kind.FieldOfKind written) {
        Optional<Kind> from = shape.kind(written.kind());
        if (from.isEmpty()) {
            unknownKind(place(first, part), written.kind());
            return Optional.empty();
        }
        return atFault.contains(from.get())
                ? Optional.empty()
                : path(from.get(), written.field(), part, place(first, part));
    }

    private static Span place(ShownFirst first, String part) {
        return first.origin().of(part);
    }

    private void expected(Kind kind, Kind.FieldOfKind expected) {
        Optional<Kind> naming = named(expected.kind());
        if (naming.isEmpty()) {
            unknownKind(kind.placeOf("expected-in"), expected.kind());
            return;
        }
        if (atFault.contains(naming.get())) {
            return;
        }
        boolean names = naming.get()
                .field(expected.field())
                .filter(field -> field.itemType() instanceof Reference reference
                        && reference.kinds().contains(kind.name()))
                .isPresent();
        if (!names) {
            invalid(
                    kind.placeOf("expected-in"),
                    "`" + expected.field() + "` of " + naming.get().phrase() + " does not name "
                            + kind.noun().many(),
                    "write the name of a reference to this kind");
        }
    }

    private void invalid(Span place, String message, String help) {
        report(Codes.INVALID_VALUE, place, message, help);
    }

    private void report(Code code, Span place, String message, String help) {
        Diagnostic finding = Diagnostic.of(code, place, message, help);
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }
}
