package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Site;
import org.waymark.markdown.Prose;

/** A link to an entry of this directory has the address of the published page, which {@code rename} cannot follow. */
final class OwnAddress implements Rule {
    private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

    @Override
    public Code code() {
        return Codes.OWN_ADDRESS;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        return directory.findSite().stream().flatMap(site -> check(directory, site));
    }

    private Stream<Diagnostic> check(Directory directory, Site site) {
        Pattern own = Pattern.compile("(?i)https?://"
                + Pattern.quote(SCHEME.matcher(site.baseUrl()).replaceFirst(""))
                + "([^?#]*?)(?:index\\.html)?(#.*)?");
        List<Entry> linking = directory.entries().stream()
                .filter(entry -> entry.body().stream()
                        .flatMap(body -> body.links().stream())
                        .anyMatch(link -> own.matcher(link.destination()).matches()))
                .toList();
        if (linking.isEmpty()) {
            return Stream.empty();
        }
        var targets = new LinkTargets(directory);
        return linking.stream()
                .flatMap(entry -> entry.body().stream()
                        .flatMap(body -> body.links().stream())
                        .flatMap(link -> check(targets, entry, link, own).stream()))
                .distinct(); // a definition may be used by several links
    }

    private Optional<Diagnostic> check(LinkTargets targets, Entry from, Prose.Link link, Pattern own) {
        Matcher address = own.matcher(link.destination());
        if (!address.matches()) {
            return Optional.empty();
        }
        String route = address.group(1).endsWith("/") ? address.group(1) : address.group(1) + "/";
        String fragment = address.group(2) == null ? "" : address.group(2);
        return targets.atAddress(route).map(target -> {
            String path = LinkPath.relative(from.path(), target.path()) + fragment;
            return Diagnostic.of(
                            code(),
                            link.span(),
                            "this is the address of an entry of this directory, which may change",
                            "link to its file: `" + path + "`")
                    .withFix(Optional.of(link.span())
                            .filter(span -> span.isAsLongAs(link.destination()))
                            .map(span -> Fix.change(span, path, fragment.isEmpty())));
        });
    }
}
