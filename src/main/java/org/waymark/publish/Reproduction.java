package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.waymark.render.OutputFile;

/**
 * Holds the files of a second run, as they are made, against those that the first has staged. Safe for use by several
 * threads.
 */
public final class Reproduction {
    private static final int EXCERPT = 30;

    private final Publisher first;
    private final Map<String, String> expected;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Deviation> deviations = new ConcurrentSkipListMap<>();

    /**
     * A file that the two runs have made differently.
     *
     * @param offset of the first byte that differs, from 0
     * @param line in which it lies, from 1
     * @param first what the first run has there; empty where the file or its rest is missing
     * @param second what the second has
     */
    public record Deviation(String path, int offset, int line, String first, String second) {}

    /** @param first all files of the first run are staged there, and not yet published */
    public Reproduction(Publisher first) {
        this.first = first;
        this.expected = first.digests();
    }

    /**
     * Takes a file of the second run.
     *
     * @throws PublishFailure when the file of the first run cannot be read
     */
    public void take(OutputFile file) {
        seen.add(file.path());
        try {
            byte[] now = Publisher.bytes(file);
            String digest = expected.get(file.path());
            if (digest == null) {
                deviations.put(file.path(), deviation(file.path(), new byte[0], now));
            } else if (!digest.equals(Sha256.of(now))) {
                deviations.put(file.path(), deviation(file.path(), first.stagedBytes(file.path()), now));
            }
        } catch (IOException e) {
            throw PublishFailure.ofReading(Path.of(file.path()), e);
        }
    }

    /** What differs, by path, once the second run has ended. */
    public List<Deviation> deviations() {
        var all = new TreeMap<>(deviations);
        for (String path : expected.keySet()) {
            if (!seen.contains(path) && !first.isForm(path)) {
                all.put(path, new Deviation(path, 0, 1, "", ""));
            }
        }
        return List.copyOf(all.values());
    }

    private static Deviation deviation(String path, byte[] before, byte[] now) {
        int offset = Math.max(0, Arrays.mismatch(before, now));
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (before[i] == '\n') {
                line++;
            }
        }
        return new Deviation(path, offset, line, excerpt(before, offset), excerpt(now, offset));
    }

    /** What stands there, with a little before it, on one line. Half a character at its ends is shown as such. */
    private static String excerpt(byte[] bytes, int offset) {
        if (offset >= bytes.length) {
            return "";
        }
        byte[] part =
                Arrays.copyOfRange(bytes, Math.max(0, offset - EXCERPT), Math.min(bytes.length, offset + EXCERPT));
        return new String(part, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }
}
