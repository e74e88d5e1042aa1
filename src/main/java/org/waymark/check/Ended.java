package org.waymark.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.directory.GlossaryTerm;

/**
 * The day on which what a term stands for ended, as far as its {@code changed} says so: in one sentence with the date, of
 * the term itself, by a word such as "abolished" or "ceased to exist". Anything less clear counts as no end.
 */
final class Ended {
    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final Pattern DATE = Pattern.compile(
            "(?:(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? )?(?<month>" + String.join("|", MONTHS)
                    + ") )?(?<year>(?:19|20)\\d\\d)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d\\d)-(\\d\\d)\\b");

    /** What ends only something else, or has not come to pass. */
    private static final Pattern UNSURE = Pattern.compile(
            "\\b(?:until|unless|would|will|may|might|should|expected|plan(?:s|ned)?|propos(?:es|ed|al)|said|to be)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What says of its subject that it is no more. */
    private static final String OF_ITSELF =
            "abolished|ceased to exist|dissolved|disbanded|wound up|closed(?: down)?|came to an end|became part of|merged"
                    + "|ended|(?:was|were) replaced|no longer exists?";

    /** What says the same of its object. */
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "\\b(?:replaced (?:it|them)|took (?:its|their) place|took over (?:its|their|this) (?:role|work|functions))\\b",
            Pattern.CASE_INSENSITIVE);

    private Ended() {}

    static Optional<LocalDate> on(GlossaryTerm term) {
        return term.changed().stream()
                .flatMap(changed -> Stream.of(changed.split("(?<=[.!?])\\s+")))
                .filter(sentence -> !UNSURE.matcher(sentence).find())
                .filter(sentence -> saysSo(sentence, term))
                .flatMap(sentence -> date(sentence).stream())
                .findFirst();
    }

    private static boolean saysSo(String sentence, GlossaryTerm term) {
        String forms = Stream.of(Stream.of(term.term()), term.expansion().stream(), term.also().stream())
                .flatMap(stream -> stream)
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .orElse("");
        // "CCGs were …", "All CCGs …", "On 1 April 2023 it …", or "Abolished on …"
        Pattern ofItself = Pattern.compile(
                "^(?:(?:on|in|from) [^,]*?,?\\s*)?(?:(?:the|all|every)\\s+)*(?:(?:it|they|these|this|" + forms
                        + ")s?\\b\\s*"
                        + "(?:\\([^)]*\\)\\s*)?(?:(?:bodies|groups|organisations?|all)\\s+)?(?:(?:was|were|have been|has been)\\s+)?"
                        + "(?:formally\\s+|all\\s+)?)?(?:" + OF_ITSELF + ")\\b",
                Pattern.CASE_INSENSITIVE);
        return ofItself.matcher(sentence).find() || OF_ANOTHER.matcher(sentence).find();
    }

    /** The day; of a month or year that is named alone, the last. */
    private static Optional<LocalDate> date(String sentence) {
        try {
            Matcher iso = ISO.matcher(sentence);
            if (iso.find()) {
                return Optional.of(LocalDate.parse(iso.group()));
            }
            Matcher date = DATE.matcher(sentence);
            if (!date.find()) {
                return Optional.empty();
            }
            int year = Integer.parseInt(date.group("year"));
            if (date.group("month") == null) {
                return Optional.of(LocalDate.of(year, 12, 31));
            }
            int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) + 1;
            return Optional.of(
                    date.group("day") == null
                            ? LocalDate.of(year, month, 1).plusMonths(1).minusDays(1)
                            : LocalDate.of(year, month, Integer.parseInt(date.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day: then nobody knows when
        }
    }
}
