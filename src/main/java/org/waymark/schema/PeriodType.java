package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/** A period: {@code 2018-04 to 2020}, {@code since 2018}, {@code until 2020}, or one year, month or day. */
public record PeriodType() implements ScalarType<Period> {
    private static final int LONGEST = 80;
    private static final String DATE = "[1-9]\\d{3}(?:-\\d{2}){0,2}";
    private static final Pattern FORM = Pattern.compile(
            "(?:(" + DATE + ") to (" + DATE + ")|since (" + DATE + ")|until (" + DATE + ")|(" + DATE + "))");

    /** Other ways people write a period; two parts joined by a word, by a dash with spaces, or by a longer dash. */
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:from |between )?(.{4,30}?)(?: (?:to|until|till|and|-) | ?[\u2013\u2014] ?| ?/ ?)(.{3,30})");

    private static final Pattern YEARS = Pattern.compile("([1-9]\\d{3})-([1-9]\\d{3})");
    private static final Pattern OPEN_END = Pattern.compile(
            "(?:since|from|after) (.{4,30}?)(?: on(?:wards)?)?|(.{4,30}?)(?: to| onwards| ?[\u2013\u2014-])");
    private static final Pattern OPEN_BEGINNING = Pattern.compile("(?:until|till|to|up to|before) (.{4,30})");
    private static final Pattern NOW = Pattern.compile("now|today|present|date|the present(?: day)?|ongoing");

    @Override
    public String expected() {
        return "a period such as `" + example() + "`, `since 2018` or `until 2020`";
    }

    @Override
    public Outcome<Period> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        Optional<Period> period = parse(text);
        InvalidValue invalid = invalid(name, scalar);
        if (period.isEmpty()) {
            return meant(text)
                    .map(guess -> invalid.help("did you mean `" + guess.period() + "`?")
                            .fix(scalar.written()
                                    .map(span -> Fix.change(span, guess.period().toString(), guess.isCertain()))))
                    .orElse(invalid.help("write years, months and days as numbers, with hyphens between them"))
                    .outcome();
        }
        return endsBeforeItBegins(period.get())
                ? new InvalidValue(scalar, "`" + name + "` ends before it begins: `" + text + "`")
                        .help("check it against its source; it may be `"
                                + new Period(period.get().to(), period.get().from()) + "`")
                        .outcome()
                : Outcome.of(period.get());
    }

    private static Optional<Period> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return form.group(1) != null
                ? both(date(form.group(1)), date(form.group(2)))
                : form.group(3) != null
                        ? date(form.group(3)).map(from -> new Period(Optional.of(from), Optional.empty()))
                        : form.group(4) != null
                                ? date(form.group(4)).map(to -> new Period(Optional.empty(), Optional.of(to)))
                                : both(date(form.group(5)), date(form.group(5)));
    }

    private static Optional<PartialDate> date(String text) {
        return PartialDate.parse(text);
    }

    private static Optional<Period> both(Optional<PartialDate> from, Optional<PartialDate> to) {
        return from.isPresent() && to.isPresent() ? Optional.of(new Period(from, to)) : Optional.empty();
    }

    private static boolean endsBeforeItBegins(Period period) {
        return period.from().isPresent()
                && period.to().isPresent()
                && period.to().get().lastDay().isBefore(period.from().get().firstDay());
    }

    /** @param isCertain whether no other reading is possible */
    private record Guess(Period period, boolean isCertain) {}

    private static Optional<Guess> meant(String typed) {
        String text =
                typed.length() > LONGEST ? "" : typed.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        Matcher years = YEARS.matcher(text);
        if (years.matches()) {
            return both(date(years.group(1)), date(years.group(2)))
                    .map(period -> new Guess(period, true))
                    .filter(guess -> !endsBeforeItBegins(guess.period()));
        }
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            Optional<DateGuess> from = guess(between.group(1));
            Optional<DateGuess> to = guess(between.group(2));
            if (from.isPresent() && NOW.matcher(between.group(2)).matches()) {
                return Optional.of(since(from.get()));
            }
            return both(from.map(DateGuess::date), to.map(DateGuess::date))
                    .filter(period -> !endsBeforeItBegins(period))
                    .map(period -> new Guess(
                            period,
                            from.orElseThrow().isCertain() && to.orElseThrow().isCertain()));
        }
        Matcher end = OPEN_END.matcher(text);
        if (end.matches()) {
            return guess(end.group(1) == null ? end.group(2) : end.group(1)).map(PeriodType::since);
        }
        Matcher beginning = OPEN_BEGINNING.matcher(text);
        return beginning.matches()
                ? guess(beginning.group(1))
                        .map(date ->
                                new Guess(new Period(Optional.empty(), Optional.of(date.date())), date.isCertain()))
                : guess(text)
                        .map(date -> new Guess(
                                new Period(Optional.of(date.date()), Optional.of(date.date())), date.isCertain()));
    }

    private static Guess since(DateGuess from) {
        return new Guess(new Period(Optional.of(from.date()), Optional.empty()), from.isCertain());
    }

    private static Optional<DateGuess> guess(String text) {
        return PartialDate.parse(text).map(date -> new DateGuess(date, true)).or(() -> DateGuess.of(text));
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", List.of("string", "integer"));
    }

    @Override
    public String example() {
        return "2018-04 to 2020";
    }
}
