package org.waymark.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.FirstEntries;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.Term;
import org.waymark.plan.Thing.Address;
import org.waymark.plan.Thing.Part;
import org.waymark.plan.Thing.Property;
import org.waymark.plan.Thing.Several;
import org.waymark.plan.Thing.Value;
import org.waymark.plan.Thing.Words;
import org.waymark.schema.Citation;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.ListOf;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Period;
import org.waymark.schema.PhoneNumber;
import org.waymark.schema.Picture;
import org.waymark.schema.Presentation;
import org.waymark.schema.Quantity;
import org.waymark.schema.Ref;
import org.waymark.schema.ShownFirst;
import org.waymark.schema.Vocabulary.Option;

/**
 * Describes entries in the vocabulary of schema.org, as their kinds declare it. Safe for use by several threads.
 */
final class Things {
    /** Types that are texts about something, and so have a headline and dates (schema.org, CreativeWork). */
    private static final Set<String> WORKS = Set.of("Article", "CreativeWork", "NewsArticle", "Report");

    /** Properties whose values are places. */
    private static final Set<String> PLACES = Set.of("areaServed", "contentLocation", "location");

    private static final String FEATURE = "amenityFeature";
    private static final String LANGUAGE = "availableLanguage";
    private static final Set<String> LANGUAGES = Set.of(LANGUAGE, "knowsLanguage");

    private static final String TERM = "DefinedTerm";

    private final PublishedEntries entries;
    private final Site site;
    private final Labels labels;

    /** Data shared by many entries, created once: the publisher, and the entries that others refer to. */
    private final Part publisher;

    private final FirstEntries first;
    private final Map<EntryName, Part> named = new ConcurrentHashMap<>();

    private final Map<Kind, List<Mapped>> mapped = new ConcurrentHashMap<>();

    /**
     * A property, and the fields of a kind that supply its values.
     *
     * @param isSingle whether an entry has at most one value
     */
    private record Mapped(String property, List<FieldPath> paths, boolean isSingle) {}

    Things(PublishedEntries entries, Site site, Labels labels) {
        this.entries = entries;
        this.labels = labels;
        this.site = site;
        first = new FirstEntries(entries);
        publisher = new Part(publisher(site));
    }

    /** The description of an entry; empty if its kind does not declare a type. */
    Optional<Thing> of(Entry entry) {
        return entry.kind().presentation().thing().map(declared -> of(entry, declared));
    }

    private Thing of(Entry entry, Presentation.Thing declared) {
        var properties = new ArrayList<Property>();
        String page = Routes.of(entry).value();
        boolean isWork = WORKS.contains(declared.type());
        add(properties, isWork ? "headline" : "name", words(entry.label()));
        entry.summary().ifPresent(summary -> add(properties, "description", words(summary)));
        List<Value> otherNames =
                entry.alternativeNames().stream().<Value>map(Words::new).toList();
        if (!otherNames.isEmpty()) {
            add(properties, "alternateName", new Several(otherNames));
        }
        if (isWork) {
            add(properties, "inLanguage", words(site.language()));
            entry.added().ifPresent(day -> {
                add(properties, "datePublished", words(day.toString()));
                SitePlanner.latest(entry.reviewed().on().map(Object::toString), Optional.of(day.toString()))
                        .ifPresent(latest -> add(properties, "dateModified", words(latest)));
            });
            add(properties, "publisher", publisher);
        }
        if (declared.type().equals(TERM)) {
            add(properties, "url", new Address(page));
            add(
                    properties,
                    "inDefinedTermSet",
                    new Part(new Thing("", Optional.of(Routes.ofList(entry.kind(), 1) + "#terms"), List.of())));
        } else {
            add(properties, "mainEntityOfPage", new Part(new Thing("", Optional.of(page), List.of())));
        }
        for (Mapped each : mapped.computeIfAbsent(entry.kind(), kind -> mapped(kind, declared))) {
            if (each.property().equals(LANGUAGE) && declared.type().endsWith("Service")) {
                addChannel(entry, each, properties);
            } else {
                addValues(entry, each, each.property(), properties);
            }
            if (each.property().equals(PlaceThings.HOURS_OF_PLACE)) {
                addValues(entry, each, PlaceThings.SPECIAL_HOURS_OF_PLACE, properties);
            }
        }
        entry.kind()
                .presentation()
                .first()
                .flatMap(ShownFirst::property)
                .filter(name -> !declared.properties().containsKey(name))
                .ifPresent(name -> addFirst(entry, name, properties));
        return new Thing(declared.type(), Optional.of(id(entry)), properties);
    }

