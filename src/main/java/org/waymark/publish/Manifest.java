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
 * The list of files that Waymark has written, or was about to write, into a folder, with their digests. Whatever it does
 * not list belongs to somebody else. Its lines are those of {@code sha256sum}, which can check them too; comments tell what
 * the edition was made of.
 *
 * @param facts what the edition was made of, by name, in order
 * @param digests the SHA-256 of each file by its path, in path order; empty where it is not known
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

    /** What a manifest says of the folder that it lists. */
    public enum State {
        /** It lists all files of one edition. */
        COMPLETE,
        /** It lists those of two editions, since the publication of the newer one has not ended. */
        UNFINISHED,
        /** A part of it is lost. */
        DAMAGED,
        /** A version of Waymark has written it that knew no digests. */
        WITHOUT_DIGESTS
    }

    /** That of a finished edition. */
    static Manifest of(Map<String, String> facts, Map<String, String> digests) {
        var all = new LinkedHashMap<>(facts);
        all.put(FILES, String.valueOf(digests.size()));
        return new Manifest(all, new TreeMap<>(digests));
    }

    /** That of a folder in which one edition gives way to another: all paths that either may have written. */
    static Manifest unfinished(Collection<String> paths) {
        var digests = new TreeMap<String, String>();
        paths.forEach(path -> digests.put(path, ""));
        return new Manifest(Map.of(UNFINISHED, "build again to complete what was interrupted"), digests);
    }

    /** Reads a manifest of this or an earlier version. Lines that Waymark cannot have written are left out. */
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

    /** Whether a line is the plain path of a file below the output folder and outside Waymark's own. */
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
