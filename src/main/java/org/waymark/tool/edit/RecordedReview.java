package org.waymark.tool.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.ReviewPolicy;
import org.waymark.schema.TimeSpan;
import org.waymark.schema.WebAddress;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/**
 * A review that someone has made of an entry.
 *
 * @param by who checked it
 * @param evidence what that rests on: an address, or a text
 * @param on the day of the check
 * @param next when it must be checked again; empty to leave that to the policy of its kind
 */
public record RecordedReview(String by, String evidence, LocalDate on, Optional<TimeSpan> next) {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?:|www\\.).*");

    /**
     * Records it in the entry, and leaves all else in its file as typed.
     *
     * @throws Refusal if the entry has no such fields, or the policy of its kind does not allow the review
     */
    public List<FileChange> changes(Directory directory, Project project, Kind kind, Id id) {
        var content = new EditableProject(directory, project);
        Entry entry = content.entry(kind, id);
        requireAllowed(entry, directory.asOf());
        var values = new ArrayList<NewValue>();
        values.add(value(CommonFields.REVIEWED, on.toString()));
        nextDay(entry).ifPresent(day -> values.add(value(CommonFields.REVIEW_BY, day.toString())));
        values.add(value(CommonFields.REVIEWED_BY, by.strip()));
        values.add(value(CommonFields.REVIEW_EVIDENCE, evidence.strip()));
        var updates = new EntryUpdates(content);
        updates.update(entry, values);
        return updates.list();
    }

    /** The day by which the entry must be checked again; empty if nothing says so. */
    public Optional<LocalDate> due(Kind kind) {
        Optional<TimeSpan> policy = kind.review().map(ReviewPolicy::every);
        return next.or(() -> policy).map(span -> span.after(on));
    }

    /** The new date in the entry itself, if it has one or asks for one. */
    private Optional<LocalDate> nextDay(Entry entry) {
        boolean isGiven = entry.origin().given(CommonFields.REVIEW_BY).isPresent();
        Optional<LocalDate> day = due(entry.kind()).filter(due -> isGiven || next.isPresent());
        if (day.isEmpty()
                && isGiven
                && !entry.reviewed().by().filter(on::isBefore).isPresent()) {
            throw Refusal.wrongUsage("`review-by` is in the past, and nothing says when the next review is due;"
                    + " add `--next`, such as `--next 1y`");
        }
        return day;
    }

    private void requireAllowed(Entry entry, LocalDate today) {
        Kind kind = entry.kind();
        if (!kind.has(CommonFields.REVIEWED)) {
            throw Refusal.wrongUsage(kind.phrase() + " does not record reviews; add `review` to the `includes` of its"
                    + " kind file first");
        }
        requireValid(CommonFields.REVIEWED_BY, "--by", by);
        requireValid(CommonFields.REVIEW_EVIDENCE, "--evidence", evidence);
        if (ADDRESS.matcher(evidence.strip()).matches() && evidence.strip().indexOf(' ') < 0) {
            requireValid(Field.required("--evidence", new WebAddress(), ""), "--evidence", evidence);
        }
        if (next.filter(span -> span.number() == 0).isPresent()) {
            throw Refusal.wrongUsage("`--next` must be a day or more, such as 90d");
        }
        if (on.isAfter(today)) {
            throw Refusal.wrongUsage("the review of " + on + " is in the future; today is " + today);
        }
        entry.find(CommonFields.REVIEWED)
                .flatMap(day -> day)
                .filter(on::isBefore)
                .ifPresent(last -> {
                    throw Refusal.wrongUsage("the entry was reviewed later than that, on " + last);
                });
        kind.review().ifPresent(policy -> {
            if (policy.isForOwnersOnly() && entry.owner().isEmpty()) {
                throw Refusal.wrongUsage("only its owner may vouch for `" + EditableProject.nameOf(entry)
                        + "`, but it has none; write who looks after it in `owner`");
            }
            if (!policy.accepts(by, entry.owner())) {
                throw Refusal.wrongUsage("only " + policy.accepted(entry.owner()) + " may vouch for `"
                        + EditableProject.nameOf(entry) + "`, but found `" + by.strip() + "`");
            }
        });
    }

    private static void requireValid(Field<?> field, String option, String text) {
        if (text.isBlank()) {
            throw Refusal.wrongUsage("`" + option + "` is empty; write "
                    + (option.equals("--by") ? "the name of the person" : "what the review rests on"));
        }
        field.type().decode(option, new Scalar(text, Span.startOf(option))).diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .ifPresent(fault -> {
                    throw Refusal.wrongUsage(fault.message());
                });
    }

    private static NewValue value(Field<?> field, String text) {
        return new NewValue(field, Optional.of(new Scalar(text, Span.startOf(field.name()))));
    }
}
