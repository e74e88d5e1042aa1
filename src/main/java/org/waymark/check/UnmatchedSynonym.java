package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Synonym;
import org.waymark.markdown.Prose;

/** Words are synonyms for search, but no text of the directory contains any of them, so a search finds nothing. */
final class UnmatchedSynonym implements Rule {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Endings may differ by this much, since search compares stems. */
    private static final int LONGEST_ENDING = 3;

    @Override
    public Code code() {
        return Codes.UNMATCHED_SYNONYM;
    }

    @Override
    public Stream<Diagnostic> check(Directory directory) {
        List<Entry> synonyms =
                directory.entries(Synonym.KIND).filter(Entry::isComplete).toList();
        if (synonyms.isEmpty()) {
            return Stream.empty();
        }
        NavigableSet<String> words = words(directory);
        return synonyms.stream()
                .filter(entry -> Synonym.phrases(entry).stream().noneMatch(phrase -> mayOccur(phrase, words)))
                .map(this::report);
    }

    private static NavigableSet<String> words(Directory directory) {
        var words = new TreeSet<String>();
        directory.kinds().forReaders().stream()
                .flatMap(directory::entries)
                .flatMap(entry -> Stream.concat(entry.all(String.class), entry.body().map(Prose::text).stream()))
                .forEach(text -> words(text).forEach(words::add));
        directory.kinds().shape().vocabularies().values().stream()
                .flatMap(vocabulary -> vocabulary.options().stream())
                .flatMap(option -> Stream.concat(Stream.of(option.label()), option.otherNames().stream()))
                .forEach(text -> words(text).forEach(words::add));
        return words;
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }

    private static boolean mayOccur(String phrase, NavigableSet<String> words) {
        return words(phrase).allMatch(word -> {
            String beginning = word.substring(
                    0, Math.max(Math.min(word.length(), LONGEST_ENDING), word.length() - LONGEST_ENDING));
            String next = words.ceiling(beginning);
            return next != null && next.startsWith(beginning);
        });
    }

    private Diagnostic report(Entry entry) {
        return Diagnostic.of(
                code(),
                entry.origin().of(Synonym.TERM),
                "no text of the directory has any of these words, so a search for them finds nothing",
                "write a term that entries use, or remove this item");
    }
}
