package org.waymark.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Term;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Words;
import org.waymark.source.Span;

/**
 * An unfamiliar abbreviation in capitals that neither the glossary nor the entry itself explains. Every use is found;
 * {@link RepeatedAcronyms} makes one finding of them.
 */
final class UnexplainedAcronym implements TextRule {
    /** Anything longer is a word in capitals. */
    static final int LONGEST = 5;

    /** A title with more words than a name has is a sentence. */
    private static final int LONGEST_NAME = 5;

    @Override
    public Code code() {
        return Codes.UNEXPLAINED_ACRONYM;
    }

    @Override
    public Reader with(LanguageContext context) {
        Set<String> ordinary = WordFile.words("words-in-capitals.txt");
        Set<String> known = new HashSet<>(WordFile.words("known-acronyms.txt"));
        known.addAll(ordinary);
        known.addAll(context.knownWords());
        context.names().forEach(name -> addAcronyms(known, name));
        for (Term term : context.terms()) {
            addAcronyms(known, term.term());
            term.expansion().ifPresent(expansion -> addAcronyms(known, expansion));
            term.also().forEach(other -> addAcronyms(known, other));
        }
        return (entry, found) -> {
            if (context.isWhole()) {
                read(entry, known, ordinary, found);
            }
        };
    }

    private static void addAcronyms(Set<String> known, String words) {
        for (int at = Words.next(words, 0); at < words.length(); at = Words.next(words, Words.end(words, at))) {
            String word = words.substring(at, Words.end(words, at));
            known.add(word);
            known.add(Acronym.singular(word));
        }
    }

    private void read(Wording entry, Set<String> known, Set<String> ordinary, Consumer<Diagnostic> found) {
        Map<String, List<Span>> uses = new LinkedHashMap<>();
        Set<String> explained = new HashSet<>();
        for (WordedPassage passage : passages(entry)) {
            for (int i = 0; i < passage.count(); i++) {
                if (!Acronym.isAt(passage, i)) {
                    continue;
                }
                String acronym = Acronym.singular(passage.word(i));
                boolean isNew = acronym.length() <= LONGEST
                        && !known.contains(acronym)
                        && !known.contains(passage.word(i))
                        && !explained.contains(acronym)
                        && !isMadeOfKnown(acronym, known)
                        && !Acronym.isNumeral(acronym)
                        && !Acronym.isPlaceholder(acronym)
                        && !Acronym.isIdentifier(passage, i)
                        && !isPartOfName(passage, i)
                        && !Acronym.isShouted(passage, i, ordinary)
                        && !entry.isOrdinary(passage, i)
                        && passage.isOwn(i);
                if (!isNew) {
                    continue;
                }
                if (Acronym.isSpelledOut(passage, i, acronym)) {
                    explained.add(acronym);
                    uses.remove(acronym);
                } else {
                    uses.computeIfAbsent(acronym, key -> new ArrayList<>()).add(passage.span(i));
                }
            }
        }
        if (!uses.isEmpty()) {
            uses.keySet().removeAll(namesAndLinks(entry));
            uses.keySet().removeAll(Acronym.spelledOutIn(entry.all(), uses.keySet()));
            uses.forEach((acronym, spans) -> spans.forEach(span -> found.accept(report(acronym, span))));
        }
    }

    /** Whether the next word has a capital too, as in a name that begins with an abbreviation. */
    private static boolean isPartOfName(WordedPassage passage, int word) {
        return passage.runsOn(word)
                && passage.isCapitalised(word + 1)
                && Character.isLowerCase(
                        passage.text().charAt(Math.min(passage.start(word + 1) + 1, passage.end(word + 1) - 1)));
    }

    /** Titles that are names, and what the entry links to. */
    private static Set<String> namesAndLinks(Wording entry) {
        Set<String> expected = new HashSet<>();
        String[] title = entry.entry().label().split("[^\\p{L}\\p{N}'’-]+");
        boolean isName = title.length <= LONGEST_NAME
                && Arrays.stream(title).allMatch(word -> word.isEmpty() || Character.isUpperCase(word.codePointAt(0)));
        if (isName) {
            expected.addAll(List.of(title));
        }
        // The target of a link explains its text.
        entry.entry().body().stream()
                .flatMap(body -> body.links().stream())
                .forEach(link -> expected.add(Acronym.singular(link.text().strip())));
        return expected;
    }

    private Diagnostic report(String acronym, Span span) {
        return Diagnostic.of(
                code(),
                span,
                "nothing explains `" + acronym + "`",
                "write the words in full with `(" + acronym
                        + ")` after them at its first use, or add it to the glossary");
    }

    /** The text comes first: the summary, which has no room for it, need not explain what the text does. */
    private static List<WordedPassage> passages(Wording entry) {
        return Stream.concat(entry.body().stream(), entry.fields().stream())
                .filter(passage -> passage.passage().kind() != Passage.Kind.IMAGE)
                .toList();
    }

    private static boolean isMadeOfKnown(String acronym, Set<String> known) {
        String[] parts = acronym.split("[-/]");
        return parts.length > 1
                && List.of(parts).stream()
                        .allMatch(part -> part.length() < 2 || known.contains(Acronym.singular(part)));
    }
}
