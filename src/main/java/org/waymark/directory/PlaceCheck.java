package org.waymark.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Placed;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Span;

/** Checks that every folder, file and address belongs to one kind, vocabulary or page of the site. */
final class PlaceCheck {
    private static final Set<String> OWN_FILES = Set.of(
            "content/site.yaml",
            "content/gone.yaml",
            Synonym.PATH,
            RouteLedger.PATH,
            "content/images",
            "content/files",
            "content/shape");

    private final ShapeFindings findings;
    private final Map<String, Kind> byPath = new HashMap<>();
    private final Map<String, Owner> byAddress = new HashMap<>();
    private Optional<Kind> atTop = Optional.empty();

    PlaceCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    void check() {
        Routes.ofEverySite()
                .forEach(name -> byAddress.put(name + "/", new Owner("a page that every site has", Optional.empty())));
        List<Vocabulary> vocabularies = findings.shape().vocabularies().values().stream()
                .filter(Vocabulary::hasPages)
                .toList();
        vocabularies.forEach(vocabulary -> byAddress.put(
                vocabulary.address(),
                new Owner(
                        "the list of the vocabulary `" + vocabulary.name() + "`",
                        Optional.of(Span.startOf(
                                "content/shape/" + VocabularyFile.FOLDER + "/" + vocabulary.name() + ".yaml")))));
        for (Kind kind : findings.shape().kinds()) {
            if (isPlaced(kind) && !findings.isAtFault(kind)) {
                addresses(kind);
            }
        }
        findings.shape()
                .kinds()
                .forEach(kind -> kind.formerFolders()
                        .forEach(folder -> former(kind.phrase(), folder, KindFile.FORMER_FOLDERS_OF_KIND)));
        vocabularies.forEach(vocabulary -> vocabulary
                .formerNames()
                .forEach(name -> former(
                        "the vocabulary `" + vocabulary.name() + "`",
                        name,
                        VocabularyFile.FORMER_NAMES_OF_VOCABULARY)));
    }

    /** Whether the name, and the folder or file, of a kind are its own; reported otherwise, since its entries are then unknown. */
    private boolean isPlaced(Kind kind) {
        if (ShapeCheck.OWN_KINDS.contains(kind.name())) {
            findings.invalid(
                    kind.origin().whole(),
                    "`" + kind.name() + "` is a kind that every directory has",
                    "give the file another name");
            findings.doubt(kind);
            return false;
        }
        if (kind.place() instanceof Kind.UnknownPlace) {
            return false;
        }
        String path = kind.place().path();
        Span place = placeOf(kind);
        Kind other = byPath.putIfAbsent(path, kind);
        if (other != null) {
            findings.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            place,
                            "`" + path + "` belongs to " + other.phrase() + " and to " + kind.phrase(),
                            "give each kind a folder or a file of its own")
                    .withNote(placeOf(other), "the other one is here"));
            findings.doubt(other);
        } else if (named(kind).isPresent()) {
            findings.add(Diagnostic.of(
                            Codes.INVALID_VALUE,
                            place,
                            "`" + kind.plural() + "` is the name of another kind",
                            "choose another name")
                    .withNote(named(kind).get().origin().whole(), "the other one is here"));
        } else if (OWN_FILES.contains(path)) {
            findings.invalid(place, "`" + path + "` has a meaning of its own", "choose another name");
        } else {
            return true;
        }
        findings.doubt(kind);
        return false;
    }

    private static Span placeOf(Kind kind) {
        return kind.placeOf(kind.place().isFolder() ? "folder" : "file");
    }

    /** The other kind whose name is the plural of this one. */
    private Optional<Kind> named(Kind kind) {
        return findings.shape().kinds().stream()
                .filter(each -> !each.equals(kind)
                        && each.name().equals(kind.plural())
                        && (each.isSound() || !findings.isAtFault(each)))
                .findFirst();
    }

    private void addresses(Kind kind) {
        if (kind.address().isEmpty() && kind.place().isFolder()) {
            Kind first = atTop.orElse(kind);
            if (!first.equals(kind)) {
                findings.add(Diagnostic.of(
                                Codes.INVALID_VALUE,
                                kind.placeOf("at-top"),
                                "only one kind can have its pages at the top level of the site",
                                "remove `at-top`; the pages are then below the name of their folder")
                        .withNote(first.placeOf("at-top"), "the other one is here"));
            }
            atTop = Optional.of(first);
        }
        address(kind.address(), "the pages of " + kind.phrase(), placeOfAddress(kind));
        kind.listing()
                .matrix()
                .ifPresent(matrix -> address(matrix.address(), "the matrix of " + kind.phrase(), matrix.place()));
    }

    /** @param list the key under which a file declares the former segment of addresses */
    private void former(String owner, Placed<Id> segment, String list) {
        Owner other = byAddress.putIfAbsent(
                segment.value() + "/", new Owner("former pages of " + owner, Optional.of(segment.span())));
        if (other != null) {
            findings.add(Diagnostic.of(
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

    private void address(String address, String what, Span place) {
        Owner other = address.isEmpty() ? null : byAddress.putIfAbsent(address, new Owner(what, Optional.of(place)));
        if (other != null) {
            Diagnostic finding = Diagnostic.of(
                    Codes.INVALID_VALUE,
                    place,
                    "`/" + address + "` is already the address of " + other.what(),
                    "write a line such as `address: another-name`");
            findings.add(other.place()
                    .map(taken -> finding.withNote(taken, "the other one is here"))
                    .orElse(finding));
        }
    }
}
