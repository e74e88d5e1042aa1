package org.waymark.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.PartName.Part;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;

/** The file that declares a kind: the one kind that is declared in Java. Bound to the vocabularies of one shape. */
public final class KindFile {
    /** The folder of the files of a shape, below that of the shape. */
    public static final String FOLDER = "kinds";

    /** The keys in a file for the name of its kind, for the folder or file of its entries, and for its addresses. */
    public static final String NAME_OF_KIND = "name";

    public static final String FOLDER_OF_ENTRIES = "folder";
    public static final String FILE_OF_ENTRIES = "file";
    public static final String ADDRESS_OF_PAGES = "address";
    public static final String FORMER_FOLDERS_OF_KIND = "former-folders";

    /** The key under which a file declares fields. */
    public static final String FIELDS = "fields";

    /** The place of a kind that does not say where its entries are. */
    public static final Kind.Place NOWHERE = new Kind.UnknownPlace("content/?");

    private static final List<String> YES_OR_NO = List.of("yes", "no", "true", "false");

    private static final Map<String, Role> ROLES =
            Stream.of(Role.values()).collect(Collectors.toMap(Role::word, Function.identity()));

    private static final Field<Noun> NAME = Field.required("name", nounType(), "its name, singular and plural");
    private static final Field<Optional<Id>> IN_FOLDER =
            Field.optional("folder", new Identifier(), "the folder of its entries, each in a file");
    private static final Field<Optional<Id>> IN_FILE =
            Field.optional("file", new Identifier(), "the file with the list of its entries, without `.yaml`");
    private static final Field<Optional<Id>> ID_FROM =
            Field.optional("id-from", PartName.id(Part.FIELD), "in a list, the field from which the id is made");
    private static final Field<Optional<Boolean>> TEXT =
            Field.optional("text", new YesNo(), "no if entries have only fields, and no text below them");
    private static final Field<Optional<Id>> ADDRESS = Field.optional(
            "address", new Identifier(), "the address of its pages, if that is not the name of its folder");
    private static final Field<List<Placed<Id>>> FORMER_FOLDERS = Field.list(
            "former-folders",
            new WithSpan<>(new Identifier()),
            "former names of its folder or address; addresses below these redirect");
    private static final Field<Optional<Boolean>> AT_TOP =
            Field.optional("at-top", new YesNo(), "yes if its pages are at the top level of the site");
    private static final Field<Optional<String>> EXPECTED_IN = Field.optional(
            "expected-in",
            PartName.line(Part.FIELD_OF_KIND, 2 * Id.LONGEST, "course.subject"),
            "the kind and field that are expected to name each of its entries");
    private static final Field<List<Kind.Statement>> STATEMENTS =
            Field.list("statements", statementType(), "the entries that every site has, such as a privacy notice");
    private static final Field<Optional<Listing>> LISTING =
            Field.optional("listing", listingType(), "how the site lists its entries");
    private static final Field<Optional<Integer>> NAVIGATION = Field.optional(
            "navigation", new WholeNumber(1, "2"), "the position of the list in the main navigation, lowest first");
    private static final Field<Optional<String>> EYEBROW = Field.optional(
            "eyebrow", PartName.line(Part.PATH, Id.LONGEST, "level"), "the field whose value is above a heading");
    private static final Field<List<String>> CARD =
            Field.list("card", PartName.line(Part.PATH, 2 * Id.LONGEST, "place"), "the fields that lists show");
    private static final Field<List<String>> CONTACT = Field.list(
            "contact",
            PartName.line(Part.PATH, 2 * Id.LONGEST, "website"),
            "the fields that say where an entry is and how to reach it");
    private static final Field<Optional<ShownFirst>> FIRST =
            Field.optional("shown-first", firstType(), "the entries that its pages show first");
    private static final Field<Optional<Boolean>> SUMMARY_IN_LISTS =
            Field.optional("summary-in-lists", new YesNo(), "no if lists do not show summaries");
    private static final Field<Optional<Boolean>> PREVIEW_PICTURE = Field.optional(
            "preview-picture",
            new YesNo(),
            "yes if each has a picture for links on other sites, shared by entries that name it");
    private static final Field<Optional<Presentation.Search>> SEARCH =
            Field.optional("search", searchType(), "how its entries are found");
    private static final Field<Optional<String>> ASK =
            Field.optional("ask", new Line(60, "Ask about this course"), "the text of the link to ask about an entry");
    private static final Field<Optional<String>> ADD =
            Field.optional("add", new Line(60, "Add a course"), "the text of the link to propose a new entry");
    private static final Field<Optional<ReviewPolicy>> REVIEW =
            Field.optional("review", ReviewPolicy.declaration(), "who must check its entries, and how often");
    private static final Field<Optional<Presentation.Thing>> SCHEMA_ORG =
            Field.optional("schema-org", SchemaOrg.type(), "what its entries are for search engines");
    private static final Field<Optional<OpenReferral>> HSDS =
            Field.optional("hsds", OpenReferral.declaration(), "what its entries are in Open Referral data");
    private static final Field<Map<String, String>> ROLE_FIELDS = Field.required(
            "roles",
            new MapOf<>(
                    "role",
                    Stream.of(Role.values()).map(Role::word).toList(),
                    PartName.line(Part.FIELD, Id.LONGEST, "title")),
            "the fields that Waymark knows");
    private static final Field<List<String>> INCLUDES = Field.list(
            "includes", new Choice<>(names(CommonFields.GROUPS.keySet())), "groups of fields that many kinds have");

