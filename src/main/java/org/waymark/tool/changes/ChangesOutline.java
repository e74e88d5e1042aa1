package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Site;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Kind;

/**
 * What to report about changes, in the order that a reviewer wants: errors, additions and removals, differences, then
 * minor changes. The text is not escaped yet.
 *
 * @param sections the sections that are not empty
 * @param closing final remarks
 */
record ChangesOutline(List<ChangeSection> sections, List<String> closing) {
    /**
     * Changes of one kind.
     *
     * @param isMinor whether it may be collapsed
     */
    record ChangeSection(String heading, List<ChangeItem> items, boolean isMinor) {}

    /**
     * One change.
     *
     * @param about what it is, in a few words
     * @param lines the differences
     * @param file the URL of its file
     * @param page the URL of its page
     */
    record ChangeItem(String title, String about, List<String> lines, Optional<String> file, Optional<String> page) {}

    static ChangesOutline of(DirectoryChanges changes, ReviewLinks links) {
        return new Items(links).outline(changes);
    }

    /** Turns changes into items with links. */
    private record Items(ReviewLinks links) {
        private ChangesOutline outline(DirectoryChanges changes) {
            var sections = new ArrayList<ChangeSection>();
            List<EntryChange> left = new ArrayList<>(changes.entries());
            sections.add(findings("New errors", changes.newFindings().stream().filter(Diagnostic::isError), false));
            sections.add(take("Entries that cannot be read", left, entry -> !entry.isReadable()));
            sections.add(findings("New warnings", changes.newFindings().stream().filter(f -> !f.isError()), false));
            List<EntryChange> terms = of(Kind::isGlossary, left);
            List<EntryChange> site = of(Site.KIND::equals, left);
            List<EntryChange> notices = of(GoneEntry::isKind, left);
            sections.add(take("Added", left, entry -> entry.type() == ChangeType.ADDED));
            sections.add(take("Removed", left, entry -> entry.type() == ChangeType.REMOVED));
            sections.add(take("Renamed", left, entry -> entry.type() == ChangeType.RENAMED));
            sections.add(take("Readers see it now", left, EntryChange::isPublished));
            sections.add(take("Readers no longer see it", left, EntryChange::isWithdrawn));
            List<EntryChange> reviews = new ArrayList<>();
            left.removeIf(entry -> isOnlyReviewed(entry) && reviews.add(entry));
            sections.add(take("Changed", left, entry -> true));
            sections.add(take("Glossary", terms, entry -> true));
            sections.add(take("Settings of the site", site, entry -> true));
            sections.add(take("Notices of removed entries", notices, entry -> true));
            sections.add(new ChangeSection(
                    "The look of the site",
                    changes.look().stream().map(this::look).toList(),
                    false));
            sections.add(pictures("Pictures", changes, picture -> !picture.isDownload()));
            sections.add(pictures("Files for download", changes, PictureChange::isDownload));
            sections.add(new ChangeSection(
                    "Reviewed, with nothing else changed",
                    reviews.stream().map(this::item).toList(),
                    true));
            sections.add(findings("Fixed findings", changes.fixedFindings().stream(), true));
            sections.removeIf(section -> section.items().isEmpty());
            return new ChangesOutline(sections, closing(changes));
        }

        private static List<EntryChange> of(Predicate<Kind> kind, List<EntryChange> left) {
            var some = new ArrayList<EntryChange>();
            left.removeIf(entry -> kind.test(entry.kind()) && some.add(entry));
            return some;
        }

        private ChangeSection take(String heading, List<EntryChange> left, Predicate<EntryChange> which) {
            var items = new ArrayList<ChangeItem>();
            left.removeIf(entry -> which.test(entry) && items.add(item(entry)));
            return new ChangeSection(heading, items, false);
        }

        private static boolean isOnlyReviewed(EntryChange entry) {
            return entry.text().isEmpty()
                    && !entry.fields().isEmpty()
                    && entry.fields().stream()
                            .allMatch(field -> field.name().equals(CommonFields.REVIEWED.name())
                                    || field.name().equals(CommonFields.REVIEW_BY.name()));
        }

        private ChangeItem item(EntryChange entry) {
            return new ChangeItem(
                    entry.last().title(),
                    about(entry),
                    EntryLines.of(entry),
                    entry.after().flatMap(now -> links.file(now.path(), 0)),
                    links.page(entry));
        }

        private static String about(EntryChange entry) {
            String kind = entry.kind().noun().one();
            String about =
                    entry.kind().place().isFolder() ? kind + ", " + entry.last().id() : "";
            boolean isHidden = entry.last().isReadable() && !entry.last().isShown() && !entry.isWithdrawn();
            String hidden = isHidden ? "not shown to readers" : "";
            return Stream.of(about, hidden)
                    .filter(part -> !part.isEmpty())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }

        private ChangeSection findings(String heading, Stream<Diagnostic> findings, boolean isMinor) {
            return new ChangeSection(
                    heading,
                    findings.map(finding -> new ChangeItem(
                                    finding.message(),
                                    finding.code().name(),
                                    List.of(finding.span().path()
                                            + (finding.span().isStartOfFile()
                                                    ? ""
                                                    : ", line "
                                                            + finding.span()
                                                                    .start()
                                                                    .line())),
                                    links.file(
                                            finding.span().path(),
                                            finding.span().isStartOfFile()
                                                    ? 0
                                                    : finding.span().startLine()),
                                    Optional.empty()))
                            .toList(),
                    isMinor);
        }

        private ChangeSection pictures(String heading, DirectoryChanges changes, Predicate<PictureChange> which) {
            return new ChangeSection(
                    heading,
                    changes.pictures().stream().filter(which).map(this::picture).toList(),
                    false);
        }

        private ChangeItem picture(PictureChange picture) {
            Optional<String> from = picture.from().map(path -> "was " + path);
            return new ChangeItem(
                    picture.path(),
                    picture.type().word(),
                    from.stream().toList(),
                    file(picture.path(), picture.type()),
                    Optional.empty());
        }

        private ChangeItem look(LookChange look) {
            return new ChangeItem(
                    look.path(),
                    look.part() + ", " + look.type().word(),
                    look.details().stream().map(EntryLines::of).toList(),
                    file(look.path(), look.type()),
                    Optional.empty());
        }

        private Optional<String> file(String path, ChangeType type) {
            return type == ChangeType.REMOVED ? Optional.empty() : links.file(path, 0);
        }
    }

    private static List<String> closing(DirectoryChanges changes) {
        var closing = new ArrayList<String>();
        changes.unreadable()
                .forEach(path -> closing.add("The comparison leaves out the entries in " + path
                        + ", which cannot be read in one of the two versions."));
        if (changes.pages().isPresent()) {
            closing.add(changes.pages().get().sentence());
        } else if (changes.affected() > 0) {
            closing.add(
                    changes.affected() == 1
                            ? "1 more page shows a name or link that changed here."
                            : Count.inDigits(
                                    changes.affected(), "", "more pages show a name or link that changed here."));
        }
        return closing;
    }
}
