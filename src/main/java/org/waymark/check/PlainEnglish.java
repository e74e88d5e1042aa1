package org.waymark.check;

import java.util.Set;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;

/** A word for which plain English has a shorter or clearer one (GOV.UK and NHS style guides). */
final class PlainEnglish implements TextRule {
    @Override
    public Code code() {
        return Codes.PLAIN_ENGLISH;
    }

    @Override
    public Reader with(LanguageContext context) {
        Set<String> proper = context.properWords();
        Phrases avoided = Phrases.of("plain-english.txt");
        return (entry, found) -> {
            for (WordedPassage passage : entry.all()) {
                for (int i = 0; i < passage.count(); i++) {
                    Phrases.Phrase phrase = avoided.at(passage, i);
                    if (phrase != null
                            && passage.isOwn(i)
                            && !entry.isName(passage, i)
                            && !proper.contains(passage.word(i))) {
                        int last = i + phrase.words().size() - 1;
                        found.accept(Rewording.of(
                                code(),
                                passage.passage(),
                                passage.start(i),
                                passage.end(last),
                                phrase.better(),
                                "there are plainer words than %s"));
                        i = last;
                    }
                }
            }
        };
    }
}
