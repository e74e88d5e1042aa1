package org.waymark.tool.lsp;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Prose;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.tool.lsp.CompletionProposal.Sort;

/** Completes the destination of a link or image: files, headings and terms. */
final class LinkCompletion {
    /** An opening bracket after the text of a link or image, or a definition {@code [name]: }. */
    private static final Pattern DESTINATION =
            Pattern.compile("(?:(!?)\\[[^\\[\\]]*\\]\\(|^ {0,3}\\[[^\\]]+\\]: )<?([^()<>\\s]*)$");

    private final Snapshot snapshot;
    private final SourceFile file;
    private final Span replaced;

    private LinkCompletion(Snapshot snapshot, SourceFile file, Span replaced) {
        this.snapshot = snapshot;
        this.file = file;
        this.replaced = replaced;
    }

    static Stream<CompletionProposal> at(Snapshot snapshot, SourceFile file, Position position) {
        String line = file.line(position.line());
        int cursor = Math.min(position.column() - 1, line.length());
        Matcher open = DESTINATION.matcher(line.substring(0, cursor));
        if (!open.find()) {
            return Stream.of();
        }
        String typed = open.group(2);
        int end = destinationEnd(line, cursor);
        boolean isImage = "!".equals(open.group(1));
        int hash = typed.indexOf('#');
        int start = hash < 0 || isImage ? cursor - typed.length() : cursor - typed.length() + hash + 1;
        var completion = new LinkCompletion(snapshot, file, TextPositions.inLine(file, position.line(), start, end));
        if (isImage) {
            return completion.images();
        }
        return hash < 0
                ? Stream.of(completion.files(), completion.terms(), completion.images(), completion.downloads())
                        .flatMap(proposals -> proposals)
                : completion.anchors(typed.substring(0, hash));
    }

    /** Text after the cursor is part of the destination only if a bracket closes it. */
    private static int destinationEnd(String line, int cursor) {
        int end = cursor;
        while (end < line.length() && " \t()<>".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < line.length() && (line.charAt(end) == ')' || line.charAt(end) == '>');
        return closed ? end : cursor;
    }

    private Stream<CompletionProposal> files() {
        return snapshot.entries()
                .filter(entry -> !(entry.kind().place() instanceof Kind.YamlList))
                .sorted(Comparator.comparing(Snapshot::label))
                .map(entry -> proposal(
                        Sort.FILE,
                        LinkPath.relative(file.path(), entry.path()),
                        Snapshot.label(entry),
                        Snapshot.gist(entry).orElse("")));
    }

    private Stream<CompletionProposal> terms() {
        return snapshot.directory().terms().stream()
                .map(term -> proposal(
                        Sort.TERM,
                        LinkPath.relative(file.path(), term.origin().path()) + "#" + term.id(),
                        term.term(),
                        term.definition()));
    }

    private Stream<CompletionProposal> downloads() {
        return snapshot.directory().attachments().stream()
                .sorted()
                .map(path -> proposal(Sort.FILE, LinkPath.relative(file.path(), path), "a file to download", ""));
    }

    private Stream<CompletionProposal> images() {
        return snapshot.directory().images().stream()
                .sorted()
                .map(image -> proposal(Sort.IMAGE, LinkPath.relative(file.path(), image), "a picture", ""));
    }

    /** The headings or terms of the file at a path, or of this file if the path is empty. */
    private Stream<CompletionProposal> anchors(String path) {
        Optional<String> target =
                LinkPath.resolve(file.path(), path.isEmpty() ? "#" : path).map(LinkPath::path);
        if (target.isEmpty()) {
            return Stream.of();
        }
        if (target.get().equals(file.path())) {
            return snapshot.read(file).stream().flatMap(this::headings);
        }
        return snapshot.directory().entryAt(target.get()).stream()
                .flatMap(entry -> entry.kind().place() instanceof Kind.YamlList
                        ? snapshot.directory()
                                .entries(entry.kind())
                                .filter(Entry::isNamed)
                                .map(term -> proposal(
                                        Sort.TERM,
                                        term.id().value(),
                                        Snapshot.label(term),
                                        Snapshot.gist(term).orElse("")))
                        : headings(entry));
    }

    private Stream<CompletionProposal> headings(Entry entry) {
        return entry.body().stream()
                .map(Prose::headings)
                .flatMap(headings -> headings.stream())
                .map(heading -> proposal(Sort.HEADING, heading.anchor(), heading.text(), ""));
    }

    private CompletionProposal proposal(Sort sort, String text, String name, String doc) {
        return CompletionProposal.plain(sort, text, name, doc, text, text + " " + name, replaced);
    }
}
