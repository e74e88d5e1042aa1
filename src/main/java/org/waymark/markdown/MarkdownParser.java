package org.waymark.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Parses the Markdown that bodies are written in: CommonMark, and what a directory needs besides. */
final class MarkdownParser {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .extensions(List.of(TablesExtension.create()))
            .build();

    private MarkdownParser() {}

    /** The document, whose nodes know where they are in the text. */
    static Node parse(String text) {
        Node document = PARSER.parse(text);
        if (text.contains("\\|")) {
            document.accept(new CellPlaces(text));
        }
        return document;
    }
}
