package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.source.Span;

/**
 * The values that a choice offers, in the order in which they are offered.
 *
 * @param name of its file: {@code regions}
 * @param formerNames names that it had before; addresses that begin with these redirect
 * @param noun what one of its values is; empty for one that has no pages
 * @param about one sentence about its page; empty likewise
 * @param aboutEach one sentence about the page of a value, with {@code {label}} for its name
 * @param position of its page in the main navigation, lowest first; empty if it is not there
 * @param search how its values are found
 * @param map how its values are drawn; empty unless each has an outline
 * @param options each before those that belong to it
 */
public record Vocabulary(
        String name,
        List<Placed<Id>> formerNames,
        Optional<Noun> noun,
        Optional<String> about,
        Optional<String> aboutEach,
        Optional<Placed<Integer>> position,
        Presentation.Search search,
        Optional<MapSize> map,
        List<Option> options) {
    /** The size of a map, in the units of the outlines. */
    public record MapSize(int width, int height, String title) {}

    /**
     * One value.
     *
     * @param id its part of an address
     * @param label as written in content and shown to readers
     * @param phrase after a count: {@code in the Midlands}
     * @param otherNames by which search finds it too
     * @param postcodes the letters with which postcodes there begin
     * @param area its area on a map
     * @param above those to which it belongs, the widest first; empty for one at the top
     * @param formerIds ids that it had before; addresses with these redirect
     * @param isCode whether the id is a code of a standard, which content may use for the label
     * @param place where it is declared
     */
    public record Option(
            Id id,
            String label,
            Optional<String> phrase,
            List<String> otherNames,
            List<String> postcodes,
            Optional<Area> area,
            List<Option> above,
            List<Placed<Id>> formerIds,
            boolean isCode,
            Span place) {
        public Option {
            otherNames = List.copyOf(otherNames);
            postcodes = List.copyOf(postcodes);
            above = List.copyOf(above);
            formerIds = List.copyOf(formerIds);
        }

        /** The labels of its ancestors, outermost first, then its own. */
        public List<String> trail() {
            return Stream.concat(above.stream().map(Option::label), Stream.of(label))
                    .toList();
        }

        /** Its code in a standard: {@code pl}. */
        public Optional<String> code() {
            return isCode ? Optional.of(id.value()) : Optional.empty();
        }

        /** Whether content chooses it with a word. */
        public boolean isWrittenAs(String word) {
            return word.equals(label) || (isCode && word.equals(id.value()));
        }

        /** The same value as one that belongs to others. */
        Option below(List<Option> others) {
            return new Option(id, label, phrase, otherNames, postcodes, area, others, formerIds, isCode, place);
        }

        /** The same value with an id that is a code. */
        Option withCode() {
            return new Option(id, label, phrase, otherNames, postcodes, area, above, formerIds, true, place);
        }

        /** The one to which it directly belongs; empty at the top. */
        public Optional<Option> parent() {
            return above.isEmpty() ? Optional.empty() : Optional.of(above.get(above.size() - 1));
        }

        /** Options are keys of many maps; comparing outlines would say no more. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Option that && id.equals(that.id) && label.equals(that.label);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /**
     * An area of a map.
     *
     * @param outline SVG path data
     * @param lines its name, in lines
     * @param x the centre of its name, or the start of a name outside the area
     * @param y the baseline of the first line of its name
     * @param leader a line to a name outside the area, as SVG path data
     */
    public record Area(String outline, List<String> lines, int x, int y, Optional<String> leader) {
        public Area {
            lines = List.copyOf(lines);
        }
    }

    public Vocabulary {
        formerNames = List.copyOf(formerNames);
        options = List.copyOf(options);
    }

    /** A vocabulary without pages. */
    public Vocabulary(String name, List<Option> options) {
        this(
                name,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Presentation.Search.PLAIN,
                Optional.empty(),
                options);
    }

    /** Where its pages are, below the root of the site: {@code regions/}. */
    public String address() {
        return name + "/";
    }

    /** What the list of its values is called: {@code Regions}. */
    public String title() {
        String many = noun.map(Noun::many).orElse(name);
        return Character.toUpperCase(many.charAt(0)) + many.substring(1);
    }

    /** Whether each of its values has a page of its own. */
    public boolean hasPages() {
        return noun.isPresent();
    }

    /** There is one vocabulary of a name; comparing all of its values would say no more. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Vocabulary that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The values by what is written in content. */
    public Map<String, Option> byLabel() {
        var byLabel = new LinkedHashMap<String, Option>();
        options.forEach(option -> byLabel.put(option.label(), option));
        return byLabel;
    }

    /** The values by their codes in a standard, unless another one has the code as its label. */
    public Map<String, Option> byCode() {
        var byCode = new LinkedHashMap<String, Option>();
        options.forEach(option -> option.code().ifPresent(code -> byCode.put(code, option)));
        options.forEach(option -> byCode.remove(option.label()));
        return byCode;
    }

    /** The value meant by a word that is its id, or another name of it, in capitals or not. */
    Optional<Option> meant(String word) {
        return options.stream()
                .filter(option -> option.id().value().equalsIgnoreCase(word)
                        || option.otherNames().stream().anyMatch(word::equalsIgnoreCase))
                .findFirst();
    }
}
