package org.waymark.data;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.directory.EntryHistory;
import org.waymark.plan.DataChanges;
import org.waymark.plan.DataTable;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Sha256;

/**
 * What came, changed and went, a line for each entry that was ever published, by the day of its last change. For a site whose ledger
 * records no data, only the digests of what there is.
 */
public final class ChangeFeed {
    private static final int DIGITS = 16;
    private static final String DIGEST = "digest";

    /** The start and the end of a line about a published entry. Names of kinds, ids and digests have nothing to escape. */
    private static final Pattern LINE = Pattern.compile("\\{\"" + DataTable.KIND + "\":\"([^\"]+)\",\"" + DataTable.ID
            + "\":\"([^\"]+)\".*\"" + DIGEST + "\":\"([^\"]+)\"}");

    private ChangeFeed() {}

    /**
     * The digest of an entry, which stays the same when the site moves.
     *
     * @param line its line with all data
     */
    static String digest(String line, String baseUrl) {
        return Sha256.of(line.replace(baseUrl, "").getBytes(StandardCharsets.UTF_8))
                .substring(0, DIGITS);
    }

    /** @param digests of all published entries, by name */
    static String of(DataChanges changes, Map<String, String> digests) {
        var text = new StringBuilder();
        if (changes.history().isEmpty()) {
            digests.forEach((name, digest) -> add(text, named(name).add(DIGEST, digest)));
            return text.toString();
        }
        List<EntryHistory> entries =
                changes.history().with(digests, changes.asOf()).entries();
        entries.stream()
                .sorted(Comparator.comparing(EntryHistory::changed)) // and by name
                .forEach(entry -> add(text, line(entry, changes)));
        return text.toString();
    }

    private static Members line(EntryHistory entry, DataChanges changes) {
        Members line = named(entry.name()).add("came", entry.came());
        if (entry.digest().isPresent()) {
            return line.add("changed", entry.changed()).add(DIGEST, entry.digest());
        }
        return line.add("went", entry.changed())
                .add(
                        "now",
                        Optional.ofNullable(changes.successors().get(entry.name()))
                                .map(ChangeFeed::named));
    }

    private static Members named(String name) {
        int slash = name.indexOf('/');
        return Json.object().add(DataTable.KIND, name.substring(0, slash)).add(DataTable.ID, name.substring(slash + 1));
    }

    private static void add(StringBuilder text, Members line) {
        text.append(Json.line(line)).append('\n');
    }

    /** The digests of all published entries in a feed, by name. */
    public static Map<String, String> digests(String feed) {
        var digests = new LinkedHashMap<String, String>();
        feed.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> digests.put(line.group(1) + "/" + line.group(2), line.group(3)));
        return digests;
    }
}
