package org.waymark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.directory.Term;
import org.waymark.markdown.Words;
import org.waymark.schema.Field;
import org.waymark.schema.Line;

/**
 * What the language rules know about a directory.
 *
 * @param isEnglish whether its content is in English; assumed if its language cannot be read
 * @param knownWords from the site's settings, exactly as written
 * @param terms the glossary
 * @param isWhole whether all of the glossary could be read
 * @param names of organisations and services
 */
public record LanguageContext(
        boolean isEnglish, Set<String> knownWords, List<Term> terms, boolean isWhole, Set<String> names) {
    public LanguageContext {
        knownWords = Set.copyOf(knownWords);
        terms = List.copyOf(terms);
        names = Set.copyOf(names);
    }

    public static LanguageContext of(Directory directory) {
        List<String> known = directory
                .entries(Site.KIND)
                .flatMap(site -> site.find(Site.KNOWN_WORDS).stream())
                .flatMap(List::stream)
                .toList();
        boolean isEnglish = directory
                .entries(Site.KIND)
                .flatMap(site -> site.find(Site.LANGUAGE).stream())
                .allMatch(tag -> Locale.forLanguageTag(tag).getLanguage().equals("en"));
        List<Entry> terms =
                directory.kinds().terms().stream().flatMap(directory::entries).toList();
        // A glossary that could not be read at all is a file that is missing or misnamed, which is reported.
        boolean isWhole = !terms.isEmpty() && terms.stream().allMatch(Entry::isComplete);
        Set<String> names = directory.entries().stream()
                .filter(entry -> directory.kinds().isForReaders(entry.kind())
                        && !entry.kind().isGlossary())
                .flatMap(LanguageContext::names)
                .collect(Collectors.toSet());
        return new LanguageContext(isEnglish, Set.copyOf(known), directory.terms(), isWhole, names);
    }

    /** Words that are correct as written: the known ones, and those with a capital in the names. */
    Set<String> properWords() {
        var words = new HashSet<>(knownWords);
        for (String name : names) {
            for (int at = Words.next(name, 0); at < name.length(); at = Words.next(name, Words.end(name, at))) {
                if (Character.isUpperCase(name.codePointAt(at))) {
                    words.add(name.substring(at, Words.end(name, at)));
                }
            }
        }
        return words;
    }

    private static Stream<String> names(Entry entry) {
        Field<?> label = entry.kind().labelField();
        boolean isName = label.type() instanceof Line line && !line.isProse();
        return Stream.concat(
                entry.get(label, String.class).stream().filter(name -> isName), entry.alternativeNames().stream());
    }
}
