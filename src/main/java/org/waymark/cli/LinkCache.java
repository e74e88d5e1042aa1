package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.waymark.publish.PublishFailure;
import org.waymark.publish.WholeFile;
import org.waymark.publish.WorkFolder;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import org.waymark.tool.links.LinkMemory;
import org.waymark.tool.links.MemoryText;

/** The file in which what was learnt of links is kept from one run to the next. */
final class LinkCache {
    private static final String USUAL = "links.json";

    private final Path file;
    private final LinkMemory memory;
    private boolean isClosed;

    private LinkCache(Path file, LinkMemory memory) {
        this.file = file;
        this.memory = memory;
    }

    /**
     * Reads the file, and makes sure that it can be written before anything is learnt.
     *
     * @param named the file that the user wants; else it is one of the project
     */
    static LinkCache open(ProjectOptions options, Optional<Path> named, PrintWriter err) {
        Path file = named.orElseGet(() -> WorkFolder.file(options.folder(), USUAL));
        named.ifPresent(other -> options.refuseSource(other, "what is learnt of links cannot be kept in " + other));
        String text = TextFile.read(file, file.toString()).map(SourceFile::text).orElse("");
        if (!MemoryText.isOne(text)) {
            throw options.usage(file + " is there already and holds something else; name another file with --cache");
        }
        Optional<LinkMemory> memory = text.isBlank() ? Optional.of(LinkMemory.empty()) : MemoryText.read(text);
        if (memory.isEmpty()) {
            err.println(file + " is broken or from another version of Waymark. It is begun anew, so nothing is known of"
                    + " earlier days.");
            err.flush();
        }
        if (named.isEmpty()) {
            WorkFolder.make(options.folder());
        }
        var cache = new LinkCache(file, memory.orElseGet(LinkMemory::empty));
        WholeFile.write(file, MemoryText.of(cache.memory));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cache.stop(err)));
        return cache;
    }

    LinkMemory memory() {
        return memory;
    }

    /** Keeps what was learnt. */
    synchronized void close() {
        WholeFile.write(file, MemoryText.of(memory));
        isClosed = true;
    }

    /** Keeps what was learnt until the user stopped the command. */
    private synchronized void stop(PrintWriter err) {
        if (isClosed) {
            return;
        }
        try {
            close();
            err.println("\nStopped. What was learnt so far is kept in " + file + ".");
        } catch (PublishFailure e) {
            err.println("\nwaymark: " + e.getMessage());
        }
        err.flush();
    }
}
