package org.waymark.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.directory.Term;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.schema.Labels;
import org.waymark.source.Memo;

/** Renders the bodies of entries for their pages, and optionally keeps them for the next plan. */
final class BodyMaker {
    private final Memo<TermPhrases, TermIndex> indexes;
    private final Memo<BodyInput, Body> bodies;

    /** The phrases to find in texts. */
    private record TermPhrases(List<Term> terms, List<String> names) {}

    /**
     * Everything that a rendered body depends on.
     *
     * @param targets those of its links and images, by destination
     * @param glossary the path of the file that explains terms
     * @param terms compared by identity: a new index is made only for new phrases
     */
    private record BodyInput(
            Prose prose,
            SitePath page,
            Map<String, LinkTarget> targets,
            TermIndex terms,
            String glossary,
            TextLabels labels) {}

    BodyMaker(boolean remembers) {
        indexes = Memo.create(remembers);
        bodies = Memo.create(remembers);
    }

    /** The index of the directory's glossary terms. */
    TermIndex terms(Directory directory) {
        var phrases = new TermPhrases(
                directory.terms(),
                directory.kinds().forReaders().stream()
                        .filter(kind -> kind.presentation().hasProperNames())
                        .flatMap(kind -> directory.order().fromAToZ(directory.shown(kind)).stream())
                        .map(Entry::label)
                        .toList());
        return indexes.of("terms", phrases, changed -> new TermIndex(changed.terms(), changed.names()));
    }

    /**
     * The body of an entry as a part of another page, one level below the headings of that page. Its words are not explained.
     *
     * @param prefix of the ids in it
     */
    Html part(Directory directory, Entry entry, Prose prose, SitePath page, Labels labels, String prefix) {
        return prose.toHtml(
                new TargetResolver(
                        new TextLabels(labels),
                        destination -> target(directory, entry.path(), destination, page, labels)),
                1,
                prefix);
    }

    Body body(Directory directory, TermIndex terms, Entry entry, Prose prose, SitePath page, Labels labels) {
        String file = entry.path();
        var targets = new LinkedHashMap<String, LinkTarget>();
        Stream.concat(
                        prose.links().stream().map(Prose.Link::destination),
                        prose.images().stream().map(Prose.Image::destination))
                .forEach(destination ->
                        targets.computeIfAbsent(destination, d -> target(directory, file, d, page, labels)));
        return bodies.of(
                page.value(),
                new BodyInput(prose, page, targets, terms, glossary(directory), new TextLabels(labels)),
                source -> make(source, file));
    }

    private static String glossary(Directory directory) {
        return directory.kinds().terms().map(kind -> kind.place().path()).orElse("");
    }

    private static LinkTarget target(
            Directory directory, String file, String destination, SitePath page, Labels labels) {
        Optional<LinkPath> path = LinkPath.resolve(file, destination);
        String address = path.flatMap(link -> Routes.of(directory, link))
                .map(target -> page.root() + target)
                .orElse("");
        return LinkTarget.of(directory, path, address, labels);
    }

    private static Body make(BodyInput source, String file) {
        TermIndex.Reading reading = source.terms().reading();
        Html html = source.prose()
                .toHtml(
                        new TargetResolver(
                                source.labels(),
                                destination -> source.targets().getOrDefault(destination, LinkTarget.NOWHERE)) {
                            @Override
                            public String resolve(String destination) {
                                term(destination).ifPresent(link -> reading.linked(link.fragment()));
                                return super.resolve(destination);
                            }

                            @Override
                            public boolean isTerm(String destination) {
                                return term(destination)
                                        .filter(link -> !link.fragment().isEmpty())
                                        .isPresent();
                            }

                            private Optional<LinkPath> term(String destination) {
                                return LinkPath.resolve(file, destination)
                                        .filter(link -> link.path().equals(source.glossary()));
                            }
                        },
                        reading);
        return new Body(html, reading.marked(), reading.used());
    }

    /** Ends a plan. */
    void endRun() {
        indexes.endRun();
        bodies.endRun();
    }
}
