package org.waymark.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Choice;
import org.waymark.schema.FieldType;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Line;
import org.waymark.schema.Listing;
import org.waymark.schema.MoneyType;
import org.waymark.schema.OpeningHoursType;
import org.waymark.schema.Placed;
import org.waymark.schema.PositionType;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.source.Span;

/** Checks the lists of kinds: their form, order, filters and matrix. */
final class ListingCheck {
    private final ShapeFindings findings;

    ListingCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    void check(Kind kind) {
        Listing listing = kind.listing();
        Optional<String> needed = switch (listing.style()) {
            case WITH -> listing.with().isEmpty() ? Optional.of("with: course") : Optional.empty();
            case GROUPS -> listing.by().isEmpty() ? Optional.of("by: subject") : Optional.empty();
            default -> Optional.empty();
        };
        needed.ifPresent(line -> findings.invalid(
                place(listing, "as"), "a list of this form needs another line", "add one such as `" + line + "`"));
        if (listing.style() == Listing.Style.FINDER && !kind.place().isFolder()) {
            findings.invalid(
                    place(listing, "as"),
                    "entries of one file share a page, so they cannot be filtered",
                    "write `as: letters`");
        }
        if (!kind.place().isFolder() && !listing.hasPage()) {
            findings.invalid(
                    kind.placeOf("file"),
                    "entries of one file share the page of their list, but there is no list",
                    "add a line such as `listing: {as: letters}`");
        } else if (listing.style() == Listing.Style.NONE
                && kind.presentation().position().isPresent()) {
            findings.invalid(
                    kind.placeOf("navigation"),
                    "there is no list for the navigation to link to",
                    "add a line such as `listing: {as: plain}`, or remove this one");
        }
        if (listing.style() != Listing.Style.FINDER && !listing.facets().isEmpty()) {
            findings.invalid(
                    place(listing, "facets"), "only a list of the form `finder` has filters", "write `as: finder`");
        }
        hereAndNow(kind, "open-now", listing.openNow(), OpeningHoursType.class, "opening-hours");
        hereAndNow(kind, "nearest", listing.nearest(), PositionType.class, "position");
        listing.with().ifPresent(with -> with(kind, with));
        listing.by()
                .flatMap(by -> findings.path(kind, by, "by", place(listing, "by")))
                .ifPresent(path -> groupable(path, place(listing, "by")));
        if (kind.field(Role.ADDED).isEmpty()
                && (listing.newestFirst() || !listing.feeds().isEmpty())) {
            findings.invalid(
                    place(listing, listing.newestFirst() ? "newest-first" : "feeds"),
                    "nothing shows what is new, since no field has the role `added`",
                    "remove the line, or add the role to a date");
        }
        listing.order().ifPresent(order -> order(kind, order));
        int before = findings.count();
        Set<String> words = new HashSet<>();
        listing.facets().forEach(facet -> facet(kind, facet, words));
        listing.facets().forEach(facet -> facet.formerWords().forEach(word -> formerWord(word, words)));
        if (findings.count() == before) {
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
            findings.invalid(
                    place(kind.listing(), "newest-first"),
                    "the list has an `order` too",
                    "remove one of the two lines");
        }
        findings.field(kind, order.by(), "order", place)
                .map(path -> path.last().itemType())
                .filter(type -> !ListOrder.isPossible(type))
                .ifPresent(type -> findings.invalid(
                        place,
                        "entries cannot be ordered by `" + order.by() + "`",
                        "use a date, a period, a number, an amount with one unit, a line, an identifier or a choice"));
        order.past()
                .flatMap(past -> findings.field(kind, past.after(), "past", after(kind, past)))
                .filter(path -> !ListOrder.isDate(path.last().itemType()))
                .ifPresent(path -> findings.invalid(
                        after(kind, order.past().orElseThrow()),
                        "`" + path + "` is not a date, so it cannot show which entries are past",
                        "name a date, a partial date or a period under `after`"));
    }

    /** What readers can find by the time and by where they are. */
    private void hereAndNow(Kind kind, String word, Optional<String> written, Class<?> type, String name) {
        Span place = place(kind.listing(), word);
        if (written.isPresent() && kind.listing().style() != Listing.Style.FINDER) {
            findings.invalid(place, "only a list of the form `finder` can have `" + word + "`", "write `as: finder`");
            return;
        }
        written.flatMap(path -> findings.path(kind, path, word, place))
                .filter(path -> !type.isInstance(path.last().itemType()))
                .ifPresent(path -> findings.invalid(
                        place, "`" + path + "` is not of the type `" + name + "`", "name a field of that type"));
    }