    /** Marks a file as extending the one with the same name in the shape from which a project starts. */
    public static final Field<Optional<String>> EXTENDS = Field.optional(
            "extends", new Choice<>(names(List.of("shape"))), "shape, to extend the file with this name in the shape");

    private static final Field<Optional<Id>> REPLACES =
            Field.optional("replaces", new Identifier(), "the kind of the shape that it replaces");
    private static final Field<List<Id>> WITHOUT =
            Field.list("without", new Identifier(), "fields of the shape that it leaves out");

    private final FieldTypes types;
    private final Field<DeclaredFields> fields;
    private final List<Field<?>> all;

    /** @param country of phone numbers without a country code, if it is known */
    public KindFile(Map<String, Vocabulary> vocabularies, Optional<String> country) {
        types = new FieldTypes(vocabularies, country);
        fields = Field.required(FIELDS, types.fields(), "its fields, in order");
        all = List.of(
                NAME,
                IN_FOLDER,
                IN_FILE,
                ID_FROM,
                TEXT,
                ADDRESS,
                FORMER_FOLDERS,
                AT_TOP,
                fields,
                ROLE_FIELDS,
                INCLUDES,
                LISTING,
                NAVIGATION,
                EYEBROW,
                CARD,
                CONTACT,
                FIRST,
                SUMMARY_IN_LISTS,
                PREVIEW_PICTURE,
                SEARCH,
                ASK,
                ADD,
                REVIEW,
                SCHEMA_ORG,
                HSDS,
                EXPECTED_IN,
                STATEMENTS);
    }

    /** What a file can contain. */
    List<Field<?>> parts() {
        return all;
    }

    /**
     * The kind of these files, for tools that treat them like files of entries.
     *
     * @param folder of the shape
     * @param isExtending whether they add to files of another shape, and so need nothing
     */
    public Kind kind(String folder, boolean isExtending) {
        var parts = new ArrayList<Field<?>>();
        for (Field<?> part : all) {
            parts.add(
                    !isExtending
                            ? part
                            : new Field<>(
                                    part.name(),
                                    part.name().equals(FIELDS) ? types.changedFields() : part.type(),
                                    Optional.of(Optional.empty()),
                                    part.doc()));
        }
        parts.add(EXTENDS);
        parts.add(REPLACES);
        parts.add(WITHOUT);
        return Kind.ofSettings(
                "kind", new Noun("kind", "kinds", "a kind"), new Kind.YamlFolder(folder + FOLDER), parts, NAME);
    }

    /** The fields that a file declares, as far as they can be read, whatever else is wrong with it. */
    public List<Field<?>> declaredFields(Mapping file) {
        return file.member(FIELDS)
                .flatMap(Member::value)
                .flatMap(value -> fields.type().decode(FIELDS, value).value())
                .map(declared -> ((DeclaredFields) declared).fields())
                .orElse(List.of());
    }

