package org.waymark.directory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Ref;
import org.waymark.schema.Shape;

/**
 * The kinds of a directory: those that its shape declares, and those of the files that every directory may have: notices
 * of removed entries, the route ledger, synonyms for search, and the settings of the site.
 */
public final class Kinds {
    private final Shape shape;
    private final List<Kind> withPages;
    private final Kind notices;
    private final Kind ledger;
    private final List<Kind> all;
    private final List<Kind> byWeight;
    private final List<Kind> byPosition;
    private final Map<String, Kind> byName = new HashMap<>();
    private final FormerAddresses formerAddresses;
    private final boolean isSound;

    public Kinds(Shape shape) {
        this(shape, true);
    }

    /** @param isSound whether the shape is free of errors */
    public Kinds(Shape shape, boolean isSound) {
        this.shape = shape;
        this.isSound = isSound;
        withPages =
                shape.kinds().stream().filter(kind -> kind.place().isFolder()).toList();
        notices = GoneEntry.kind(shape.kinds(), withPages);
        ledger = RouteLedger.kind(withPages);
        all = Stream.concat(
                        shape.kinds().stream(),
                        Stream.of(notices, ledger, Synonym.KIND, BankHolidayFile.KIND, Site.KIND))
                .toList();
        all.forEach(kind -> byName.putIfAbsent(kind.name(), kind));
        all.forEach(kind -> byName.putIfAbsent(kind.plural(), kind));
        byWeight = shape.kinds().stream()
                .sorted(Comparator.comparingInt(
                                (Kind kind) -> -kind.presentation().search().weight())
                        .thenComparing(Kind::title))
                .toList();
        byPosition = shape.kinds().stream()
                .sorted(Comparator.comparingInt(
                                (Kind kind) -> kind.presentation().position().orElse(Integer.MAX_VALUE))
                        .thenComparing(Kind::title))
                .toList();
        formerAddresses = new FormerAddresses(this);
    }

    /**
     * Whether the shape is free of errors. Otherwise entries are known only in part, and what depends on all of them
     * cannot be checked.
     */
    public boolean isSound() {
        return isSound;
    }

    public Shape shape() {
        return shape;
    }

    /** The kinds whose entries readers see and links may point to, in alphabetical order. */
    public List<Kind> forReaders() {
        return shape.kinds();
    }

    public boolean isForReaders(Kind kind) {
        return shape.kinds().contains(kind);
    }

    /** The kinds whose entries each have a file, and so an address, of their own. */
    public List<Kind> withPages() {
        return withPages;
    }

    /** The kinds for readers, then the others. */
    public List<Kind> all() {
        return all;
    }

    /** The kind whose entries explain terms in texts. */
    public Optional<Kind> terms() {
        return shape.kinds().stream().filter(Kind::isGlossary).findFirst();
    }

    /** The kinds for readers, in descending order of search weight. */
    public List<Kind> byWeight() {
        return byWeight;
    }

    /** The kinds for readers, in the order of the main navigation; those outside it last. */
    public List<Kind> byPosition() {
        return byPosition;
    }

    /** Former addresses of pages, from before a folder or the id of a choice changed. */
    public FormerAddresses formerAddresses() {
        return formerAddresses;
    }

    /** The kind of the notices of removed entries. */
    public Kind notices() {
        return notices;
    }

    /** The kind of the route ledger. */
    public Kind ledger() {
        return ledger;
    }

    /** The kind with a name such as {@code case-study} or {@code case-studies}. */
    public Optional<Kind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The kind that a reference refers to.
     *
     * @throws IllegalArgumentException if there is none, which no shape allows
     */
    public Kind of(Ref ref) {
        return named(ref.kind()).orElseThrow(() -> new IllegalArgumentException("no kind is called " + ref.kind()));
    }

    /** The kind whose list shows the entries of a kind: itself, or another. */
    public Optional<Kind> listedWith(Kind kind) {
        Listing listing = kind.listing();
        return listing.hasPage()
                ? Optional.of(kind)
                : listing.with()
                        .flatMap(this::named)
                        .filter(with -> with.listing().hasPage());
    }

    /** The address of the list of the entries in a folder of {@code content}, if the site has one. */
    public Optional<SitePath> listIn(String folder) {
        return withPages.stream()
                .filter(kind -> kind.place().path().equals(folder))
                .findFirst()
                .flatMap(this::listedWith)
                .map(kind -> new SitePath(kind.address()));
    }

    /** The kind whose entries a file contains or should contain. */
    public Optional<Kind> claiming(String file) {
        for (Kind kind : all) {
            if (kind.claims(file)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
