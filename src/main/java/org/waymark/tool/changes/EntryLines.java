package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.List;
import org.waymark.diagnostic.Count;
import org.waymark.tool.changes.FieldChange.Detail;

/** Describes in lines how an entry changed. */
final class EntryLines {
    private static final int SHORT = 40;
    /** The passages of a text that are shown. */
    private static final int MOST_PASSAGES = 8;

    private static final String NOTHING = "(none)";

    private final EntryChange entry;
    private final List<String> lines = new ArrayList<>();

    private EntryLines(EntryChange entry) {
        this.entry = entry;
    }

    static List<String> of(EntryChange entry) {
        return new EntryLines(entry).lines();
    }

    /** A difference at a place in a file. */
    static String of(Detail detail) {
        return line("", detail);
    }

    private List<String> lines() {
        if (entry.kind().isGlossary() && entry.type() != ChangeType.CHANGED) {
            lines.add(entry.type().word());
        }
        entry.before().filter(was -> !was.isReadable()).ifPresent(was -> fault("could not be read before", was));
        entry.after().filter(is -> !is.isReadable()).ifPresent(is -> fault("cannot be read now", is));
        if (entry.type() == ChangeType.RENAMED) {
            lines.add("id: " + entry.before().orElseThrow().id() + " → "
                    + entry.last().id());
        }
        entry.address().ifPresent(this::address);
        if (entry.type() == ChangeType.RENAMED && entry.isPublished()) {
            lines.add("readers see it now");
        } else if (entry.type() == ChangeType.RENAMED && entry.isWithdrawn()) {
            lines.add("readers no longer see it");
        }
        entry.summary().ifPresent(summary -> lines.add(Excerpt.of(summary)));
        entry.fields().forEach(this::field);
        entry.text().ifPresent(this::text);
        entry.pages().ifPresent(pages -> lines.add(pages(pages)));
        return lines;
    }

    private void fault(String what, EntryState appearance) {
        lines.add(appearance
                .fault()
                .map(fault -> what + ": " + Excerpt.of(fault.message()) + " (" + appearance.path() + ", line "
                        + fault.span().start().line() + ")")
                .orElse(what + ": " + appearance.path()));
    }

    private void address(EntryChange.OldAddress address) {
        if (address.notice()) {
            lines.add("its old address says that it was removed"
                    + address.to().map(to -> ", and names " + to).orElse(""));
        } else {
            lines.add(address.to()
                    .map(to -> entry.type() == ChangeType.RENAMED
                            ? "its old address redirects to the new one"
                            : "its address redirects to " + to)
                    .orElse("its old address no longer works, so bookmarks and links to it break"));
        }
    }

    private void field(FieldChange field) {
        if (field.details().isEmpty()) {
            lines.add(field.label() + ": in another order");
        }
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (Detail detail : field.details()) {
            boolean isChange = detail.before().isPresent() && detail.after().isPresent();
            if (!field.isList() || !detail.item().isEmpty() || isChange) {
                lines.add(line(field.label(), detail));
            } else {
                detail.before().ifPresent(removed::add);
                detail.after().ifPresent(added::add);
            }
        }
        list(field.label() + ": removed ", removed);
        list(field.label() + ": added ", added);
    }

    /** Writes the values on one line if all are short. */
    private void list(String beginning, List<String> values) {
        if (values.size() > 1 && values.stream().allMatch(value -> value.length() <= SHORT && value.indexOf(',') < 0)) {
            lines.add(beginning + Excerpt.of(String.join(", ", values)));
        } else {
            values.forEach(value -> lines.add(beginning + Excerpt.of(value)));
        }
    }

    private static String line(String field, Detail detail) {
        String what = Excerpt.of(
                detail.item().isEmpty() ? field : field.isEmpty() ? detail.item() : field + ", " + detail.item());
        String was = detail.before().orElse(NOTHING);
        String is = detail.after().orElse(NOTHING);
        return what + ": " + Excerpt.beside(was, is) + " → " + Excerpt.beside(is, was);
    }

    private void text(TextChange text) {
        lines.add("text: " + words(text));
        if (text.before() == 0 || text.after() == 0 || text.isRewritten()) {
            return;
        }
        text.passages().stream().limit(MOST_PASSAGES).map(EntryLines::passage).forEach(lines::add);
        if (text.passages().size() > MOST_PASSAGES) {
            lines.add(
                    "… and " + Count.inDigits(text.passages().size() - MOST_PASSAGES, "more passage", "more passages"));
        }
    }

    private static String passage(TextChange.Passage passage) {
        String was = passage.before().orElse("");
        String is = passage.after().orElse("");
        if (was.isEmpty() || is.isEmpty()) {
            return (was.isEmpty() ? "added: " : "removed: ") + "“" + Excerpt.of(was + is) + "”";
        }
        return "“" + Excerpt.beside(was, is) + "” → “" + Excerpt.beside(is, was) + "”";
    }

    private static String words(TextChange text) {
        if (text.before() == 0) {
            return "new, " + Count.inDigits(text.after(), "word", "words");
        }
        if (text.after() == 0) {
            return "removed, " + Count.inDigits(text.before(), "word", "words");
        }
        if (text.isRewritten()) {
            return "rewritten; " + text.shareOfNew() + "% of its "
                    + Count.inDigits(text.after(), "word is", "words are") + " new";
        }
        if (text.added() + text.removed() == 0) {
            return text.links() ? "its links or pictures" : "only its layout";
        }
        String links = text.links() ? ", and its links or pictures" : "";
        return Count.inDigits(text.added(), "word", "words") + " added, "
                + Count.digits(text.removed()) + " removed, of "
                + Count.inDigits(text.before(), "word", "words") + links;
    }

    private static String pages(int pages) {
        return pages == 0 ? "no page shows it in its text" : "shown on " + Count.inDigits(pages, "page", "pages");
    }
}