    static FieldType<Noun> nounType() {
        Field<String> one = Field.required("one", new Line(60, "course"), "the name of one");
        Field<String> many = Field.required("many", new Line(60, "courses"), "the name of several");
        Field<String> a = Field.required("a", new Line(60, "a course"), "the name with its article");
        Field<Optional<Map<String, String>>> forms =
                Field.optional("forms", new NounForms(), "other forms, if labels use them");
        return new Group<>(
                "a name",
                List.of(one, many, a, forms),
                f -> new Noun(f.get(one), f.get(many), f.get(a), f.get(forms).orElse(Map.of())));
    }

    private static FieldType<Kind.Statement> statementType() {
        Field<Id> id = Field.required("id", new Identifier(), "the id of the entry");
        Field<String> about = Field.required("about", new Line(120, "who pays for this site"), "what it tells readers");
        return new Group<>("a statement", List.of(id, about), f -> new Kind.Statement(f.get(id), f.get(about)));
    }

    private static FieldType<Listing> listingType() {
        var styles = new LinkedHashMap<String, Listing.Style>();
        for (Listing.Style style : Listing.Style.values()) {
            styles.put(style.name().toLowerCase(Locale.ROOT), style);
        }
        Field<Listing.Style> as = Field.required("as", new Choice<>(styles), "the form of the list");
        Field<Optional<String>> title =
                Field.optional("title", new Line(60, "Courses"), "its title, if it differs from the name of the kind");
        Field<Optional<String>> by = Field.optional(
                "by", PartName.line(Part.PATH, Id.LONGEST, "subject"), "the field whose values group the entries");
        Field<Optional<String>> with = Field.optional(
                "with", PartName.line(Part.KIND, Id.LONGEST, "course"), "the kind whose list includes them");
        Field<Optional<String>> about =
                Field.optional("about", new Line(200, "All courses, by subject."), "what the list shows");
        Field<Optional<Boolean>> newest = Field.optional("newest-first", new YesNo(), "yes if the newest come first");
        Field<Optional<Listing.Order>> order =
                Field.optional("order", orderType(), "the field that they are ordered by");
        Field<List<Listing.Facet>> facets = Field.list("facets", facetType(), "what readers can filter them by");
        Field<List<String>> feeds = Field.list(
                "feeds",
                PartName.line(Part.FACET, Id.LONGEST, "subject"),
                "the words of facets whose values have a news feed");
        Field<Optional<Listing.Matrix>> matrix =
                Field.optional("matrix", matrixType(), "a table that counts entries by two facets");
        Field<Optional<String>> openNow = Field.optional(
                "open-now",
                PartName.line(Part.PATH, Id.LONGEST, "venue.open"),
                "the field with the hours by which readers find what is open now");
        Field<Optional<String>> nearest = Field.optional(
                "nearest",
                PartName.line(Part.PATH, Id.LONGEST, "venue.position"),
                "the field with the positions by which readers find what is near");
        return new Group<>(
                "the listing",
                List.of(as, title, by, with, about, newest, order, facets, feeds, matrix, openNow, nearest),
                f -> new Listing(
                        f.get(as),
                        f.get(title),
                        f.get(by),
                        f.get(with),
                        f.get(about),
                        f.get(newest).orElse(false),
                        f.get(order),
                        f.get(facets),
                        f.get(feeds),
                        f.get(matrix),
                        f.get(openNow),
                        f.get(nearest),
                        f.origin()));
    }

    private static FieldType<Listing.Order> orderType() {
        Field<String> by =
                Field.required("by", PartName.line(Part.PATH, 2 * Id.LONGEST, "starts"), "the field to order by");
        Field<Optional<Boolean>> descending = Field.optional(
                "descending", new YesNo(), "yes if the latest, the largest or the last of the alphabet come first");
        Field<Optional<String>> label =
                Field.optional("label", new Line(60, "soonest first"), "what readers are told about the order");
        Field<String> after = Field.required(
                "after", PartName.line(Part.PATH, 2 * Id.LONGEST, "ends"), "the field with the last day of an entry");
        Field<String> pastLabel =
                Field.required("label", new Line(60, "Past course"), "what an entry is called after that day");
        Field<Optional<Listing.Past>> past = Field.optional(
                "past",
                new Group<>(
                        "what is past",
                        List.of(after, pastLabel),
                        f -> new Listing.Past(f.get(after), f.get(pastLabel))),
                "when an entry is past, and comes after all others");
        return new Group<>(
                "an order",
                List.of(by, descending, label, past),
                f -> new Listing.Order(
                        f.get(by), f.get(descending).orElse(false), f.get(label), f.get(past), f.origin()));
    }

