package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.directory.Routes;
import org.waymark.report.UriEscaper;

/**
 * Where a reviewer sees the files and the pages of the newer version.
 *
 * @param files the URL of the project's folder at the code host, with a slash at its end
 * @param pages the URL of a preview of the site, likewise
 */
public record ReviewLinks(Optional<String> files, Optional<String> pages) {
    /** No links. */
    public static final ReviewLinks NONE = new ReviewLinks(Optional.empty(), Optional.empty());

    /** @param line where code hosts let a link name one; 0 for the whole file */
    Optional<String> file(String path, int line) {
        return files.map(url -> url + UriEscaper.ofPath(path) + (line > 0 ? "#L" + line : ""));
    }

    /** The page of an entry that readers can see. */
    Optional<String> page(EntryChange entry) {
        return pages.filter(url -> entry.kind().place().isFolder()
                        && entry.after().filter(EntryState::isShown).isPresent())
                .map(url -> url + Routes.of(entry.kind(), entry.last().id()).file());
    }
}
