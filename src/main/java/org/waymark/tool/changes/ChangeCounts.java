package org.waymark.tool.changes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Site;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Noun;

/** Statistics of the changes. */
record ChangeCounts(DirectoryChanges changes) {
    /** The counts by name, for tools; always the same names in the same order. */
    Map<String, Object> numbers() {
        var numbers = new LinkedHashMap<String, Object>();
        for (ChangeType type : ChangeType.values()) {
            numbers.put(type.word(), count(changes.entries().stream().filter(entry -> entry.type() == type)));
        }
        numbers.put("published", count(changes.entries().stream().filter(EntryChange::isPublished)));
        numbers.put("withdrawn", count(changes.entries().stream().filter(EntryChange::isWithdrawn)));
        numbers.put("reviewed", count(changes.entries().stream().filter(ChangeCounts::isReviewed)));
        numbers.put(
                "textsChanged",
                count(changes.entries().stream().filter(entry -> entry.text().isPresent())));
        numbers.put("unreadable", count(changes.entries().stream().filter(entry -> !entry.isReadable())));
        numbers.put("pictures", pictures(changes));
        numbers.put("downloads", changes.pictures().size() - pictures(changes));
        numbers.put("look", changes.look().size());
        numbers.put("newErrors", (int) errors(changes.newFindings()));
        numbers.put("newWarnings", changes.newFindings().size() - (int) errors(changes.newFindings()));
        numbers.put("goneErrors", (int) errors(changes.fixedFindings()));
        numbers.put("goneWarnings", changes.fixedFindings().size() - (int) errors(changes.fixedFindings()));
        numbers.put("touchedPages", changes.affected());
        return numbers;
    }

    static boolean isReviewed(EntryChange entry) {
        return entry.field(CommonFields.REVIEWED.name()).isPresent()
                || entry.field(CommonFields.REVIEW_BY.name()).isPresent();
    }

    private static int pictures(DirectoryChanges changes) {
        return count(changes.pictures().stream().filter(picture -> !picture.isDownload()));
    }

    private String look() {
        return changes.look().isEmpty() ? "" : "the look of the site";
    }

    private static String some(int count, String one, String many) {
        return count == 0 ? "" : Count.inDigits(count, one, many);
    }

    private static int count(Stream<?> entries) {
        return (int) entries.count();
    }

    private static long errors(List<Diagnostic> findings) {
        return findings.stream().filter(Diagnostic::isError).count();
    }

    private static String terms(List<EntryChange> terms) {
        Noun noun = terms.get(0).kind().noun();
        return Count.inDigits(terms.size(), noun.one(), noun.many());
    }

    /** The counts in a sentence. */
    String sentence() {
        List<EntryChange> entries = changes.entries().stream()
                .filter(entry -> !entry.kind().isGlossary() && !entry.kind().equals(Site.KIND))
                .toList();
        List<EntryChange> terms = changes.entries().stream()
                .filter(entry -> entry.kind().isGlossary())
                .toList();
        boolean site = changes.entries().stream().anyMatch(entry -> entry.kind().equals(Site.KIND));
        long errors = errors(changes.newFindings());
        List<String> parts = Stream.concat(
                        Stream.of(ChangeType.values()).map(type -> {
                            int count = count(entries.stream().filter(entry -> entry.type() == type));
                            return count == 0 ? "" : Count.inDigits(count, "entry ", "entries ") + type.word();
                        }),
                        Stream.of(
                                terms.isEmpty() ? "" : terms(terms),
                                site ? "the site's settings" : "",
                                look(),
                                some(pictures(changes), "picture", "pictures"),
                                some(changes.pictures().size() - pictures(changes), "download", "downloads"),
                                errors == 0 ? "" : Count.inDigits(errors, "new error", "new errors"),
                                changes.newFindings().size() == errors
                                        ? ""
                                        : Count.inDigits(
                                                changes.newFindings().size() - errors, "new warning", "new warnings"),
                                changes.fixedFindings().isEmpty()
                                        ? ""
                                        : Count.inDigits(
                                                changes.fixedFindings().size(), "fixed finding", "fixed findings")))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "no reportable changes." : String.join(", ", parts) + ".";
    }
}
