package org.waymark.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.GlossaryTerm;
import org.waymark.markdown.Words;

/** An abbreviation in capitals that few know, which neither the glossary nor the entry itself explains. */
final class UnexplainedAcronym implements TextRule {
    private static final int LONGEST = 7;

    @Override
    public Code code() {
        return Codes.UNEXPLAINED_ACRONYM;
    }

    @Override
    public Reader with(Vocabulary vocabulary) {
        Set<String> known = new HashSet<>(WordFile.words("known-acronyms.txt"));
        known.addAll(vocabulary.knownWords());
        vocabulary.names().forEach(name -> addAcronyms(known, name));
        for (GlossaryTerm term : vocabulary.terms()) {
            addAcronyms(known, term.term());
            term.expansion().ifPresent(expansion -> addAcronyms(known, expansion));
            term.also().forEach(other -> addAcronyms(known, other));
        }
        return (entry, found) -> {
            if (vocabulary.isWhole()) {
                read(entry, known, found);
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

    private void read(Wording entry, Set<String> known, Consumer<Diagnostic> found) {
        Set<String> seen = new HashSet<>();
        for (WordedPassage passage : passages(entry)) {
            for (int i = 0; i < passage.count(); i++) {
                if (!Acronym.isAt(passage, i)) {
                    continue;
                }
                String acronym = Acronym.singular(passage.word(i));
                boolean isNew = acronym.length() <= LONGEST
                        && !known.contains(acronym)
                        && !known.contains(passage.word(i))
                        && !isMadeOfKnown(acronym, known)
                        && passage.isOwn(i)
                        && !Acronym.isShouted(passage, i)
                        && seen.add(acronym);
                if (isNew && !Acronym.isSpelledOut(passage, i, acronym)) {
                    found.accept(Diagnostic.of(
                            code(),
                            passage.span(i),
                            "nothing explains `" + acronym + "`",
                            "write the words in full with `(" + acronym
                                    + ")` after them at its first use, or add it to the glossary"));
                }
            }
        }
    }

    /** The text first: what it explains, the summary need not, which has no room for it. */
    private static List<WordedPassage> passages(Wording entry) {
        return Stream.concat(entry.body().stream(), entry.fields().stream()).toList();
    }

    private static boolean isMadeOfKnown(String acronym, Set<String> known) {
        String[] parts = acronym.split("[-/]");
        return parts.length > 1 && List.of(parts).stream().allMatch(part -> known.contains(Acronym.singular(part)));
    }
}
