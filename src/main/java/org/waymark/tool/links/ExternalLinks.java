package org.waymark.tool.links;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.content.ContentReader;
import org.waymark.directory.Directory;
import org.waymark.directory.Site;
import org.waymark.markdown.Prose;
import org.waymark.schema.Field;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Finds every link from the content to another site, in fields and in texts. */
public final class ExternalLinks {
    private static final Pattern WEB = Pattern.compile("(?i)\\s*https?://\\S+\\s*");

    /** Several links may share the definition of their address. */
    private final Set<ExternalLink> found =
            new TreeSet<>(Comparator.comparing(ExternalLink::span).thenComparing(ExternalLink::typed));

    private ExternalLinks() {}

    /** All of them, in order of position. The address of the site itself does not count. */
    public static List<ExternalLink> in(Directory directory) {
        var links = new ExternalLinks();
        directory.entries().forEach(entry -> entry.body().ifPresent(links::addText));
        directory.files().forEach(file -> links.addFields(file, sources(directory, file)));
        return List.copyOf(links.found);
    }

    private void addText(Prose text) {
        for (Prose.Link link : text.links()) {
            if (WEB.matcher(link.destination()).matches()) {
                Optional<Span> editable = Optional.of(link.span()).filter(span -> span.isAsLongAs(link.destination()));
                found.add(new ExternalLink(link.destination(), link.span(), editable, false));
            }
        }
    }

    /**
     * The fields of a file that give the sources of facts: citations, the addresses of a glossary, the site's own
     * source.
     */
    private static Set<String> sources(Directory directory, SourceFile file) {
        return directory.kinds().claiming(file.path()).stream()
                .flatMap(kind -> kind.equals(Site.KIND) ? Stream.of(Site.SOURCE) : kind.sources().stream())
                .map(Field::name)
                .collect(Collectors.toSet());
    }

    private void addFields(SourceFile file, Set<String> sources) {
        for (Mapping fields : ContentReader.typedFields(file)) {
            for (Value.Member member : fields.members()) {
                String name = member.key().text();
                if (!name.equals(Site.BASE_URL.name())) {
                    member.value().ifPresent(value -> add(value, sources.contains(name)));
                }
            }
        }
    }

    private void add(Value value, boolean isSource) {
        if (value instanceof Scalar scalar) {
            if (WEB.matcher(scalar.text()).matches()) {
                found.add(new ExternalLink(
                        scalar.text().strip(), scalar.written().orElse(scalar.span()), scalar.written(), isSource));
            }
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> add(item, isSource));
        } else if (value instanceof Mapping mapping) {
            mapping.members().forEach(member -> member.value().ifPresent(each -> add(each, isSource)));
        }
    }
}
