package org.waymark.schema;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.hours.DateRange;
import org.waymark.hours.DateRange.Dated;
import org.waymark.hours.DayRule;
import org.waymark.hours.Interval;
import org.waymark.hours.OpeningHours;
import org.waymark.hours.Season;
import org.waymark.hours.SpecialDays;
import org.waymark.hours.Week;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Reads the lines of opening hours of one entry. */
final class OpeningHoursReader {
    static final String VALID = "valid";
    static final String NOTE = "note";
    private static final String BANK_HOLIDAYS = "bank holidays";
    private static final LocalDate LEAP_YEAR = LocalDate.of(2024, 1, 1);
    private static final Line NOTE_TYPE = new Line(300, "Ring the bell at the side door.");
    private static final List<String> WORDS = List.of(
            VALID, NOTE, BANK_HOLIDAYS, "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final String name;
    private final Mapping mapping;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Placed<Season>> seasons = new ArrayList<>();
    private final List<Placed<SpecialDays>> special = new ArrayList<>();
    private Optional<Period> valid = Optional.empty();
    private Optional<String> note = Optional.empty();

    OpeningHoursReader(String name, Mapping mapping) {
        this.name = name;
        this.mapping = mapping;
    }

    Outcome<OpeningHours> read() {
        var ofWeek = new ArrayList<Member>();
        for (Member member : mapping.members()) {
            if (!isOwn(member) && !isDays(member)) {
                ofWeek.add(member);
            }
        }
        Week week = new WeekReader().read(ofWeek);
        contradictions();
        if (mapping.members().isEmpty()) {
            report(
                    mapping.span(),
                    "`" + name + "` has no hours",
                    "write a line such as `Monday to Friday: 9:00 to 17:00`");
        }
        if (found.stream().anyMatch(Diagnostic::isError)) {
            return Outcome.failed(found);
        }
        return Outcome.of(
                new OpeningHours(
                        valid.flatMap(Period::from).map(PartialDate::firstDay),
                        valid.flatMap(Period::to).map(PartialDate::lastDay),
                        week,
                        seasons.stream().map(Placed::value).toList(),
                        special.stream().map(Placed::value).toList(),
                        note),
                found);
    }

    private boolean isOwn(Member member) {
        String key = member.key().text().strip();
        if (key.equals(VALID)) {
            member.value().ifPresent(value -> valid = take(new PeriodType().decode(VALID, value)));
            return true;
        }
        if (key.equals(NOTE)) {
            member.value().ifPresent(value -> note = take(NOTE_TYPE.decode(NOTE, value)));
            return true;
        }
        return false;
    }

    private <T> Optional<T> take(Outcome<T> outcome) {
        found.addAll(outcome.diagnostics());
        return outcome.value();
    }

    /** Reads a season or special days. */
    private boolean isDays(Member member) {
        String key = member.key().text().strip();
        Optional<DaysOfYear> named = DaysOfYear.parse(key);
        if (named.isEmpty()) {
            return false;
        }
        Optional<DateRange> days = named.get().days();
        if (days.isEmpty()) {
            report(
                    member.key().span(),
                    "`" + key + "` ends before it begins",
                    "check the years, or swap the two dates");
            return true;
        }
        Optional<Value> value = member.value();
        if (value.isPresent() && value.get() instanceof Mapping lines) {
            seasons.add(new Placed<>(
                    new Season(days.get(), new WeekReader().read(lines.members())),
                    member.key().span()));
        } else {
            times(key, member)
                    .ifPresent(times -> special.add(new Placed<>(
                            new SpecialDays(days.get(), times), member.key().span())));
        }
        return true;
    }

    /** The times of a line, unless it has none that can be read, which is reported. */
    private Optional<List<Interval>> times(String key, Member member) {
        Optional<Value> value = member.value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Scalar scalar)) {
            report(
                    value.get().span(),
                    "`" + key + "` must have its times in one line",
                    "write several times as `9:00 to 12:30 and 14:00 to 17:00`");
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            report(
                    member.key().span(),
                    "`" + key + "` has no hours",
                    "write `closed`, or times such as `9:00 to 17:00`");
            return Optional.empty();
        }
        TimesOfDay times = TimesOfDay.parse(scalar.text());
        times.fault().ifPresent(fault -> report(scalar.span(), "`" + key + "` " + fault, times.help()));
        return times.fault().isPresent() ? Optional.empty() : Optional.of(times.intervals());
    }

    private void report(Span span, String message, String help) {
        found.add(Diagnostic.of(Codes.INVALID_VALUE, span, message, help));
    }

    /** Reports days that two lines give hours for, and days for which the hours are not valid. */
    private void contradictions() {
        for (int i = 0; i < seasons.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (overlap(
                        seasons.get(j).value().days(), seasons.get(i).value().days())) {
                    twice(seasons.get(i).span(), seasons.get(j).span(), "this season overlaps with another");
                }
            }
        }
        for (int i = 0; i < special.size(); i++) {
            for (int j = 0; j < i; j++) {
                DateRange one = special.get(j).value().days();
                DateRange other = special.get(i).value().days();
                if (one instanceof Dated == other instanceof Dated && overlap(one, other)) {
                    twice(special.get(i).span(), special.get(j).span(), "these days have hours twice");
                }
            }
        }
        seasons.forEach(season -> inside(season.value().days(), season.span()));
        special.forEach(days -> inside(days.value().days(), days.span()));
    }

    private void twice(Span span, Span first, String message) {
        found.add(Diagnostic.of(Codes.INVALID_VALUE, span, message, "give each day its hours once")
                .withNote(first, "the other is here"));
    }

    /** Days of every year are compared within one year, which has a 29 February. */
    private static boolean overlap(DateRange one, DateRange other) {
        if (one instanceof Dated some && other instanceof Dated others) {
            return some.overlaps(others);
        }
        LocalDate first = Stream.of(one, other)
                .filter(Dated.class::isInstance)
                .map(dated -> ((Dated) dated).from())
                .findFirst()
                .orElse(LEAP_YEAR);
        return first.datesUntil(first.plusYears(1).plusDays(1))
                .anyMatch(day -> one.contains(day) && other.contains(day));
    }

    private void inside(DateRange days, Span span) {
        if (valid.isEmpty() || !(days instanceof Dated dated)) {
            return;
        }
        Optional<LocalDate> from = valid.get().from().map(PartialDate::firstDay);
        Optional<LocalDate> to = valid.get().to().map(PartialDate::lastDay);
        if (from.filter(dated.from()::isBefore).isPresent()
                || to.filter(dated.to()::isAfter).isPresent()) {
            report(
                    span,
                    "the hours are valid `" + valid.get() + "`, and these days are not in that time",
                    "correct the days, or the line `" + VALID + "`");
        }
    }

    /** Reads the days of a week. */
    private final class WeekReader {
        private final List<DayRule> rules = new ArrayList<>();
        /** The line with the hours of each day, of each week of a month. */
        private final Map<String, Span> places = new HashMap<>();

        private @Nullable List<Interval> bankHolidays;

        Week read(List<Member> members) {
            members.forEach(this::read);
            past();
            return new Week(rules, Optional.ofNullable(bankHolidays));
        }

        private void read(Member member) {
            String key = member.key().text().strip();
            if (DayNames.simplified(key).matches("(?:on )?(?:public|bank) holidays?")) {
                bankHolidays = times(key, member).orElse(null);
                return;
            }
            Optional<DayNames> names = DayNames.parse(key);
            if (names.isEmpty()) {
                report(
                        member.key().span(),
                        "`" + InvalidValue.quoted(key) + "` is not a day or a time of the year",
                        DidYouMean.question(key, WORDS)
                                .orElse("write days such as `Monday to Friday` or `first Tuesday`, `" + BANK_HOLIDAYS
                                        + "`, dates such as `2026-12-24` or `1 April to 30 September`, `" + VALID
                                        + "` or `"
                                        + NOTE + "`"));
                return;
            }
            times(key, member).ifPresent(times -> {
                DayRule rule = new DayRule(names.get().weeks(), names.get().days(), times);
                if (isFirst(rule, member.key().span())) {
                    rules.add(rule);
                }
            });
        }

        /** Whether no line above gives the hours of one of the days. */
        private boolean isFirst(DayRule rule, Span span) {
            var weeks = new TreeSet<>(rule.weeks());
            if (weeks.isEmpty()) {
                weeks.add(0);
            }
            for (int week : weeks) {
                for (String day : DayNames.named(week, rule.days()).keySet()) {
                    Span first = places.putIfAbsent(day, span);
                    if (first != null) {
                        found.add(Diagnostic.of(
                                        Codes.INVALID_VALUE,
                                        span,
                                        "`" + day + "` has hours twice",
                                        "give each day its hours once; write several times as `9:00 to 12:30 and 14:00 to"
                                                + " 17:00`")
                                .withNote(first, "the first time is here"));
                        return false;
                    }
                }
            }
            return true;
        }

        /** Reports hours past midnight that run into those of the day after. */
        private void past() {
            for (DayRule rule : rules) {
                if (!rule.isEveryWeek() || rule.intervals().isEmpty()) {
                    continue;
                }
                Interval last = rule.intervals().get(rule.intervals().size() - 1);
                for (DayOfWeek day : rule.days()) {
                    Optional<Interval> next = usual(day.plus(1)).stream().findFirst();
                    if (last.endsNextDay()
                            && next.filter(first -> first.from() < last.to() - Interval.DAY)
                                    .isPresent()) {
                        Span span = places.getOrDefault(DayNames.name(day), mapping.span());
                        report(
                                span,
                                "`" + DayNames.name(day) + "` closes at " + Interval.clock(last.to()) + ", after `"
                                        + DayNames.name(day.plus(1)) + "` opens at "
                                        + Interval.clock(next.get().from()),
                                "end the first time where the second begins, or correct one of them");
                        break;
                    }
                }
            }
        }

        private List<Interval> usual(DayOfWeek day) {
            return rules.stream()
                    .filter(rule -> rule.isEveryWeek() && rule.days().contains(day))
                    .findFirst()
                    .map(DayRule::intervals)
                    .orElse(List.of());
        }
    }
}
