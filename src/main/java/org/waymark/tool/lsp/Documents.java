package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that are open in the client. Thread-safe. */
final class Documents {
    private final Map<Path, Document> open = new ConcurrentHashMap<>();

    /**
     * An open text.
     *
     * @param uri its URI, as this client writes it
     * @param version a number that increases with each change
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

    /** The URI of a file: the one used by the client if the file is open. */
    String uri(Path file) {
        return at(file).map(Document::uri).orElseGet(() -> FileUri.of(file));
    }
}
