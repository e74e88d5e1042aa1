package org.waymark.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Home;
import org.waymark.schema.Home.Section;
import org.waymark.schema.Home.Show;
import org.waymark.schema.HomeFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Placed;
import org.waymark.schema.Role;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.source.Span;

/**
 * Checks a home page against the kinds and vocabularies of its shape: finds sections that show something these lack.
 * Whatever depends on a file with known errors is not checked.
 */
public final class HomeCheck {
    private static final Set<Show> OF_KINDS = Set.of(Show.GROUPS, Show.LIST, Show.NEWEST, Show.MATRIX, Show.FILTER);
    private static final Set<Show> OF_VOCABULARIES = Set.of(Show.CHOICES, Show.MAP);

    private final Shape shape;
    private final Set<String> atFault;
    private final List<Diagnostic> found = new ArrayList<>();

    private HomeCheck(Shape shape, Set<String> atFault) {
        this.shape = shape;
        this.atFault = atFault;
    }

    /**
     * The findings about a home page within its shape, in addition to those in its own file.
     *
     * @param atFault the paths of files with known errors
     */
    public static List<Diagnostic> faults(Shape shape, Set<String> atFault) {
        var check = new HomeCheck(shape, atFault);
        check.repeated();
        shape.home().sections().forEach(check::section);
        return check.found;
    }

    private void repeated() {
        Map<Show, Span> places = new EnumMap<>(Show.class);
        Home home = shape.home();
        for (Placed<Show> each : home.top()) {
            places.putIfAbsent(each.value(), each.span());
        }
        for (Section section : home.sections()) {
            if (!section.show().isSingle()) {
                continue;
            }
            Span place = place(section, "show");
            Span other = places.putIfAbsent(section.show(), place);
            if (other != null) {
                found.add(Diagnostic.of(
                                Codes.INVALID_VALUE,
                                place,
                                "the page shows `" + section.show().word() + "` twice",
                                "remove one of the two")
                        .withNote(other, "the other one is here"));
            }
        }
    }

    private void section(Section section) {
        if (section.of().isEmpty()) {
            boolean isOfMany = OF_KINDS.contains(section.show()) || OF_VOCABULARIES.contains(section.show());
            if (isOfMany && section.heading().isPresent()) {
                invalid(
                        place(section, HomeFile.HEADING),
                        "a section for several kinds or vocabularies cannot have a single heading",
                        "write `of` and the name of the one you mean, or remove the heading");
            }
        } else if (OF_VOCABULARIES.contains(section.show())) {
            Optional.ofNullable(shape.vocabularies().get(section.of().get()))
                    .filter(vocabulary -> !vocabulary.options().isEmpty())
                    .ifPresent(vocabulary -> vocabulary(section, vocabulary));
        } else {
            kind(section, section.of().get());
        }
    }

    private void vocabulary(Section section, Vocabulary vocabulary) {
        if (!vocabulary.hasPages()) {
            invalid(
                    place(section, HomeFile.OF),
                    "the choices of `" + vocabulary.name() + "` have no pages",
                    "give the vocabulary a `name`; or show the `filter` of a list by these choices");
        } else if (section.show() == Show.MAP && vocabulary.map().isEmpty()) {
            invalid(
                    place(section, HomeFile.OF),
                    "the vocabulary `" + vocabulary.name() + "` has no map",
                    "write its `map` and the `area` of each choice there; or show its `choices`");
        }
    }

    private void kind(Section section, String name) {
        Span place = place(section, HomeFile.OF);
        Optional<Kind> kind =
                shape.kinds().stream().filter(each -> each.name().equals(name)).findFirst();
        if (kind.isEmpty()) {
            Optional<Kind> misnamed = shape.kinds().stream()
                    .filter(each -> Id.from(each.noun().one()).value().equals(name))
                    .findFirst();
            if (misnamed.filter(each -> atFault.contains(each.origin().path())).isPresent()) {
                return;
            }
            List<String> known = shape.kinds().stream().map(Kind::name).toList();
            report(
                    Codes.UNKNOWN_REFERENCE,
                    place,
                    "no kind is called `" + name + "`",
                    misnamed.map(each -> "did you mean `" + each.name() + "`?")
                            .or(() -> DidYouMean.question(name, known))
                            .orElseGet(() -> "the kinds are " + String.join(", ", known)));
        } else if (!atFault.contains(kind.get().origin().path())) {
            kind(section, kind.get(), place);
        }
    }

    private void kind(Section section, Kind kind, Span place) {
        Listing listing = kind.listing();
        switch (section.show()) {
            case GROUPS -> {
                if (listing.style() != Listing.Style.GROUPS) {
                    invalid(
                            place,
                            "the list of " + kind.noun().many() + " has no groups",
                            "write `as: groups` in its `listing`, or show its `list` here");
                }
            }
            case NEWEST -> {
                if (kind.field(Role.ADDED).isEmpty()) {
                    invalid(
                            place,
                            "nothing shows which " + kind.noun().many()
                                    + " are new, since no field has the role `added`",
                            "give the role to a date, or show the `list` here");
                }
            }
            case MATRIX -> {
                if (listing.matrix().isEmpty()) {
                    invalid(
                            place,
                            "the list of " + kind.noun().many() + " has no matrix",
                            "write one in its `listing`, or remove the section");
                }
            }
            case FILTER -> filter(section, kind, place);
            default -> {}
        }
    }

    private void filter(Section section, Kind kind, Span place) {
        String word = section.facet().orElse("");
        if (kind.listing().facet(word).isPresent()) {
            return;
        }
        List<String> known =
                kind.listing().facets().stream().map(Listing.Facet::word).toList();
        report(
                Codes.UNKNOWN_REFERENCE,
                place,
                word.isEmpty()
                        ? "`" + kind.name() + "` does not say which filter of the list is meant"
                        : "the list of " + kind.noun().many() + " has no facet `" + word + "`",
                known.isEmpty()
                        ? "write `facets` in its `listing`, or show the `choices` of a vocabulary here"
                        : DidYouMean.nearest(word, known)
                                .map(near -> "did you mean `" + kind.name() + "." + near + "`?")
                                .orElseGet(() -> "write the kind, a dot and one of " + String.join(", ", known)));
    }

    private static Span place(Section section, String part) {
        return section.origin().of(part);
    }

    private void invalid(Span place, String message, String help) {
        report(Codes.INVALID_VALUE, place, message, help);
    }

    private void report(Code code, Span place, String message, String help) {
        found.add(Diagnostic.of(code, place, message, help));
    }
}
