package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;

/** A word is spelled as in American English, outside names, quotations, code and addresses. */
final class AmericanSpelling implements TextRule {
    /** Only within words of letters, or after the first part of a compound; an identifier has other characters. */
    private static final Pattern IZE = Pattern.compile(
            "(?<before>(?:\\p{L}+ly|all|co|de|ill|inter|mis|multi|non|over|pre|re|self|semi|sub|under|un|well)-)?"
                    + "(?<stem>\\p{L}{2,}[iy])z(?<end>e|es|ed|er|ers|ing|ation|ations|able|ational)",
            Pattern.CASE_INSENSITIVE);
    /** The few verbs with this ending; every other word is a compound of "size", which is British too. */
    private static final Pattern NO_SIZE = Pattern.compile("(?i).*(?:phasi|antasi|stasi|nthesi|othesi)|(?!.*si$).*");
    /** A name such as {@code dataVisualizer}. */
    private static final Pattern IDENTIFIER = Pattern.compile("\\p{L}*\\p{Ll}\\p{Lu}.*");

    private static final String MESSAGE = "%s is the American spelling";

    @Override
    public Code code() {
        return Codes.AMERICAN_SPELLING;
    }

    @Override
    public Reader with(LanguageContext context) {
        Set<String> proper = context.properWords();
        Phrases american = Phrases.of("american-spellings.txt");
        Set<String> british = WordFile.words("words-in-ize.txt");
        Phrases avoided = Phrases.of("plain-english.txt");
        return (entry, found) -> {
            for (WordedPassage passage : entry.all()) {
                boolean hasZ =
                        passage.text().indexOf('z') >= 0 || passage.text().indexOf('Z') >= 0;
                for (int i = 0; i < passage.count(); i++) {
                    Phrases.Phrase phrase = american.at(passage, i);
                    int last = phrase == null ? i : i + phrase.words().size() - 1;
                    Optional<String> better = phrase == null
                            ? hasZ ? withoutZ(passage, i, british) : Optional.empty()
                            : Optional.of(phrase.better().get(0));
                    if (better.isPresent()
                            && passage.isOwn(i)
                            && !entry.isName(passage, i)
                            && !proper.contains(passage.word(i))
                            && avoided.at(passage, i) == null) { // one fix is enough, and that one is shorter
                        found.accept(Rewording.of(
                                code(),
                                passage.passage(),
                                passage.start(i),
                                passage.end(last),
                                List.of(better.get()),
                                MESSAGE));
                    }
                }
            }
        };
    }

    /** The British spelling of a word such as "organized" or "analyze". */
    private static Optional<String> withoutZ(WordedPassage passage, int word, Set<String> british) {
        String text = passage.text();
        boolean hasZ = false;
        for (int at = passage.start(word) + 3; at < passage.end(word) && !hasZ; at++) {
            hasZ = text.charAt(at) == 'z';
        }
        if (!hasZ || british.contains(passage.word(word).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Matcher ize = IZE.matcher(passage.word(word));
        boolean isAmerican = ize.matches()
                && NO_SIZE.matcher(ize.group("stem")).matches()
                && !IDENTIFIER.matcher(ize.group()).matches();
        String before = isAmerican && ize.group("before") != null ? ize.group("before") : "";
        return isAmerican ? Optional.of(before + ize.group("stem") + "s" + ize.group("end")) : Optional.empty();
    }
}