    private void addValues(Entry entry, Mapped mapped, String property, List<Property> properties) {
        List<Value> values = mapped.paths().stream()
                .flatMap(path -> values(entry, path, property))
                .toList();
        if (values.size() == 1 && mapped.isSingle()) {
            add(properties, property, values.get(0));
        } else if (!values.isEmpty()) {
            add(properties, property, new Several(values));
        }
    }

    /** A service itself has no languages in schema.org: the channel has by which it is available. */
    private void addChannel(Entry entry, Mapped mapped, List<Property> properties) {
        var ofChannel = new ArrayList<Property>();
        addValues(entry, mapped, LANGUAGE, ofChannel);
        if (!ofChannel.isEmpty()) {
            add(properties, "availableChannel", part("ServiceChannel", ofChannel.toArray(Property[]::new)));
        }
    }

    /** What the page shows first. */
    private void addFirst(Entry entry, String name, List<Property> properties) {
        List<Value> values = first.of(entry).stream()
                .limit(FirstMaker.MOST)
                .<Value>map(found -> named(found.entry(), found.entry().kind()))
                .toList();
        if (!values.isEmpty()) {
            add(properties, name, new Several(values));
        }
    }

    private Part named(Entry entry, Kind kind) {
        return named.computeIfAbsent(new EntryName(kind, entry.id()), name -> named(entry));
    }

    private List<Mapped> mapped(Kind kind, Presentation.Thing declared) {
        var all = new ArrayList<Mapped>();
        declared.properties().forEach((property, fields) -> {
            List<FieldPath> paths =
                    fields.stream().map(field -> entries.path(kind, field)).toList();
            boolean isSingle = paths.size() == 1 && !(paths.get(0).last().type() instanceof ListOf<?>);
            all.add(new Mapped(
                    property, paths.stream().filter(FieldPath::isForReaders).toList(), isSingle));
        });
        return List.copyOf(all);
    }

    private Stream<Value> values(Entry entry, FieldPath path, String property) {
        return entries.raw(entry, path).stream()
                .distinct()
                .flatMap(value -> PlaceThings.describes(value)
                        ? PlaceThings.of(value, property, entries.directory().asOf()).stream()
                        : value(path, value, property).stream());
    }

    private Optional<Value> value(FieldPath path, Object value, String property) {
        if (value instanceof Ref ref) {
            Entry entry = entries.get(ref);
            return Optional.of(named(entry, entry.kind()));
        } else if (value instanceof Citation citation) {
            return Optional.of(new Part(source(citation)));
        } else if (value instanceof Picture picture) {
            return Optional.of(picture)
                    .filter(its -> entries.directory().hasImage(its.path()))
                    .map(its -> new Address(Routes.ofImage(its.path()).value()));
        } else if (value instanceof Period period) {
            return switch (property) {
                case "startDate", "foundingDate" -> period.from().map(day -> words(day.iso()));
                case "endDate" -> period.to().map(day -> words(day.iso()));
                default -> Optional.of(words(period.iso()));
            };
        } else if (value instanceof Quantity quantity) {
            return Optional.of(new Part(quantity(quantity)));
        }
        return Optional.of(described(path, value, property));
    }

    private static Thing quantity(Quantity quantity) {
        return new Thing(
                "QuantitativeValue",
                Optional.empty(),
                List.of(
                        new Property("value", words(quantity.number().toPlainString())),
                        new Property("unitText", words(quantity.unit().one()))));
    }

