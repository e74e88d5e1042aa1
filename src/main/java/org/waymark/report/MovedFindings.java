package org.waymark.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;

/** Tolerated findings of files that no longer exist: a file that has been renamed has the same findings elsewhere. */
final class MovedFindings {
    private record Key(String code, String message) {}

    private final Map<Key, Deque<String>> byText = new HashMap<>();

    /** The findings of a baseline that are in none of the files, and not among those of a run. */
    MovedFindings(Baseline baseline, Set<String> files, List<Diagnostic> found, Fingerprints fingerprints) {
        Set<String> present = found.stream().map(fingerprints::of).collect(Collectors.toSet());
        baseline.tolerated().stream()
                .filter(each -> !files.contains(each.path()) && !present.contains(each.fingerprint()))
                .filter(each -> !each.message().isEmpty())
                .forEach(each -> byText.computeIfAbsent(new Key(each.code(), each.message()), key -> new ArrayDeque<>())
                        .add(each.fingerprint()));
    }

    /** Takes the fingerprint that a finding had before its file was renamed; each only once. */
    Optional<String> take(Diagnostic finding) {
        return Optional.ofNullable(byText.get(new Key(finding.code().name(), finding.message())))
                .map(Deque::poll);
    }
}
