package org.waymark.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.FirstEntries;
import org.waymark.directory.FirstEntries.Chain;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.plan.First.Contact;
import org.waymark.plan.First.Evidence;
import org.waymark.plan.First.Item;
import org.waymark.schema.Citation;
import org.waymark.schema.Email;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Noun;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.PhoneNumber;
import org.waymark.schema.PositionType;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Reference;
import org.waymark.schema.ShownFirst;
import org.waymark.schema.WebAddress;

/** Makes what pages and lists show first about an entry. Safe for use by several threads. */
final class FirstMaker {
    /** How many are above the text of a page. One more is shown too, rather than a link to it. */
    static final int SHOWN = 3;

    /** How many the section further down has. */
    static final int MOST = 100;

    /** How many a line of a list names. */
    private static final int NAMED = 3;

    /** How many entries are named as evidence for one. */
    private static final int EVIDENCE = 2;

    /** The anchor of the section with all of them. */
    static final String ANCHOR = "#wm-first";

    private final PublishedEntries entries;
    private final FirstEntries first;
    private final FieldViews fields;
    private final Labels labels;
    private final ReaderLinks links;

    FirstMaker(PublishedEntries entries, FieldViews fields, Labels labels, ReaderLinks links) {
        this.entries = entries;
        this.fields = fields;
        this.labels = labels;
        this.links = links;
        first = new FirstEntries(entries);
    }

    /** What a page shows; empty if its kind declares nothing. */
    Optional<First> of(Entry entry) {
        return entry.kind()
                .presentation()
                .first()
                .flatMap(declared -> first.chain(entry.kind()).map(chain -> of(entry, declared, chain, SHOWN)));
    }

    /** The same for paper, with all of them in one place. */
    Optional<First> onPaper(Entry entry) {
        return entry.kind()
                .presentation()
                .first()
                .flatMap(declared -> first.chain(entry.kind()).map(chain -> of(entry, declared, chain, MOST)));
    }

    /** The entries that it names under {@code contact}, such as the place of a service: one item for each field. */
    List<First> where(Entry entry) {
        Kind kind = entry.kind();
        return kind.presentation().contact().stream()
                .filter(name -> isWhere(kind, name))
                .map(name -> entries.path(kind, name))
                .flatMap(path -> where(entry, path).stream())
                .toList();
    }

    private Optional<First> where(Entry entry, FieldPath path) {
        List<Item> items = entries.values(entry, path).stream()
                .map(value -> item(((PathValue.OfEntry) value).entry(), List.of()))
                .toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        Field.Display display = path.last().display();
        return Optional.of(new First(
                items.size() == 1 ? display.label() : display.labelOfMany(),
                items,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty()));
    }

    /** Whether a field names entries that say where an entry is or how to reach it, and is not what is shown first. */
    boolean isWhere(Kind kind, String field) {
        return kind.presentation().contact().contains(field)
                && kind.field(field)
                        .filter(its -> its.itemType() instanceof Reference)
                        .isPresent()
                && chain(kind)
                        .flatMap(Chain::ownField)
                        .filter(path -> path.last().name().equals(field))
                        .isEmpty();
    }

    private First of(Entry entry, ShownFirst declared, Chain chain, int shown) {
        List<FirstEntries.First> found = first.of(entry);
        boolean isShort = found.size() <= shown + 1;
        boolean hasSection = !isShort && !isListedBelow(chain);
        List<Item> items = found.stream()
                .limit(isShort ? shown + 1 : shown)
                .map(one -> item(one, declared, !hasSection))
                .toList();
        Noun noun = noun(chain);
        return new First(
                declared.label(),
                items,
                isShort
                        ? Optional.empty()
                        : Optional.of(new PageLink(
                                labels.text("and-more", Map.of("count", found.size() - items.size())), ANCHOR)),
                hasSection
                        ? found.stream()
                                .limit(MOST)
                                .map(one -> item(one, declared, true))
                                .toList()
                        : List.of(),
                hasSection && found.size() > MOST ? list(chain) : Optional.empty(),
                declared.none().orElseGet(() -> labels.text("none-recorded", Map.of("kind", noun))),
                found.isEmpty() ? links.tell(entry, noun) : Optional.empty());
    }