    private Value described(FieldPath path, Object value, String property) {
        String text = value instanceof Option option ? option.label() : text(value);
        if (PLACES.contains(property)) {
            return part("Place", new Property("name", words(text)));
        }
        if (property.equals(FEATURE)) {
            return part(
                    "LocationFeatureSpecification",
                    new Property("name", words(text)),
                    new Property("value", words("https://schema.org/True")));
        }
        if (LANGUAGES.contains(property) && value instanceof Option option) {
            return option.code()
                    .<Value>map(code -> part(
                            "Language", new Property("name", words(text)), new Property("alternateName", words(code))))
                    .orElseGet(() -> words(text));
        }
        return property.equals("identifier")
                ? new Part(new Thing(
                        "PropertyValue",
                        Optional.empty(),
                        List.of(
                                new Property(
                                        "propertyID",
                                        words(path.last().display().label())),
                                new Property("value", words(text)))))
                : words(text);
    }

    private static String text(Object value) {
        if (value instanceof PhoneNumber number) {
            return number.international();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof PartialDate date ? date.iso() : value.toString();
    }

    /** Another entry, as described on a page that refers to it. */
    private static Part named(Entry entry) {
        String type = entry.kind()
                .presentation()
                .thing()
                .map(Presentation.Thing::type)
                .orElse("Thing");
        return new Part(new Thing(type, Optional.of(id(entry)), List.of(new Property("name", words(entry.label())))));
    }

    private static Thing source(Citation citation) {
        var properties = new ArrayList<Property>();
        add(properties, "name", words(citation.title()));
        add(properties, "url", words(citation.url()));
        citation.published().ifPresent(day -> add(properties, "datePublished", words(day.iso())));
        return new Thing("CreativeWork", Optional.empty(), properties);
    }

    private static Thing publisher(Site site) {
        return new Thing(
                "Organization",
                Optional.empty(),
                List.of(
                        new Property("name", words(site.publisher().name())),
                        new Property("url", words(site.publisher().url()))));
    }

    /** The list of the entries of a kind, if these are terms. */
    Optional<Thing> termSet(Kind kind, List<Entry> inOrder, Head head) {
        boolean isTerm = kind.presentation()
                .thing()
                .filter(thing -> thing.type().equals(TERM))
                .isPresent();
        return isTerm ? Optional.of(termSet(head, inOrder.stream().map(Things::term))) : Optional.empty();
    }

    private Thing termSet(Head head, Stream<Thing> terms) {
        return new Thing(
                "DefinedTermSet",
                Optional.of(head.path() + "#terms"),
                List.of(
                        new Property(
                                "name",
                                words(labels.text("page-title", Map.of("page", head.title(), "site", site.title())))),
                        new Property("description", words(head.description())),
                        new Property("url", new Address(head.path().value())),
                        new Property(
                                "hasDefinedTerm",
                                new Several(terms.<Value>map(Part::new).toList()))));
    }

    private static Thing term(Entry entry) {
        var properties = new ArrayList<Property>();
        add(properties, "name", words(entry.label()));
        if (entry.kind().isGlossary()) {
            Term term = Term.of(entry);
            List<Value> otherNames = Stream.concat(term.expansion().stream(), term.also().stream())
                    .<Value>map(Words::new)
                    .toList();
            if (!otherNames.isEmpty()) {
                add(properties, "alternateName", new Several(otherNames));
            }
            // The page itself has the definitions, and would be a sixth heavier if it repeated them.
        } else {
            entry.summary().ifPresent(summary -> add(properties, "description", words(summary)));
        }
        add(properties, "url", new Address(Routes.of(entry).value()));
        return new Thing(TERM, Optional.of(id(entry)), properties);
    }

    /** A page may be about several things, so each has an address of its own. */
    private static String id(Entry entry) {
        String page = Routes.of(entry).value();
        return page.contains("#") ? page : page + "#" + entry.kind().name();
    }

    private static Part part(String type, Property... properties) {
        return new Part(new Thing(type, Optional.empty(), List.of(properties)));
    }

    private static Words words(String text) {
        return new Words(text);
    }

    private static void add(List<Property> properties, String name, Value value) {
        properties.add(new Property(name, value));
    }
}
