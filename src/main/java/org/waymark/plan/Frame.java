package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all pages have in common.
 *
 * @param baseUrl the URL of the site, which ends with a slash
 * @param rightToLeft whether the language is written from right to left
 * @param navigation the main navigation
 * @param pages those at the top of the site, for the footer
 * @param matrices the tables of numbers of entries, for the footer
 * @param news what the news feed announces: {@code new case studies}
 * @param routes the addresses that any page may link to, by name
 * @param assets the published path of each file in {@code templates/assets}, by its name there
 * @param badges of pages that are not or not always public, by path; empty on a site for readers
 * @param look the theme colours
 * @param preview the picture that other sites show beside links to pages without one of their own
 * @param searchLabels the labels of the script that suggests results while readers type, as JSON
 */
public record Frame(
        String title,
        Optional<String> subtitle,
        String summary,
        String language,
        boolean rightToLeft,
        String baseUrl,
        Web publisher,
        ContactDetails contact,
        SourceCitation source,
        Optional<String> licence,
        Optional<String> repository,
        List<PageLink> navigation,
        List<PageLink> pages,
        List<PageLink> matrices,
        String news,
        Map<String, String> routes,
        Map<String, String> assets,
        Map<String, String> badges,
        ThemeColours look,
        PreviewPicture preview,
        String searchLabels) {
    /** A link to another site. */
    public record Web(String text, String url) {}

    public record ContactDetails(Optional<String> name, Optional<String> email, Optional<String> url) {}

    public record SourceCitation(String title, String publisher, String url, DateText published) {}

    public Frame {
        navigation = List.copyOf(navigation);
        pages = List.copyOf(pages);
        matrices = List.copyOf(matrices);
        routes = Map.copyOf(routes);
        assets = Map.copyOf(assets);
        badges = Map.copyOf(badges);
    }
}
