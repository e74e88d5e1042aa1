package org.waymark.publish;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.source.Sha256;
import org.waymark.source.WorkFolder;

/**
 * The list of files that Waymark has written, or was about to write, into a folder, with their digests. Other files
 * in the folder are not Waymark's. The lines are in the format of {@code sha256sum}, which can verify them too;
 * comments record what the edition was made from.
 *
 * @param facts what the edition was made from, by name, in order
 * @param digests the SHA-256 of each file by its path, in path order; empty if unknown
 */
public record Manifest(Map<String, String> facts, SortedMap<String, String> digests) {
    private static final List<String> HEADER = List.of(
            "Files written by Waymark. It removes no others.",
            "To check them in the folder of the site: sha256sum -c .waymark/manifest");

    private static final String FILES = "files";
    private static final String UNFINISHED = "unfinished";
    private static final Pattern FACT = Pattern.compile("# ([a-z-]+): (.*)");
    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{" + Sha256.DIGITS + "}) [ *](.+)");

    public Manifest {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** What a manifest records about its folder. */
    public enum State {
        /** Lists all files of one edition. */
        COMPLETE,
        /** Lists the files of two editions, since publishing the newer one has not finished. */
        UNFINISHED,
        /** Part of it is missing. */
        DAMAGED,
        /** Written by an older version of Waymark, without digests. */
        WITHOUT_DIGESTS
    }

    /** The manifest of a finished edition. */
    static Manifest of(Map<String, String> facts, Map<String, String> digests) {
        var all = new LinkedHashMap<>(facts);
        all.put(FILES, String.valueOf(digests.size()));
        return new Manifest(all, new TreeMap<>(digests));
    }

    /** The pending manifest while one edition replaces another: all paths that either may have written. */
    static Manifest unfinished(Collection<String> paths) {
        var digests = new TreeMap<String, String>();
        paths.forEach(path -> digests.put(path, ""));
        return new Manifest(Map.of(UNFINISHED, "build again to complete what was interrupted"), digests);
    }

    /** Reads a manifest of this or an earlier version. Skips lines that Waymark cannot have written. */
    static Manifest read(String text) {
        var facts = new LinkedHashMap<String, String>();
        var digests = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            Matcher fact = FACT.matcher(line);
            Matcher digest = DIGEST.matcher(line);
            if (fact.matches()) {
                facts.put(fact.group(1), fact.group(2));
            } else if (digest.matches()) {
                if (isPath(digest.group(2))) {
                    digests.put(digest.group(2), digest.group(1));
                }
            } else if (!line.startsWith("#") && isPath(line)) {
                digests.put(line, "");
            }
        });
        return new Manifest(facts, digests);
    }

    public State state() {
        if (facts.containsKey(UNFINISHED)) {
            return State.UNFINISHED;
        }
        if (!facts.containsKey(FILES)) {
            return digests.containsValue("") ? State.WITHOUT_DIGESTS : State.DAMAGED;
        }
        boolean isWhole = facts.get(FILES).equals(String.valueOf(digests.size())) && !digests.containsValue("");
        return isWhole ? State.COMPLETE : State.DAMAGED;
    }

    /** Whether a line is a normalised path of a file within the output folder, outside Waymark's own. */
    private static boolean isPath(String line) {
        if (line.isEmpty()) {
            return false;
        }
        try {
            Path path = Path.of(line);
            return path.getRoot() == null
                    && path.normalize().toString().replace('\\', '/').equals(line)
                    && !path.startsWith("..")
                    && !path.startsWith(WorkFolder.NAME);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    String text() {
        var text = new StringBuilder();
        HEADER.forEach(line -> text.append("# ").append(line).append('\n'));
        facts.forEach((name, value) ->
                text.append("# ").append(name).append(": ").append(value).append('\n'));
        digests.forEach((path, digest) ->
                text.append(digest.isEmpty() ? path : digest + "  " + path).append('\n'));
        return text.toString();
    }
}