    /** Whether the page has a section with these very entries, since they name the entry. */
    static boolean isListedBelow(Chain chain) {
        return chain.show().isEmpty()
                && chain.through()
                        .flatMap(path -> path.last().display().shownThereAs())
                        .isPresent();
    }

    /** The path to what pages of a kind show first. */
    Optional<Chain> chain(Kind kind) {
        return first.chain(kind);
    }

    private Optional<PageLink> list(Chain chain) {
        return chain.targets(entries.kinds()).stream()
                .filter(kind -> kind.listing().hasPage())
                .findFirst()
                .map(kind -> PageLink.to(labels.text("see-all", Map.of("kind", kind.noun())), Routes.ofList(kind, 1)));
    }

    private Noun noun(Chain chain) {
        return chain.targets(entries.kinds()).get(0).noun();
    }

    private Item item(FirstEntries.First found, ShownFirst declared, boolean withEvidence) {
        return item(
                found.entry(),
                found.evidence().stream()
                        .limit(withEvidence ? EVIDENCE : 0)
                        .map(shown -> evidence(shown, declared))
                        .toList());
    }

    private Item item(Entry entry, List<Evidence> evidence) {
        return new Item(
                PageParts.link(entry),
                entry.kind().presentation().contact().stream()
                        .map(path -> entries.path(entry.kind(), path))
                        .flatMap(path -> contacts(entry, path))
                        .toList(),
                evidence);
    }

    private Stream<Contact> contacts(Entry entry, FieldPath path) {
        String label = path.last().display().label();
        if (path.last().itemType() instanceof WebAddress) {
            return entries.raw(entry, path).stream()
                    .map(Object::toString)
                    .map(url -> new Contact(label, withoutScheme(url), Optional.of(url)));
        } else if (path.last().itemType() instanceof Email) {
            return entries.raw(entry, path).stream()
                    .map(Object::toString)
                    .map(address -> new Contact(label, address, Optional.of("mailto:" + address)));
        }
        List<Object> values = entries.raw(entry, path);
        if (path.last().itemType() instanceof OpeningHoursType || path.last().itemType() instanceof PositionType) {
            // They are for those who have chosen where to go.
            return Stream.of();
        }
        if (values.stream().allMatch(PostalAddress.class::isInstance)) {
            return values.stream().map(address -> new Contact(label, address.toString(), Optional.empty()));
        }
        return values.stream().allMatch(PhoneNumber.class::isInstance)
                ? values.stream()
                        .map(PhoneNumber.class::cast)
                        .map(number -> new Contact(label, number.text(), Optional.of(number.url())))
                : fields.facts(entry, path).stream().map(words -> new Contact(label, words, Optional.empty()));
    }

    /** An address as people say it. */
    static String withoutScheme(String url) {
        String address = url.replaceFirst("^https?://", "");
        return address.indexOf('/') == address.length() - 1 ? address.substring(0, address.length() - 1) : address;
    }

    private Evidence evidence(Entry entry, ShownFirst declared) {
        return new Evidence(
                entry.kind().noun(),
                PageParts.link(entry),
                entry.all(Citation.class)
                        .flatMap(source -> source.published().stream())
                        .max(Comparator.comparing(date -> date.iso()))
                        .map(date -> DateText.of(date, labels)),
                declared.evidence().stream()
                        .map(written -> entries.path(entry.kind(), written.field()))
                        .flatMap(path -> fields.words(entry, path).stream()
                                .map(words ->
                                        new FieldView.Fact(path.last().display().label(), words)))
                        .toList());
    }

    /** The same in one line of a list; empty if there is none, or if the list says it anyway. */
    Optional<String> line(Entry entry, List<FieldPath> facts) {
        return entry.kind()
                .presentation()
                .first()
                .filter(declared -> first.chain(entry.kind())
                        .flatMap(Chain::ownField)
                        .filter(facts::contains)
                        .isEmpty())
                .flatMap(declared -> names(entry)
                        .map(names ->
                                labels.text("field-and-value", Map.of("label", declared.label(), "value", names))));
    }

    private Optional<String> names(Entry entry) {
        List<String> names = first.of(entry).stream()
                .map(found -> Isolation.of(found.entry().label(), labels))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                names.size() <= NAMED + 1
                        ? labels.list("list-and", names)
                        : labels.text(
                                "names-and-more",
                                Map.of("names", labels.list(names.subList(0, NAMED)), "count", names.size() - NAMED)));
    }
}
