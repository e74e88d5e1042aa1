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
 * Parses the Markdown that bodies are written in: CommonMark, and what a directory needs besides. Tables, footnotes and
 * struck-out text are commonmark's own extensions. Boxes to tick, bare addresses and ids of headings are read here, since its
 * extensions do not know where these are in the text, or there are none.
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
     * The document, whose nodes know where they are in the text.
     *
     * @param text the end of the file
     */
    static Node parse(SourceFile file, String text) {
        Node document = PARSER.parse(text);
        if (file.has('\\') && text.contains("\\|")) {
            document.accept(new CellPlaces(text));
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
