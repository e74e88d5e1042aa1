package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.markdown.Html;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.ListItems.TermItem;

/**
 * The whole directory on one page, to print or save. Ids contain a full stop, which no id of an entry or heading can,
 * so all are unique.
 *
 * @param updated the latest day on which an entry was published or reviewed
 * @param contents the table of contents
 * @param terms all terms, for their sources
 * @param hasSources whether entries list sources of their own
 */
public record PrintPage(
        Head head,
        Optional<DateText> updated,
        List<Contents> contents,
        List<Part> parts,
        List<TermItem> terms,
        boolean hasSources)
        implements Page {
    /** A line of the table of contents with those below it. */
    public record Contents(String id, String title, List<Contents> below) {
        public Contents {
            below = List.copyOf(below);
        }
    }

    /**
     * An entry with its text.
     *
     * @param path of its own page
     * @param summary what it is; empty if it has none
     * @param first the entries shown first
     * @param where the entries that it names to say where it is or how to reach it, by field
     * @param fields that readers see beside the text
     * @param body its text, if its kind has one
     */
    public record Chapter(
            String id,
            String path,
            String title,
            String summary,
            Optional<First> first,
            List<First> where,
            List<FieldView> fields,
            Optional<Html> body) {
        public Chapter {
            where = List.copyOf(where);
            fields = List.copyOf(fields);
        }
    }

    /**
     * A part of the page.
     *
     * @param intro the entry that the part is about, if any
     * @param chapters entries in full
     * @param cards entries in brief
     * @param listed links to entries that are too many to include here
     * @param terms of the glossary
     */
    public record Part(
            String id,
            String title,
            Optional<Chapter> intro,
            List<Chapter> chapters,
            List<Card> cards,
            Optional<Listed> listed,
            List<TermItem> terms) {
        public Part {
            chapters = List.copyOf(chapters);
            cards = List.copyOf(cards);
            terms = List.copyOf(terms);
        }
    }

    /** Entries by title. {@code count} is their number in words. */
    public record Listed(String sentence, List<PageLink> links) {
        public Listed {
            links = List.copyOf(links);
        }
    }

    public PrintPage {
        contents = List.copyOf(contents);
        parts = List.copyOf(parts);
        terms = List.copyOf(terms);
    }

    @Override
    public String template() {
        return "page/print";
    }
}
