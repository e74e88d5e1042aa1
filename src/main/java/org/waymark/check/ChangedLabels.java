package org.waymark.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;
import org.waymark.source.Span;

/**
 * Makes one finding of a label that has probably changed in its vocabulary only: several entries have the former one, and
 * none has the new one.
 */
final class ChangedLabels {
    /** The maximum number of other entries to name. */
    private static final int MOST_NOTES = 4;

    /** What a shell takes literally between double quotes. */
    private static final Pattern PLAIN = Pattern.compile("[^\"$`\\\\!]*");

    /** A label that a vocabulary does not have. */
    private record Unknown(Vocabulary vocabulary, String label) {}

    private ChangedLabels() {}

    /** The findings from reading the files, where each such label is reported once, at the first entry with it. */
    static List<Diagnostic> united(Directory directory, List<Diagnostic> reading) {
        Map<Unknown, List<Diagnostic>> unknown = unknown(directory, reading);
        unknown.values()
                .removeIf(uses ->
                        uses.stream().map(use -> use.span().path()).distinct().count() < 2);
        if (unknown.isEmpty()) {
            return reading;
        }
        Set<Option> used = directory.entries().stream()
                .flatMap(entry -> entry.all(Option.class))
                .collect(Collectors.toSet());
        var united = new ArrayList<>(reading);
        unknown.forEach((label, uses) -> {
            List<Option> unused = label.vocabulary().options().stream()
                    .filter(option -> !used.contains(option))
                    .toList();
            if (!unused.isEmpty()) {
                united.removeAll(new HashSet<>(uses));
                united.add(united(label, uses.stream().sorted(Diagnostic.ORDER).toList(), meant(label, unused)));
            }
        });
        return united;
    }

    private static Map<Unknown, List<Diagnostic>> unknown(Directory directory, List<Diagnostic> reading) {
        Map<Unknown, List<Diagnostic>> unknown = new LinkedHashMap<>();
        List<Diagnostic> invalid = reading.stream()
                .filter(finding -> finding.code().equals(Codes.INVALID_VALUE))
                .toList();
        if (invalid.isEmpty()) {
            return unknown;
        }
        var byPlace = new TreeMap<Span, Entry>();
        directory.entries().forEach(entry -> byPlace.put(entry.origin().whole(), entry));
        for (Diagnostic finding : invalid) {
            // A file may have thousands of entries with thousands of findings.
            Map.Entry<Span, Entry> at = byPlace.floorEntry(finding.span());
            if (at != null && at.getKey().path().equals(finding.span().path())) {
                unknown(at.getValue(), finding.span())
                        .ifPresent(label -> unknown.computeIfAbsent(label, key -> new ArrayList<>())
                                .add(finding));
            }
        }
        return unknown;
    }

    private static Optional<Unknown> unknown(Entry entry, Span place) {
        return entry.kind().fields().stream()
                .filter(field -> entry.origin()
                        .given(field)
                        .filter(value -> contains(value, place))
                        .isPresent())
                .findFirst()
                .flatMap(ChangedLabels::vocabulary)
                .map(vocabulary -> new Unknown(vocabulary, unquoted(entry.file().text(place))))
                .filter(label -> !label.vocabulary().byLabel().containsKey(label.label()));
    }

    private static Optional<Vocabulary> vocabulary(Field<?> field) {
        return field.itemType() instanceof Choice<?> choice ? choice.vocabulary() : Optional.empty();
    }

    private static boolean contains(Span whole, Span part) {
        return whole.start().compareTo(part.start()) <= 0 && whole.end().compareTo(part.end()) >= 0;
    }

    private static String unquoted(String typed) {
        boolean isQuoted = typed.length() > 1
                && (typed.charAt(0) == '"' || typed.charAt(0) == '\'')
                && typed.charAt(typed.length() - 1) == typed.charAt(0);
        return isQuoted ? typed.substring(1, typed.length() - 1) : typed;
    }

    /** The choice whose label has changed, if that can be told. */
    private static Optional<Option> meant(Unknown label, List<Option> unused) {
        return unused.size() == 1
                ? Optional.of(unused.get(0))
                : DidYouMean.nearest(
                                label.label(),
                                unused.stream().map(Option::label).toList())
                        .flatMap(near -> unused.stream()
                                .filter(option -> option.label().equals(near))
                                .findFirst());
    }

    private static Diagnostic united(Unknown label, List<Diagnostic> uses, Optional<Option> meant) {
        Diagnostic first = uses.get(0);
        String choices = label.vocabulary().name();
        String command = "waymark rename choice " + choices + "/"
                + meant.map(option -> option.id().value()).orElse("ID") + " --label "
                + meant.map(Option::label)
                        .filter(text -> PLAIN.matcher(text).matches())
                        .map(text -> "\"" + text + "\"")
                        .orElse("LABEL");
        Diagnostic all = new Diagnostic(
                first.code(),
                first.severity(),
                first.span(),
                "`" + label.label() + "` is not a choice of `" + choices + "`, but "
                        + Count.of(uses.size(), "entry has", "entries have") + " it",
                Optional.of("if this was the label of "
                        + meant.map(option -> "`" + option.id() + "`").orElse("a choice")
                        + ", write it there again, and run `" + command
                        + "`, which changes the entries too; otherwise write "
                        + meant.map(option -> "`" + option.label() + "`").orElse("another choice") + " in each"),
                List.of(),
                Optional.empty());
        for (Diagnostic use : uses.stream().skip(1).limit(MOST_NOTES).toList()) {
            all = all.withNote(use.span(), "and here");
        }
        return all;
    }
}
