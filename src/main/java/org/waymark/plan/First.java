package org.waymark.plan;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Noun;

/**
 * The entries that a page shows first, such as who offers a service.
 *
 * @param label above them
 * @param items the first of them
 * @param more the link to the others, which are further down on the page
 * @param all all of them, for a section of their own; none if the items are all, or if another section has the others
 * @param beyond the link to the list of their kind, if even that section leaves some out
 * @param none what to say if there is none
 * @param tell the link by which readers can say who is missing, if the site has one
 */
public record First(
        String label,
        List<Item> items,
        Optional<PageLink> more,
        List<Item> all,
        Optional<PageLink> beyond,
        String none,
        Optional<Frame.Web> tell) {
    /**
     * One of them.
     *
     * @param contacts where it is and how to reach it
     * @param evidence the entries that show that it belongs here
     */
    public record Item(PageLink link, List<Contact> contacts, List<Evidence> evidence) {
        public Item {
            contacts = List.copyOf(contacts);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A place or a way to reach somebody.
     *
     * @param label what it is
     * @param url where it leads, if it can be followed
     */
    public record Contact(String label, String text, Optional<String> url) {}

    /**
     * An entry that is evidence for another one.
     *
     * @param noun what such an entry is called
     * @param link with its title
     * @param date of the latest of its sources that has one
     * @param facts what else the page says about it
     */
    public record Evidence(Noun noun, PageLink link, Optional<DateText> date, List<FieldView.Fact> facts) {
        public Evidence {
            facts = List.copyOf(facts);
        }
    }

    public First {
        items = List.copyOf(items);
        all = List.copyOf(all);
    }
}
