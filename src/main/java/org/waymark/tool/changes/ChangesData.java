package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;

/**
 * Changes as data for tools: complete and unabridged, always in the same order. Absent values are left out. {@code
 * src/docs/changes.md} describes each member.
 */
public final class ChangesData {
    private ChangesData() {}

    public static Members of(DirectoryChanges changes, RevisionRange range) {
        return Json.object()
                .add("since", revision(range.since()))
                .add("until", range.until().map(ChangesData::revision))
                .add("counts", new ChangeCounts(changes).numbers())
                .add(
                        "entries",
                        changes.entries().stream().map(ChangesData::entry).toList())
                .add("unread", changes.unreadable())
                .add(
                        "pictures",
                        changes.pictures().stream().map(ChangesData::picture).toList())
                .add("look", changes.look().stream().map(ChangesData::look).toList())
                .add("pages", changes.pages().map(ChangesData::pages))
                .add(
                        "newFindings",
                        changes.newFindings().stream().map(ChangesData::finding).toList())
                .add(
                        "goneFindings",
                        changes.fixedFindings().stream()
                                .map(ChangesData::finding)
                                .toList());
    }

    private static Members revision(RevisionRange.ComparedRevision revision) {
        return Json.object().add("name", revision.name()).add("commit", revision.commit());
    }

    private static Members entry(EntryChange entry) {
        Members members = Json.object()
                .add("kind", entry.kind().name())
                .add("change", entry.type().word())
                .add("before", entry.before().map(ChangesData::state))
                .add("after", entry.after().map(ChangesData::state))
                .add("oldAddress", entry.address().map(ChangesData::address))
                .add("summary", entry.summary())
                .add("fields", entry.fields().stream().map(ChangesData::field).toList())
                .add("text", entry.text().map(ChangesData::text));
        entry.pages().ifPresent(pages -> members.add("pages", pages));
        return members;
    }

    private static Members state(EntryState state) {
        return Json.object()
                .add("id", state.id().value())
                .add("title", state.title())
                .add("path", state.path())
                .add("isShown", state.isShown())
                .add("isReadable", state.isReadable())
                .add("fault", state.fault().map(ChangesData::finding));
    }

    private static Members address(EntryChange.OldAddress address) {
        return Json.object()
                .add("leads", address.notice() ? "notice" : address.to().isPresent() ? "redirect" : "nowhere")
                .add("to", address.to());
    }

    private static Members field(FieldChange field) {
        return Json.object()
                .add("name", field.name())
                .add("label", field.label())
                .add(
                        "details",
                        field.details().stream().map(ChangesData::detail).toList());
    }

    private static Members detail(FieldChange.Detail detail) {
        return Json.object()
                .add("item", Optional.of(detail.item()).filter(item -> !item.isEmpty()))
                .add("before", detail.before())
                .add("after", detail.after());
    }

    private static Members text(TextChange text) {
        return Json.object()
                .add("wordsAdded", text.added())
                .add("wordsRemoved", text.removed())
                .add("wordsBefore", text.before())
                .add("wordsAfter", text.after())
                .add(
                        "passages",
                        text.passages().stream()
                                .map(passage -> Json.object()
                                        .add("before", passage.before())
                                        .add("after", passage.after()))
                                .toList())
                .add("linksChanged", text.links());
    }

    private static Members picture(PictureChange picture) {
        return Json.object()
                .add("path", picture.path())
                .add("change", picture.type().word())
                .add("before", picture.from());
    }

    private static Members look(LookChange look) {
        return Json.object()
                .add("path", look.path())
                .add("part", look.part())
                .add("change", look.type().word())
                .add("details", look.details().stream().map(ChangesData::detail).toList());
    }

    private static Members pages(PageCounts pages) {
        return Json.object()
                .add("changed", pages.changed())
                .add("added", pages.added())
                .add("removed", pages.removed())
                .add("all", pages.all());
    }

    private static Members finding(Diagnostic finding) {
        return Json.object()
                .add("code", finding.code().name())
                .add("severity", finding.severity().word())
                .add("path", finding.span().path())
                .add("line", finding.span().startLine())
                .add("column", finding.span().startColumn())
                .add("message", finding.message())
                .add("help", finding.help());
    }
}
