package org.waymark.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the site presents the entries of a kind.
 *
 * @param position of their list in the main navigation, lowest first; empty if it is not there
 * @param eyebrow the field whose value is above the heading of a page, if it is not the name of the kind
 * @param card the facts in a list, by the paths of their fields
 * @param contact the fields that say where an entry is and how to reach it, for pages that show it first
 * @param first the entries that pages show first
 * @param hasSummaryInLists whether lists show their summaries
 * @param hasPreviewPicture whether each has a picture that other sites show beside links
 * @param search how they are found
 * @param ask the text of the link by which readers ask about an entry; empty for none
 * @param add the text of the link by which readers propose a new entry; empty for none
 * @param thing what they are in the vocabulary of schema.org
 * @param openReferral what they are in Open Referral data
 */
public record Presentation(
        Optional<Integer> position,
        Optional<String> eyebrow,
        List<String> card,
        List<String> contact,
        Optional<ShownFirst> first,
        boolean hasSummaryInLists,
        boolean hasPreviewPicture,
        Search search,
        Optional<String> ask,
        Optional<String> add,
        Optional<Thing> thing,
        Optional<OpenReferral> openReferral) {
    /** Of a kind whose file does not mention it. */
    public static final Presentation PLAIN = new Presentation(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            true,
            false,
            Search.PLAIN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Presentation {
        card = List.copyOf(card);
        contact = List.copyOf(contact);
    }

    /** Whether a field says how to reach an entry. */
    public boolean isContact(Field<?> field) {
        return contact.contains(field.name())
                || openReferral.stream()
                        .flatMap(
                                declared -> Stream.of("phones", "email").flatMap(each -> declared.paths(each).stream()))
                        .anyMatch(path -> path.equals(field.name()));
    }

    /** Whether the labels of entries are proper names, like those of organisations. */
    public boolean hasProperNames() {
        return thing.filter(Thing::isNamed).isPresent();
    }

    /**
     * How entries are found.
     *
     * @param weight how likely readers are to look for one of them; 100 is neutral
     * @param names the fields with other names, in addition to those of roles
     * @param words the fields whose values are searched in addition to names, summary and text
     * @param summaryLength the maximum number of characters of a summary that are shown; empty for all
     */
    public record Search(int weight, List<String> names, List<String> words, Optional<Integer> summaryLength) {
        static final Search PLAIN = new Search(100, List.of(), List.of(), Optional.empty());

        public Search {
            names = List.copyOf(names);
            words = List.copyOf(words);
        }
    }

    /**
     * A type of schema.org, and the fields that become its properties. What every page has, such as its name, is not among
     * them.
     *
     * @param type such as {@code Article}
     * @param properties the fields by property, such as {@code about}, in alphabetical order
     */
    public record Thing(String type, Map<String, List<String>> properties) {
        private static final Set<String> NAMED = Set.of("Organization", "MedicalClinic", "Person", "Place");

        public Thing {
            properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        }

        boolean isNamed() {
            return NAMED.contains(type);
        }
    }
}