    private static FieldType<Listing.Matrix> matrixType() {
        Field<Id> address = Field.required("address", new Identifier(), "the address of its page");
        Field<String> title = Field.required("title", new Line(90, "Where there are courses"), "its title");
        Field<String> about = Field.required("about", new Line(200, "How many there are of each."), "what it shows");
        Field<Optional<String>> link =
                Field.optional("link", new Line(120, "See where there are courses"), "the text of links to it");
        Field<String> rows = Field.required(
                "rows", PartName.line(Part.FACET, Id.LONGEST, "subject"), "the word of the facet of its rows");
        Field<String> columns = Field.required(
                "columns", PartName.line(Part.FACET, Id.LONGEST, "county"), "the word of the facet of its columns");
        return new Group<>(
                "a matrix",
                List.of(address, title, about, link, rows, columns),
                f -> new Listing.Matrix(
                        f.get(address) + "/",
                        f.get(title),
                        f.get(about),
                        f.get(link).orElse(f.get(title)),
                        f.get(rows),
                        f.get(columns),
                        f.origin().of(address)));
    }

    private static FieldType<ShownFirst> firstType() {
        Field<String> label = Field.required("label", new Line(60, "Where it is taught"), "what is above them");
        Field<Optional<String>> through = Field.optional(
                ShownFirst.THROUGH,
                PartName.line(Part.PATH_OF_KIND, 3 * Id.LONGEST, "course.subject"),
                "the kind and field by which other entries lead to this one");
        Field<Optional<String>> show = Field.optional(
                ShownFirst.SHOW,
                PartName.line(Part.PATH_OF_KIND, 3 * Id.LONGEST, "course.venue"),
                "the kind and field with the entries to show");
        Field<List<String>> evidence = Field.list(
                ShownFirst.EVIDENCE,
                PartName.line(Part.PATH_OF_KIND, 3 * Id.LONGEST, "course.level"),
                "what is shown about the entries that lead to them");
        Field<Optional<String>> none =
                Field.optional("none", new Line(200, "No venue teaches it yet."), "what to say if there are none");
        Field<Optional<String>> property = Field.optional(
                "schema-org", new Choice<>(names(SchemaOrg.PROPERTIES)), "the property of schema.org that they become");
        return new Group<>(
                "what is shown first",
                List.of(label, through, show, evidence, none, property),
                f -> new ShownFirst(
                        f.get(label),
                        f.get(through).map(KindFile::pathOfKind),
                        f.get(show).map(KindFile::pathOfKind),
                        f.get(evidence).stream().map(KindFile::pathOfKind).toList(),
                        f.get(none),
                        f.get(property),
                        f.origin()));
    }

    static FieldType<Presentation.Search> searchType() {
        Field<Optional<Integer>> weight = Field.optional(
                "weight", new WholeNumber(1, "100"), "how likely readers are to want one; 100 is neutral");
        Field<List<String>> names = Field.list(
                "names", PartName.line(Part.PATH, Id.LONGEST, "course-code"), "fields with other names of an entry");
        Field<List<String>> words =
                Field.list("words", PartName.line(Part.PATH, Id.LONGEST, "place"), "fields whose values are searched");
        Field<Optional<Integer>> summary = Field.optional(
                "summary-length", new WholeNumber(20, "105"), "how many characters of a summary are shown");
        return new Group<>(
                "the search",
                List.of(weight, names, words, summary),
                f -> new Presentation.Search(
                        f.get(weight).orElse(Presentation.Search.PLAIN.weight()),
                        f.get(names),
                        f.get(words),
                        f.get(summary)));
    }

