package org.waymark.markdown;

import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.waymark.source.SourceFile;

/**
 * Parses the Markdown of bodies: CommonMark, with the extensions that a directory needs. Tables, footnotes and
 * struck-out text are commonmark's own extensions. Task list items, bare addresses and heading ids are parsed here,
 * since its extensions do not keep their source spans, or do not exist.
 */
final class MarkdownParser {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .extensions(List.of(
                    TablesExtension.create(),
                    FootnotesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build()))
            .build();

    private MarkdownParser() {}

    /**
     * The document, whose nodes have source spans.
     *
     * @param text the end of the file
     */
    static Node parse(SourceFile file, String text) {
        Node document = PARSER.parse(text);
        if (file.has('\\') && text.contains("\\|")) {
            document.accept(new CellOffsets(text));
        }
        if (file.has(']') && (text.contains("] ") || text.contains("]\t"))) {
            document.accept(new TaskItems(text));
        }
        if (file.has('{') && text.contains("{#")) {
            document.accept(new HeadingIds(text));
        }
        new BareAddresses(text).readIn(document);
        return document;
    }
}
