package org.waymark.tool.links;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Severity;

/** Reports the result for an address at each link to it. */
public final class LinkFindings {
    /** Addresses that mean the same wherever they are: in plain YAML, in quotes, in brackets and in Markdown. */
    private static final Pattern PLAIN = Pattern.compile("[\\w:/?#@!$&*+=.~%-]+");

    private final LinkCache cache;
    private final LocalDate failingAtLeastSince;
    private final List<Diagnostic> found = new ArrayList<>();

    private LinkFindings(LinkCache cache, LocalDate failingAtLeastSince) {
        this.cache = cache;
        this.failingAtLeastSince = failingAtLeastSince;
    }

    /**
     * All findings.
     *
     * @param failingAtLeastSince an address that has failed since this day, or an earlier one, counts as an error
     * @return in the order of reports
     */
    public static List<Diagnostic> of(List<ExternalLink> links, LinkCache cache, LocalDate failingAtLeastSince) {
        var findings = new LinkFindings(cache, failingAtLeastSince);
        links.forEach(findings::add);
        findings.found.sort(Diagnostic.ORDER);
        return findings.found;
    }

    private void add(ExternalLink link) {
        Optional<LinkUrl> address = link.address();
        if (address.isEmpty()) {
            found.add(Diagnostic.of(
                    Codes.UNCHECKED_LINK,
                    link.span(),
                    "this address cannot be requested automatically",
                    "it names a user, or a host or port that is unusual; try it in a browser"));
        } else {
            cache.of(address.get()).ifPresent(known -> add(link, address.get(), known));
        }
    }

    private void add(ExternalLink link, LinkUrl address, LinkRecord known) {
        LinkResult result = known.result();
        switch (result.status()) {
            case GOOD -> {
                result.movedTo().flatMap(LinkUrl::of).ifPresent(to -> found.add(moved(link, address, to)));
                result.downgradesTo().ifPresent(to -> found.add(insecure(link, to)));
            }
            case DEAD -> found.add(dead(link, known));
            case BARRED ->
                found.add(Diagnostic.of(
                        Codes.UNCHECKED_LINK,
                        link.span(),
                        "this link cannot be checked automatically: " + result.reason(),
                        "check it in a browser; `allow: [" + Codes.UNCHECKED_LINK.name()
                                + "]` in the entry silences this"));
            case BUSY ->
                found.add(Diagnostic.of(
                        Codes.UNCHECKED_LINK,
                        link.span(),
                        "this link could not be checked: " + result.reason(),
                        "run `waymark links` again then"));
            case PRIVATE ->
                found.add(Diagnostic.of(
                        Codes.PRIVATE_LINK,
                        link.span(),
                        "readers cannot follow this link: " + result.reason(),
                        "link to a page that everyone can reach"));
        }
    }

    private Diagnostic dead(ExternalLink link, LinkRecord known) {
        LocalDate since = known.failingSince().orElse(known.checked());
        Diagnostic dead = Diagnostic.of(
                Codes.DEAD_LINK,
                link.span(),
                "this link has failed since " + since + ": " + known.result().reason(),
                link.isSource()
                        ? "find the page's new address or a copy in a web archive, or name another source"
                        : "find the page's new address, or remove the link");
        return since.isAfter(failingAtLeastSince) ? dead : dead.withSeverity(Severity.ERROR);
    }

    private static Diagnostic moved(ExternalLink link, LinkUrl from, LinkUrl to) {
        if (to.isFrontPage() && !from.isFrontPage()) {
            return Diagnostic.of(
                    Codes.MOVED_LINK,
                    link.span(),
                    "this page no longer exists: its address now redirects to the front page `" + to + "`",
                    "check whether the site still has that page, and link to that");
        }
        String now = to + (to.uri().getRawFragment() == null ? link.fragment() : "");
        return Diagnostic.of(
                        Codes.MOVED_LINK,
                        link.span(),
                        "this page has moved permanently to `" + to + "`",
                        link.isSource()
                                ? "check that the page there still says the same, then write its new address"
                                : "write the new address")
                .withFix(link.editable()
                        .filter(place -> PLAIN.matcher(now).matches())
                        .map(place -> Fix.change(place, now, !link.isSource() && from.isSamePageAs(to))));
    }

    private static Diagnostic insecure(ExternalLink link, String to) {
        return Diagnostic.of(
                Codes.INSECURE_REDIRECT,
                link.span(),
                "this link redirects to `" + to + "`, which is not encrypted",
                "link to a page that stays on https, or tell the owners of the site");
    }
}
