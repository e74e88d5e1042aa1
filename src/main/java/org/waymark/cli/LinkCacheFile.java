package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.waymark.publish.RequestedFile;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import org.waymark.source.WorkFolder;
import org.waymark.source.WriteFailure;
import org.waymark.tool.links.LinkCache;
import org.waymark.tool.links.LinkCacheText;

/** The file that keeps the link cache between runs. */
final class LinkCacheFile {
    private static final String DEFAULT_NAME = "links.json";

    private final Path project;
    private final Path file;
    private final LinkCache cache;
    private boolean isClosed;

    private LinkCacheFile(Path project, Path file, LinkCache cache) {
        this.project = project;
        this.file = file;
        this.cache = cache;
    }

    /**
     * Reads the file, and makes sure before the first request that it can be written.
     *
     * @param named the file from {@code --cache}; if absent, the project's own
     */
    static LinkCacheFile open(ProjectOptions options, Optional<Path> named, PrintWriter err) {
        Path file = named.orElseGet(() ->
                options.folder().resolve(WorkFolder.NAME).resolve(DEFAULT_NAME).normalize());
        named.ifPresent(other -> options.refuseSource(other, "the link cache cannot be in " + other));
        String text = TextFile.read(options.folder(), file, file.toString())
                .map(SourceFile::text)
                .orElse("");
        if (!LinkCacheText.isLinkCache(text)) {
            throw options.usage(file + " already exists and is not a link cache; name another file with --cache");
        }
        Optional<LinkCache> cache = text.isBlank() ? Optional.of(LinkCache.empty()) : LinkCacheText.read(text);
        if (cache.isEmpty()) {
            err.println(file + " is damaged or from another version of Waymark. Starting a new link cache.");
            err.flush();
        }
        if (named.isEmpty()) {
            WorkFolder.in(options.folder());
        }
        var open = new LinkCacheFile(options.folder(), file, cache.orElseGet(LinkCache::empty));
        RequestedFile.write(open.project, file, LinkCacheText.of(open.cache));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> open.stop(err)));
        return open;
    }

    LinkCache cache() {
        return cache;
    }

    /** Writes the cache. */
    synchronized void close() {
        RequestedFile.write(project, file, LinkCacheText.of(cache));
        isClosed = true;
    }

    /** Writes the results so far when the user stops the command. */
    private synchronized void stop(PrintWriter err) {
        if (isClosed) {
            return;
        }
        try {
            close();
            err.println("\nStopped. The results so far are in " + file + ".");
        } catch (WriteFailure e) {
            err.println("\nwaymark: " + e.getMessage());
        }
        err.flush();
    }
}
