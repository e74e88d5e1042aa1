package org.waymark.tool.links;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/** What is known of each address that a directory links to, as data for tools. */
public final class LinkStates {
    private static final String EXCLUDED = "excluded";
    private static final String UNKNOWN = "unknown";

    private LinkStates() {}

    /**
     * All addresses, in order.
     *
     * @param checked the links that are to be checked
     * @param excluded the links that are left alone
     */
    public static List<Members> of(List<ExternalLink> checked, List<ExternalLink> excluded, LinkCache cache) {
        var states = new TreeMap<String, Members>();
        byAddress(checked).forEach((address, links) -> states.put(address, state(address, links, cache)));
        byAddress(excluded).forEach((address, links) -> states.put(address, state(address, EXCLUDED, links)));
        return List.copyOf(states.values());
    }

    private static Map<String, List<ExternalLink>> byAddress(List<ExternalLink> links) {
        return links.stream()
                .collect(Collectors.groupingBy(
                        link -> link.address().map(LinkUrl::toString).orElse(link.typed()),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static Members state(String address, List<ExternalLink> links, LinkCache cache) {
        Optional<LinkRecord> known = links.get(0).address().flatMap(cache::of);
        if (known.isEmpty()) {
            return state(address, UNKNOWN, links);
        }
        LinkRecord last = known.get();
        LinkResult result = last.result();
        return state(address, result.status().name().toLowerCase(Locale.ROOT), links)
                .add("checked", last.checked())
                .add("failingSince", last.failingSince())
                .add("reason", Optional.of(result.reason()).filter(reason -> !reason.isEmpty()))
                .add("movedTo", result.movedTo())
                .add("downgradesTo", result.downgradesTo());
    }

    private static Members state(String address, String status, List<ExternalLink> links) {
        return Json.object()
                .add("address", address)
                .add("status", status)
                .add(
                        "places",
                        links.stream()
                                .map(link -> Json.object()
                                        .add("path", link.span().path())
                                        .add("line", link.span().startLine())
                                        .add("column", link.span().startColumn()))
                                .toList());
    }
}