    private static FieldType<Listing.Facet> facetType() {
        Field<Id> word = Field.required("word", PartName.id(Part.NEW_FACET), "its name in addresses");
        Field<List<Placed<Id>>> formerWords = Field.list(
                "former-words", new WithSpan<>(new Identifier()), "its former words; addresses with these redirect");
        Field<String> path =
                Field.required("path", PartName.line(Part.PATH, Id.LONGEST, "town"), "the field that holds its values");
        Field<String> label = Field.required("label", new Line(60, "Town"), "the name that readers see");
        Field<String> any = Field.required("any", new Line(60, "Any town"), "its text while nothing is chosen");
        Field<Optional<String>> within = Field.optional(
                "within",
                PartName.line(Part.FACET, Id.LONGEST, "county"),
                "the word of a facet that groups its values");
        return new Group<>(
                "a facet",
                List.of(word, formerWords, path, label, any, within),
                f -> new Listing.Facet(
                        f.get(word).value(),
                        f.get(formerWords),
                        f.get(path),
                        f.get(label),
                        f.get(any),
                        f.get(within),
                        f.origin().of(word),
                        f.origin().of(path)));
    }

    private static Map<String, String> names(Iterable<String> words) {
        var names = new LinkedHashMap<String, String>();
        words.forEach(word -> names.put(word, word));
        return names;
    }

    /**
     * Decodes a file as far as possible. Faulty parts are left out; if they affect the entries as a whole, the kind is
     * not sound.
     *
     * @param id of the kind, which is the name of the file
     */
    public Outcome<Kind> decode(Id id, Mapping mapping, Span start) {
        Outcome<Fields> decoded = FieldDecoder.decode("a kind", all, mapping, start, id, Optional.empty());
        Fields values = decoded.value().orElseThrow();
        var diagnostics = new ArrayList<>(decoded.diagnostics());
        Optional<DeclaredFields> declared = values.find(fields);
        List<Field<?>> own = declared.map(DeclaredFields::fields).orElse(List.of());
        boolean hasRoles = declared.isPresent() && values.find(ROLE_FIELDS).isPresent();
        Map<Role, Field<?>> roles = new EnumMap<>(Role.class);
        if (hasRoles) {
            roles.putAll(roles(values, own, mapping, diagnostics));
        }
        roles.putIfAbsent(Role.LABEL, Kind.UNKNOWN_LABEL);
        Optional<Kind.Place> place = place(values, diagnostics);
        if (place.isPresent()) {
            diagnostics.addAll(withoutEffect(values));
        }
        boolean isList = place.filter(Kind.YamlList.class::isInstance).isPresent();
        // A field with an invalid name has another one in entries.
        boolean isSound = declared.filter(
                                found -> found.places().keySet().stream().allMatch(Id::isValid))
                        .isPresent()
                && place.isPresent()
                && (hasRoles || !isList)
                && Stream.of(INCLUDES, TEXT, ID_FROM).allMatch(part -> isWhole(values, part, decoded.diagnostics()));
        Optional<Noun> noun = values.find(NAME);
        var everything = new ArrayList<Field<?>>(own);
        values.get(INCLUDES).forEach(name -> everything.addAll(CommonFields.group(name)));
        if (!isList) {
            everything.add(CommonFields.ALLOW);
        }
        return Outcome.of(
                new Kind(
                        id.value(),
                        noun.orElseGet(() -> Kind.unreadable(id.value(), NOWHERE, values.origin())
                                .noun()),
                        place.orElse(NOWHERE),
                        address(values),
                        values.get(FORMER_FOLDERS),
                        everything,
                        roles,
                        values.get(LISTING).orElse(Listing.NONE),
                        presentation(values),
                        values.get(REVIEW),
                        values.get(EXPECTED_IN).flatMap(KindFile::fieldOfKind),
                        values.get(STATEMENTS),
                        values.origin(),
                        places(declared, mapping),
                        isSound),
                diagnostics);
    }

    /** Whether a part of the file is absent, or has no errors. */
    private static boolean isWhole(Fields values, Field<?> part, List<Diagnostic> found) {
        Optional<Span> given = values.origin().given(part);
        return given.isEmpty()
                || (values.value(part).isPresent()
                        && found.stream()
                                .filter(Diagnostic::isError)
                                .map(Diagnostic::span)
                                .noneMatch(span -> span.start()
                                                        .compareTo(given.get().start())
                                                >= 0
                                        && span.end().compareTo(given.get().end()) <= 0));
    }

