package org.waymark.tool.changes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;

/**
 * Changes as data for tools, in nested maps and lists: all that is known, nothing shortened, always in the same order. What is
 * not there is left out. {@code src/docs/changes.md} says what each name means.
 */
public final class ChangesData {
    private ChangesData() {}

    public static Map<String, Object> of(DirectoryChanges changes, RevisionRange range) {
        var data = new LinkedHashMap<String, Object>();
        data.put("since", moment(range.since()));
        range.until().ifPresent(until -> data.put("until", moment(until)));
        data.put("counts", new ChangeCounts(changes).numbers());
        data.put("entries", changes.entries().stream().map(ChangesData::entry).toList());
        data.put("unread", changes.unreadable());
        data.put(
                "pictures",
                changes.pictures().stream().map(ChangesData::picture).toList());
        data.put(
                "newFindings",
                changes.newFindings().stream().map(ChangesData::finding).toList());
        data.put(
                "goneFindings",
                changes.fixedFindings().stream().map(ChangesData::finding).toList());
        return data;
    }

    private static Map<String, Object> moment(RevisionRange.Revision moment) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", moment.name());
        data.put("commit", moment.commit());
        return data;
    }

    private static Map<String, Object> entry(EntryChange entry) {
        var data = new LinkedHashMap<String, Object>();
        data.put("kind", entry.kind().name());
        data.put("change", entry.type().word());
        entry.before().ifPresent(was -> data.put("before", appearance(was)));
        entry.after().ifPresent(is -> data.put("after", appearance(is)));
        entry.address().ifPresent(address -> data.put("oldAddress", address(address)));
        entry.summary().ifPresent(summary -> data.put("summary", summary));
        data.put("fields", entry.fields().stream().map(ChangesData::field).toList());
        entry.text().ifPresent(text -> data.put("text", text(text)));
        entry.pages().ifPresent(pages -> data.put("pages", pages));
        return data;
    }

    private static Map<String, Object> appearance(EntryState appearance) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", appearance.id().value());
        data.put("title", appearance.title());
        data.put("path", appearance.path());
        data.put("isShown", appearance.isShown());
        data.put("isReadable", appearance.isReadable());
        appearance.fault().ifPresent(fault -> data.put("fault", finding(fault)));
        return data;
    }

    private static Map<String, Object> address(EntryChange.OldAddress address) {
        var data = new LinkedHashMap<String, Object>();
        data.put("leads", address.notice() ? "notice" : address.to().isPresent() ? "redirect" : "nowhere");
        address.to().ifPresent(to -> data.put("to", to.toString()));
        return data;
    }

    private static Map<String, Object> field(FieldChange field) {
        var data = new LinkedHashMap<String, Object>();
        data.put("name", field.name());
        data.put("details", field.details().stream().map(ChangesData::detail).toList());
        return data;
    }

    private static Map<String, Object> detail(FieldChange.Detail detail) {
        var data = new LinkedHashMap<String, Object>();
        Optional.of(detail.item()).filter(item -> !item.isEmpty()).ifPresent(item -> data.put("item", item));
        detail.before().ifPresent(was -> data.put("before", was));
        detail.after().ifPresent(is -> data.put("after", is));
        return data;
    }

    private static Map<String, Object> text(TextChange text) {
        var data = new LinkedHashMap<String, Object>();
        data.put("wordsAdded", text.added());
        data.put("wordsRemoved", text.removed());
        data.put("wordsBefore", text.before());
        data.put("wordsAfter", text.after());
        data.put("linksChanged", text.links());
        return data;
    }

    private static Map<String, Object> picture(PictureChange picture) {
        var data = new LinkedHashMap<String, Object>();
        data.put("path", picture.path());
        data.put("change", picture.type().word());
        picture.from().ifPresent(from -> data.put("before", from));
        return data;
    }

    private static Map<String, Object> finding(Diagnostic finding) {
        var data = new LinkedHashMap<String, Object>();
        data.put("code", finding.code().name());
        data.put("severity", finding.severity().word());
        data.put("path", finding.span().path());
        data.put("line", finding.span().start().line());
        data.put("column", finding.span().start().column());
        data.put("message", finding.message());
        finding.help().ifPresent(help -> data.put("help", help));
        return data;
    }
}