    private static Span after(Kind kind, Listing.Past past) {
        return kind.placeOf("listing.order.past.after", past.after());
    }

    private static Span place(Listing listing, String part) {
        return listing.origin().of(part);
    }

    private void with(Kind kind, String with) {
        Optional<Kind> other = findings.named(with);
        if (other.isEmpty()) {
            findings.unknownKind(place(kind.listing(), "with"), with);
        } else if (!other.get().listing().hasPage() && !findings.isAtFault(other.get())) {
            findings.invalid(
                    place(kind.listing(), "with"),
                    other.get().phrase() + " has no list of its own",
                    "name a kind with a list, or give this one a list");
        }
    }

    private void facet(Kind kind, Listing.Facet facet, Set<String> words) {
        if (!words.add(facet.word())) {
            findings.invalid(
                    facet.wordPlace(),
                    "two facets have the word `" + facet.word() + "`",
                    "give each a word of its own, since it is part of addresses");
        }
        Optional<FieldPath> path = findings.path(kind, facet.path(), "facets", facet.place());
        path.filter(leads -> !(leads.last().itemType() instanceof MoneyType))
                .ifPresent(leads -> groupable(leads, facet.place()));
        facet.within().ifPresent(word -> within(kind, facet, word, words));
    }

    /** @param words of all facets, present and former */
    private void formerWord(Placed<Id> word, Set<String> words) {
        if (!words.add(word.value().value())) {
            findings.invalid(
                    word.span(),
                    "`" + word.value() + "` is or was the word of another facet, so that it cannot lead to this one",
                    "remove it from `former-words`");
        }
    }

    private void within(Kind kind, Listing.Facet facet, String word, Set<String> earlier) {
        Span place = kind.placeOf("listing.facets.within", word);
        Optional<Listing.Facet> outer = kind.listing().facet(word);
        if (outer.isEmpty() || word.equals(facet.word()) || !earlier.contains(word)) {
            findings.invalid(
                    place,
                    "the facet `" + facet.word() + "` is within `" + word + "`, but no facet above it has that word",
                    "write the outer facet first");
        } else if (!outer.get().path().startsWith(facet.path() + ".")) {
            findings.invalid(
                    place,
                    "the values of `" + word + "` do not group those of `" + facet.word() + "`",
                    "the path of the outer one must continue that of the inner one, as `course.subject` continues `course`");
        } else if (outer.get().within().isPresent()) {
            findings.invalid(place, "the facet `" + word + "` is itself within another one", "group by one facet only");
        }
    }

    /** Entries can be grouped by entries, choices and lines, but not by text, numbers and so on. */
    private void groupable(FieldPath path, Span place) {
        FieldType<?> type = path.last().itemType();
        boolean isGroupable = type instanceof Reference
                || type instanceof Choice<?>
                || (type instanceof Line line && !line.isProse());
        if (!isGroupable) {
            findings.invalid(
                    place, "entries cannot be grouped by `" + path + "`", "use a reference, a choice or a short line");
        }
    }

    private static String pathOf(Kind kind, String word) {
        return kind.listing().facet(word).map(Listing.Facet::path).orElse("");
    }

    private void feed(Kind kind, String word) {
        if (findings.isUnknowable(kind, pathOf(kind, word))) {
            return;
        }
        boolean hasFeeds = kind.listing()
                .facet(word)
                .flatMap(facet -> FieldPath.of(findings.kinds(), kind, facet.path()))
                .map(path -> path.targets(findings.kinds()))
                .filter(targets -> !targets.isEmpty()
                        && targets.stream().allMatch(target -> target.place().isFolder()))
                .isPresent();
        if (!hasFeeds) {
            findings.invalid(
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
        if (findings.isUnknowable(kind, pathOf(kind, word))) {
            return;
        }
        boolean isPossible = kind.listing()
                .facet(word)
                .flatMap(facet -> FieldPath.of(findings.kinds(), kind, facet.path()))
                .filter(path -> !path.targets(findings.kinds()).isEmpty()
                        || path.vocabulary().isPresent())
                .isPresent();
        if (!isPossible) {
            findings.invalid(
                    kind.placeOf(part, word),
                    "`" + word + "` under `matrix` is not the word of a facet of entries or choices",
                    facetWord(kind, word).orElse("write the word of one of the facets above"));
        }
    }
}