    /** The spans of field names, and of everything that the file names elsewhere. */
    private static Map<String, Span> places(Optional<DeclaredFields> declared, Mapping file) {
        var places = new HashMap<>(declared.map(DeclaredFields::places).orElse(Map.of()));
        NamesInKindFile.in(file).forEach(name -> {
            String written = name.written().text().strip();
            places.putIfAbsent(name(name.path(), written), name.written().span());
            name.field()
                    .ifPresent(field -> places.putIfAbsent(
                            name(field + "." + name.path(), written),
                            name.written().span()));
        });
        return places;
    }

    /** The key for the span of a name. */
    static String name(String path, String written) {
        return path + "=" + written;
    }

    private static Presentation presentation(Fields values) {
        return new Presentation(
                values.get(NAVIGATION),
                values.get(EYEBROW),
                values.get(CARD),
                values.get(CONTACT),
                values.get(FIRST),
                values.get(SUMMARY_IN_LISTS).orElse(true),
                values.get(PREVIEW_PICTURE).orElse(false),
                values.get(SEARCH).orElse(Presentation.Search.PLAIN),
                values.get(ASK),
                values.get(ADD),
                values.get(SCHEMA_ORG),
                values.get(HSDS));
    }

    /** Lines that have no effect in combination with the rest of the file. */
    private static List<Diagnostic> withoutEffect(Fields values) {
        var found = new ArrayList<Diagnostic>();
        boolean isInFolder = values.get(IN_FOLDER).isPresent();
        if (isInFolder && values.get(ID_FROM).isPresent()) {
            found.add(invalid(
                    values,
                    ID_FROM,
                    "`id-from` is for entries in one file; in a folder, the name of a file is its id",
                    "remove the line"));
        }
        if (!isInFolder && values.get(TEXT).isPresent()) {
            found.add(invalid(
                    values, TEXT, "`text` is for entries in a folder; those of one file have none", "remove the line"));
        }
        Stream.of(ASK, ADD)
                .filter(field -> values.get(field)
                        .filter(words -> YES_OR_NO.contains(words.toLowerCase(Locale.ROOT)))
                        .isPresent())
                .forEach(field -> found.add(invalid(
                        values,
                        field,
                        "`" + field.name() + "` must be the words of a link, but found `"
                                + values.get(field).orElse("") + "`",
                        "write them, such as `" + field.name() + ": "
                                + field.type().example() + "`, or remove the line")));
        if (values.get(REVIEW).isPresent() && !values.get(INCLUDES).contains(CommonFields.REVIEW_GROUP)) {
            found.add(invalid(
                    values,
                    REVIEW,
                    "`review` is for kinds whose entries record their reviews, and these do not",
                    "add `review` to `includes`"));
        }
        values.get(EXPECTED_IN)
                .filter(path -> fieldOfKind(path).isEmpty())
                .ifPresent(path -> found.add(invalid(
                        values,
                        EXPECTED_IN,
                        "`" + path + "` is not a kind and a field",
                        "write a kind, a dot and its field that names these entries, such as `course.subject`")));
        return found;
    }

    private static Diagnostic invalid(Fields values, Field<?> field, String message, String help) {
        return Diagnostic.of(Codes.INVALID_VALUE, values.origin().of(field), message, help);
    }

    private static Optional<Kind.FieldOfKind> fieldOfKind(String path) {
        String[] parts = path.split("\\.", -1);
        return parts.length == 2 ? Optional.of(new Kind.FieldOfKind(parts[0], parts[1])) : Optional.empty();
    }

    /** Without a dot, the name of the field is empty, so it matches none. */
    private static Kind.FieldOfKind pathOfKind(String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? new Kind.FieldOfKind(path, "")
                : new Kind.FieldOfKind(path.substring(0, dot), path.substring(dot + 1));
    }

    private static String address(Fields values) {
        if (values.get(AT_TOP).orElse(false)) {
            return "";
        }
        return values.get(ADDRESS)
                .or(() -> values.get(IN_FOLDER))
                .or(() -> values.get(IN_FILE))
                .map(id -> id + "/")
                .orElse("");
    }

