package org.waymark.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Span;
import org.waymark.tool.links.ExternalLink;
import org.waymark.tool.links.LinkUrl;

/** The closing line of a check of links: how many addresses there are, and how it stands with them. */
final class LinkSummary {
    private final Map<Span, String> addresses = new HashMap<>();
    private final Set<String> hosts = new HashSet<>();
    private final Map<Code, Set<String>> byCode = new HashMap<>();

    private LinkSummary(List<ExternalLink> links, List<Diagnostic> found) {
        for (ExternalLink link : links) {
            addresses.put(link.span(), link.address().map(LinkUrl::toString).orElse(link.typed()));
            link.address().map(LinkUrl::host).ifPresent(hosts::add);
        }
        for (Diagnostic each : found) {
            byCode.computeIfAbsent(each.code(), code -> new HashSet<>())
                    .add(addresses.getOrDefault(each.span(), each.span().toString()));
        }
    }

    /** @param known how many of the addresses were not asked for, since they had been good not long ago */
    static String of(List<ExternalLink> links, List<Diagnostic> found, int known) {
        return new LinkSummary(links, found).text(known);
    }

    private String text(int known) {
        int count = Set.copyOf(addresses.values()).size();
        if (count == 0) {
            return "The content links to no other site.";
        }
        var parts = new ArrayList<String>();
        add(parts, Codes.DEAD_LINK, "dead");
        add(parts, Codes.PRIVATE_LINK, "in a private network");
        add(parts, Codes.MOVED_LINK, "moved");
        add(parts, Codes.INSECURE_REDIRECT, "without encryption");
        add(parts, Codes.UNCHECKED_LINK, "could not be checked");
        return "Checked " + Findings.count(count, "address", "addresses") + " on "
                + Findings.count(hosts.size(), "host", "hosts") + ": "
                + (parts.isEmpty() ? "all is well" : String.join(", ", parts)) + "."
                + (known == 0
                        ? ""
                        : " " + Findings.count(known, "of them was", "of them were")
                                + " good a few days ago and not asked for again.");
    }

    private void add(List<String> parts, Code code, String words) {
        int count = byCode.getOrDefault(code, Set.of()).size();
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }
}
