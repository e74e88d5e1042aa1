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

/** The closing line of a link check: how many addresses there are, by result. */
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

    /** @param known how many addresses were not requested because they are in the cache */
    static String of(List<ExternalLink> links, List<Diagnostic> found, int known) {
        return new LinkSummary(links, found).text(known);
    }

    private String text(int known) {
        int count = Set.copyOf(addresses.values()).size();
        if (count == 0) {
            return "The content has no external links.";
        }
        var parts = new ArrayList<String>();
        add(parts, Codes.DEAD_LINK, "dead");
        add(parts, Codes.PRIVATE_LINK, "in a private network");
        add(parts, Codes.MOVED_LINK, "moved");
        add(parts, Codes.INSECURE_REDIRECT, "redirected to http");
        add(parts, Codes.UNCHECKED_LINK, "could not be checked");
        return "Checked " + Findings.count(count, "address", "addresses") + " on "
                + Findings.count(hosts.size(), "host", "hosts") + ": "
                + (parts.isEmpty() ? "all OK" : String.join(", ", parts)) + "."
                + (known == 0 ? "" : " " + Findings.count(known, "result", "results") + " from the cache.");
    }

    private void add(List<String> parts, Code code, String words) {
        int count = byCode.getOrDefault(code, Set.of()).size();
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }
}