    private static Optional<Kind.Place> place(Fields values, List<Diagnostic> diagnostics) {
        Optional<String> folder = values.get(IN_FOLDER).map(id -> "content/" + id);
        Optional<String> file = values.get(IN_FILE).map(id -> "content/" + id + ".yaml");
        if (folder.isPresent() && file.isPresent()) {
            diagnostics.add(invalid(values, IN_FILE, "a kind has either a folder or a file", "remove one of the two"));
            return Optional.empty();
        }
        if (folder.isEmpty() && file.isEmpty()) {
            boolean isReported = Stream.of(IN_FOLDER, IN_FILE)
                            .anyMatch(field -> values.origin().given(field).isPresent())
                    || diagnostics.stream()
                            .anyMatch(finding -> finding.code().equals(Codes.UNKNOWN_FIELD)
                                    && finding.span().startColumn()
                                            == values.origin().whole().startColumn());
            if (!isReported) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        values.origin().whole(),
                        "a kind needs either a folder or a file",
                        "add a line such as `folder: courses`, for entries with a file each"));
            }
            return Optional.empty();
        }
        if (folder.isPresent()) {
            boolean hasText = values.get(TEXT).orElse(true);
            return folder.map(hasText ? Kind.MarkdownFolder::new : Kind.YamlFolder::new);
        }
        return file.map(path -> new Kind.YamlList(
                path,
                values.get(ID_FROM)
                        .map(Id::value)
                        .orElseGet(
                                () -> values.find(ROLE_FIELDS).orElse(Map.of()).getOrDefault("label", ""))));
    }

    private static Map<Role, Field<?>> roles(
            Fields values, List<Field<?>> fields, Mapping file, List<Diagnostic> diagnostics) {
        var found = new EnumMap<Role, Field<?>>(Role.class);
        List<String> known = fields.stream().map(Field::name).toList();
        Map<String, Span> places = places(file);
        values.get(ROLE_FIELDS).forEach((word, name) -> {
            Role role = Objects.requireNonNull(ROLES.get(word)); // the type of the map allows no other
            Span place = places.getOrDefault(word, values.origin().of(ROLE_FIELDS));
            Optional<Field<?>> field =
                    fields.stream().filter(each -> each.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                diagnostics.add(Diagnostic.of(
                        Codes.UNKNOWN_REFERENCE,
                        place,
                        "the role `" + word + "` names `" + name + "`, which is not a field of this kind",
                        DidYouMean.question(name, known)
                                .orElse("write the name of one of the fields above, such as `" + word + ": title`")));
            } else if (!(field.get().type() instanceof AnyValue)
                    && !role.allows(field.get().type())) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        place,
                        "the role `" + word + "` needs a field that is " + role.wanted() + ", but `" + name
                                + "` is not",
                        "name another field, or give this one the right type"));
            } else if (role.isShown() && !field.get().display().isForReaders()) {
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_VALUE,
                        place,
                        "readers see the field with the role `" + word + "`, but `" + name + "` is for editors only",
                        "name another field, or let readers see this one"));
            } else {
                found.put(role, field.get());
            }
        });
        boolean areKnown = places.keySet().stream().allMatch(ROLES::containsKey);
        if (areKnown && !values.get(ROLE_FIELDS).containsKey(Role.LABEL.word())) {
            diagnostics.add(Diagnostic.of(
                    Codes.INVALID_VALUE,
                    values.origin().of(ROLE_FIELDS),
                    "`roles` does not say which field is the label of an entry",
                    "add a line such as `label: title`, with the name of one of the fields above"));
        }
        return found;
    }

    /** Where the field of each role is named. */
    private static Map<String, Span> places(Mapping file) {
        var places = new HashMap<String, Span>();
        file.member(ROLE_FIELDS.name()).flatMap(Member::value).stream()
                .filter(Mapping.class::isInstance)
                .flatMap(roles -> ((Mapping) roles).members().stream())
                .forEach(role -> places.put(
                        role.key().text(),
                        role.value().map(Value::span).orElse(role.key().span())));
        return places;
    }
}
