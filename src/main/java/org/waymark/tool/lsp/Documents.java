package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that are open in the editor. Safe for use by several threads. */
final class Documents {
    private final Map<Path, Document> open = new ConcurrentHashMap<>();

    /**
     * A text as the editor shows it.
     *
     * @param uri its address, as this editor writes it
     * @param version a number that grows with each change
     */
    record Document(String uri, Path file, int version, String text) {}

    void put(Document document) {
        open.put(document.file(), document);
    }

    void remove(Path file) {
        open.remove(file);
    }

    Optional<Document> at(Path file) {
        return Optional.ofNullable(open.get(file));
    }

    List<Document> below(Path folder) {
        return open.values().stream()
                .filter(document -> document.file().startsWith(folder))
                .toList();
    }

    /** The address of a file: that by which the editor has opened it, if it has. */
    String uri(Path file) {
        return at(file).map(Document::uri).orElseGet(() -> FileUri.of(file));
    }
}
