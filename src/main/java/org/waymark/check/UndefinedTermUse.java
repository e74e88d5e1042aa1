package org.waymark.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.directory.Term;
import org.waymark.markdown.Passage;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Role;

/**
 * A text refers to something that has ended, according to the glossary, as if it still existed, even if someone has
 * reviewed the text since. Sentences with a year or a word about the past count as being about the past, and so do
 * paragraphs with the year of the end.
 */
final class UndefinedTermUse implements TextRule {
    private static final Pattern PRESENT = Pattern.compile(
            "\\b(?:is|are|has|have|can|must|may|will|should|does|do|now|today|currently|\\p{L}{3,}s)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PAST = Pattern.compile(
            "\\b(?:was|were|had|did|became|began|held|led|made|ran|paid|gave|took|went|won|met|set up|former(?:ly)?|then|until"
                    + "|before|since|previous(?:ly)?|earlier|ceased|closed|abolished|replaced|no longer|used to|at the time"
                    + "|in those days|late|old|successors?|predecessors?|inherited|dissolved|once|(?:19|20)\\d\\d"
                    + "|\\p{L}{3,}(?<!ne)ed)\\b",
            Pattern.CASE_INSENSITIVE);

    private record Ending(Term term, LocalDate day) {}

    @Override
    public Code code() {
        return Codes.UNDEFINED_TERM_USE;
    }

    @Override
    public Reader with(LanguageContext context) {
        var phrases = new Phrases();
        Map<List<String>, Ending> endings = new HashMap<>();
        for (Term term : context.terms()) {
            Optional<LocalDate> day = term.isOrdinaryWord() ? Optional.empty() : term.ended();
            if (day.isPresent()) {
                for (String form : forms(term)) {
                    phrases.add(form, List.of(form));
                    endings.put(List.of(form), new Ending(term, day.get()));
                }
            }
        }
        return (entry, found) -> {
            Optional<LocalDate> seen = lastSeen(entry.entry());
            if (seen.isPresent() && !endings.isEmpty()) {
                read(entry, seen.get(), phrases, endings, found);
            }
        };
    }

    private static Set<String> forms(Term term) {
        var forms = new LinkedHashSet<String>();
        forms.add(term.term());
        term.expansion().ifPresent(forms::add);
        forms.addAll(term.also());
        for (String form : List.copyOf(forms)) {
            forms.add(form + "s");
            forms.add(form + "'s");
        }
        return forms;
    }

    private static Optional<LocalDate> lastSeen(Entry entry) {
        Optional<LocalDate> reviewed = entry.find(CommonFields.REVIEWED).flatMap(day -> day);
        return reviewed.or(entry::added);
    }

    private void read(
            Wording entry,
            LocalDate seen,
            Phrases phrases,
            Map<List<String>, Ending> endings,
            Consumer<Diagnostic> found) {
        Set<Term> reported = new HashSet<>();
        for (WordedPassage passage : entry.all()) {
            for (int i = 0; i < passage.count(); i++) {
                Phrases.Phrase phrase = phrases.at(passage, i);
                Ending ending = phrase == null ? null : endings.get(phrase.better());
                if (phrase == null || ending == null || ending.day().isAfter(seen) || !passage.isOwn(i)) {
                    continue;
                }
                int last = i + phrase.words().size() - 1;
                boolean namesTheYear =
                        passage.text().contains(String.valueOf(ending.day().getYear()));
                if (!namesTheYear && isOfThePresent(passage, i) && reported.add(ending.term())) {
                    found.accept(report(passage, i, last, ending));
                }
                i = last;
            }
        }
    }

    private Diagnostic report(WordedPassage passage, int first, int last, Ending ending) {
        return Diagnostic.of(
                        code(),
                        passage.passage().span(passage.start(first), passage.end(last)),
                        "`" + passage.text().substring(passage.start(first), passage.end(last))
                                + "` is used as if it still existed, but it ended on " + ending.day(),
                        "write in the past tense, or name what has replaced it")
                .withNote(ending.term().origin().of(Role.ENDED, ending.term().kind()), "the glossary says so here");
    }

    private static boolean isOfThePresent(WordedPassage passage, int word) {
        if (passage.passage().kind() == Passage.Kind.HEADING) {
            return false;
        }
        for (Passage.Sentence sentence : passage.sentences()) {
            if (sentence.start() <= passage.start(word) && passage.start(word) < sentence.end()) {
                return PRESENT.matcher(sentence.text()).find()
                        && !PAST.matcher(sentence.text()).find();
            }
        }
        return false;
    }
}
