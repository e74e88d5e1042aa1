package org.waymark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.Organisation;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.markdown.Words;

/**
 * What the rules of language know of a directory.
 *
 * @param isEnglish whether its content is written in English; so it is taken to be where nothing can be read of it
 * @param knownWords that the site's settings give, just as they are written
 * @param terms the glossary
 * @param isWhole whether all of the glossary could be read
 * @param names of organisations and services
 */
public record Vocabulary(
        boolean isEnglish, Set<String> knownWords, List<GlossaryTerm> terms, boolean isWhole, Set<String> names) {
    public Vocabulary {
        knownWords = Set.copyOf(knownWords);
        terms = List.copyOf(terms);
        names = Set.copyOf(names);
    }

    public static Vocabulary of(Directory directory) {
        List<String> known = directory
                .documents(Site.KIND)
                .flatMap(site -> site.fields().find(Site.KNOWN_WORDS).stream())
                .flatMap(List::stream)
                .toList();
        boolean isEnglish = directory
                .documents(Site.KIND)
                .flatMap(site -> site.fields().find(Site.LANGUAGE).stream())
                .allMatch(tag -> Locale.forLanguageTag(tag).getLanguage().equals("en"));
        // A glossary of which nothing was read is a file that is missing or has another name, which is reported.
        boolean isWhole = directory.documents(GlossaryTerm.KIND).count() > 0
                && directory
                        .documents(GlossaryTerm.KIND)
                        .allMatch(term -> term.entry().isPresent());
        Set<String> names = Stream.of(
                        directory
                                .documents(Organisation.KIND)
                                .flatMap(each -> each.fields().find(Organisation.NAME).stream()),
                        directory.documents(Service.KIND).flatMap(each -> each.fields().find(Service.NAME).stream()),
                        directory
                                .documents(Service.KIND)
                                .flatMap(each -> each.fields().find(Service.ALSO_KNOWN_AS).stream())
                                .flatMap(List::stream))
                .flatMap(stream -> stream)
                .collect(Collectors.toSet());
        return new Vocabulary(isEnglish, Set.copyOf(known), directory.glossary(), isWhole, names);
    }

    /** Words that are right as they are written: the known ones, and those with a capital in the names. */
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
}
