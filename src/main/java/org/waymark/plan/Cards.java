package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** Entries as they appear in lists. */
public final class Cards {
    private Cards() {}

    /**
     * An entry in a list.
     *
     * @param facts some of its values
     * @param about the same in one line
     * @param first what its page shows first, in one line
     * @param count of the entries that refer to it; missing if none of the site's fields refer to its kind
     * @param depth of how many entries of the list it is below, to which it belongs
     */
    public record Card(
            PageLink link,
            Optional<String> summary,
            List<String> facts,
            String about,
            Optional<String> first,
            Optional<Tally> count,
            int depth) {
        public Card {
            facts = List.copyOf(facts);
        }

        /** The same below other entries. */
        Card at(int level) {
            return new Card(link, summary, facts, about, first, count, level);
        }

        /** All of its lines in one, with a separator between them. */
        public String line(String separator) {
            return first.filter(words -> !about.isEmpty())
                    .map(words -> words + separator + about)
                    .orElseGet(() -> first.orElse(about));
        }
    }

    /**
     * Entries that belong together.
     *
     * @param id its anchor on the page
     * @param link the page about what they have in common, if there is one
     * @param count their number in words
     */
    public record CardGroup(
            String id,
            String title,
            Optional<PageLink> link,
            Optional<String> summary,
            String count,
            List<Card> cards) {
        public CardGroup {
            cards = List.copyOf(cards);
        }

        /** The same with its first few entries only. */
        CardGroup first(int most) {
            return cards.size() <= most ? this : new CardGroup(id, title, link, summary, count, cards.subList(0, most));
        }
    }

    /**
     * A number of entries.
     *
     * @param link to the entries that are counted
     * @param words {@code 3 case studies}
     * @param count the same in digits
     * @param noun the same without the number: {@code case studies}
     * @param share of the bar, as a percentage; missing if all numbers are too small for one
     */
    public record Tally(PageLink link, String words, String count, String noun, Optional<Integer> share) {}

    /** Numbers of entries by value. */
    public record Tallies(String label, List<Tally> items) {
        public Tallies {
            items = List.copyOf(items);
        }
    }
}
