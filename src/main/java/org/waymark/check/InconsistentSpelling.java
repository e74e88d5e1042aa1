package org.waymark.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.directory.Term;

/** A word is not spelled as in the glossary or as the NHS and GOV.UK spell it, so a search for one misses the other. */
final class InconsistentSpelling implements TextRule {
    /** Words that can follow the plural of an abbreviation, but not a possessive. */
    private static final Set<String> BEHIND_PLURALS = Set.of(
            "across", "and", "are", "can", "could", "did", "do", "from", "had", "have", "in", "may", "might", "must",
            "or", "should", "that", "to", "were", "which", "who", "will", "with", "would");

    @Override
    public Code code() {
        return Codes.INCONSISTENT_SPELLING;
    }

    @Override
    public Reader with(LanguageContext context) {
        Set<String> proper = context.properWords();
        Phrases variants = Phrases.read("spellings.txt");
        context.terms().forEach(term -> addVariants(variants, term));
        return (entry, found) -> {
            for (WordedPassage passage : entry.all()) {
                for (int i = 0; i < passage.count(); i++) {
                    Phrases.Phrase phrase = variants.at(passage, i);
                    int last = phrase == null ? i : i + phrase.words().size() - 1;
                    String better = phrase == null
                            ? plural(passage, i)
                            : phrase.better().get(0);
                    boolean differs = !better.isEmpty()
                            && !passage.text()
                                    .substring(passage.start(i), passage.end(last))
                                    .equals(better);
                    if (differs
                            && !isAdjective(passage, i, last, better)
                            && passage.isOwn(i)
                            && (phrase == null || !entry.isName(passage, i))
                            && !proper.contains(passage.word(i))) {
                        found.accept(Rewording.of(
                                code(),
                                passage.passage(),
                                passage.start(i),
                                passage.end(last),
                                List.of(better),
                                phrase == null
                                        ? "%s is not a plural; the apostrophe shows possession"
                                        : "%s is spelled differently elsewhere"));
                        i = last;
                    }
                }
            }
        };
    }

    /** Other ways to join the words of a term: with hyphens, with spaces, without either. */
    private static void addVariants(Phrases variants, Term term) {
        var forms = new LinkedHashSet<String>();
        forms.add(term.term());
        term.expansion().ifPresent(forms::add);
        forms.addAll(term.also());
        for (String form : forms) {
            String spaced = form.replace('-', ' ');
            boolean isSimple =
                    spaced.chars().allMatch(c -> c == ' ' || Character.isLetter(c)) && spaced.indexOf(' ') > 0;
            if (isSimple) {
                for (String ending : List.of("", "s")) {
                    for (String variant : List.of(spaced, spaced.replace(' ', '-'), spaced.replace(" ", ""))) {
                        boolean isOwnForm = (variant + ending).equalsIgnoreCase(form + ending)
                                || forms.stream().anyMatch(other -> other.equalsIgnoreCase(variant));
                        if (!isOwnForm && variant.length() > 5) {
                            variants.add(variant + ending, List.of(form + ending));
                        }
                    }
                }
            }
        }
    }

    /** Whether the words of a term are hyphenated because they describe the next word: {@code additional-roles staff}. */
    private static boolean isAdjective(WordedPassage passage, int first, int last, String better) {
        return first == last
                && better.indexOf(' ') > 0
                && passage.word(first).indexOf('-') > 0
                && passage.runsOn(last)
                && Character.isLetter(passage.text().charAt(passage.start(last + 1)));
    }

    /** The right plural of an abbreviation whose plural was written like a possessive; empty for anything else. */
    private static String plural(WordedPassage passage, int word) {
        int end = passage.end(word);
        String text = passage.text();
        boolean isPossessive = end - passage.start(word) > 3
                && text.charAt(end - 1) == 's'
                && WordedPassage.fold(text.charAt(end - 2)) == '\''
                && Character.isUpperCase(text.charAt(end - 3));
        if (!isPossessive || !passage.runsOn(word)) {
            return "";
        }
        String next = passage.word(word + 1).toLowerCase(Locale.ROOT);
        return BEHIND_PLURALS.contains(next) ? text.substring(passage.start(word), end - 2) + "s" : "";
    }
}
