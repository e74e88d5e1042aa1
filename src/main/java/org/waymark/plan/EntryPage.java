package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.Tallies;
import org.waymark.plan.ListItems.Review;
import org.waymark.schema.Noun;

/**
 * The page of an entry of any kind.
 *
 * @param template that of its kind, or the one for all kinds that have none
 * @param kind the name of its kind, as in its kind file
 * @param noun what such an entry is called: {@code case study}
 * @param eyebrow what is above the heading
 * @param summary what it is, if it says so
 * @param alerts what readers must know at once, in sentences
 * @param first what is shown first, if its kind declares it
 * @param where the entries that it names to say where it is or how to reach it, by field
 * @param fields its fields in order, except those that every page shows separately
 * @param field the same by name
 * @param facts those of its fields that are short, other than the ones in {@code related}, {@code first} and {@code where}; those
 *     that say how to reach it come first
 * @param body its text, if its kind has one
 * @param contents links to the main headings of the text
 * @param related entries of its own kind that it names, by field
 * @param backlinks the entries that name it, by the field in which they do
 * @param group the entry under which lists show it
 * @param previous the one before it in that list
 * @param others other entries of the same kind, if there are few
 * @param added when it joined the directory
 * @param subject what it is, for search engines
 */
public record EntryPage(
        Head head,
        String template,
        String kind,
        String noun,
        String eyebrow,
        Optional<String> summary,
        List<String> alerts,
        Optional<First> first,
        List<First> where,
        List<FieldView> fields,
        Map<String, FieldView> field,
        List<FieldView> facts,
        Optional<Body> body,
        List<PageLink> contents,
        List<Related> related,
        List<Backlinks> backlinks,
        Optional<PageLink> group,
        Optional<PageLink> previous,
        Optional<PageLink> next,
        Optional<Others> others,
        Optional<DateText> added,
        Review review,
        Optional<Paging> paging,
        Optional<Thing> subject)
        implements Page {
    /**
     * The entries that name this one in a field.
     *
     * @param kind the name of their kind
     * @param noun what they are called
     * @param heading above them
     * @param count their number in words
     * @param none what to say if there are none
     * @param cards the first of them, in the order of their list
     * @param all the link to all, unless all are shown
     * @param tallies how many of them have each value of what else they name
     * @param shownFirst whether these are what the page shows first
     */
    public record Backlinks(
            String kind,
            Noun noun,
            String heading,
            String count,
            String none,
            List<Card> cards,
            Optional<PageLink> all,
            List<Tallies> tallies,
            boolean shownFirst) {
        public Backlinks {
            cards = List.copyOf(cards);
            tallies = List.copyOf(tallies);
        }
    }

    /** Entries of the same kind that this one names in a field. */
    public record Related(String field, String label, List<Card> cards) {
        public Related {
            cards = List.copyOf(cards);
        }
    }

    /** Other entries of the same kind. */
    public record Others(String label, List<PageLink> links) {
        public Others {
            links = List.copyOf(links);
        }
    }

    public EntryPage {
        alerts = List.copyOf(alerts);
        where = List.copyOf(where);
        fields = List.copyOf(fields);
        field = Map.copyOf(field);
        facts = List.copyOf(facts);
        contents = List.copyOf(contents);
        related = List.copyOf(related);
        backlinks = List.copyOf(backlinks);
    }
}
