package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records a change to several files of a project while they are moved into place, so it can be completed after a
 * crash. Stored in the user's state folder and never in the project: a journal causes writes, so a checkout must not
 * be able to contain one.
 */
final class ChangeJournal {
    private static final String SEPARATOR = "\t";
    private static final int FIELDS = 4;

    private final RealFolder folder;
    private final String name;

    private ChangeJournal(Path state, Path project) {
        this.folder = new RealFolder(state);
        this.name = "changes/" + Sha256.of(project.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One file of a change. Paths are relative to the project.
     *
     * @param to the path of the new file; empty for a removal
     * @param after the digest of the new file
     * @param from the file that is replaced or removed; empty for a new file
     * @param before the digest of that file
     */
    record Step(String to, String after, String from, String before) {
        private String line() {
            return String.join(SEPARATOR, to, after, from, before);
        }

        private static Optional<Step> of(String line) {
            String[] fields = line.split(SEPARATOR, -1);
            return fields.length == FIELDS
                    ? Optional.of(new Step(fields[0], fields[1], fields[2], fields[3]))
                    : Optional.empty();
        }
    }

    /**
     * The journal of a project.
     *
     * @param state the folder for this user's Waymark state
     * @return empty if the state folder is within the project's repository, so a checkout could contain a
     *     journal
     */
    static Optional<ChangeJournal> of(Path state, Path project) {
        Path real = Repository.real(project);
        return Repository.holds(project, Repository.realAsFarAsItExists(state))
                ? Optional.empty()
                : Optional.of(new ChangeJournal(state, real));
    }

    /** The user's state folder. */
    Path folder() {
        return folder.root();
    }

    boolean exists() {
        return Files.isRegularFile(folder.root().resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    void write(List<Step> steps) throws IOException {
        String text = String.join("\n", steps.stream().map(Step::line).toList()) + "\n";
        Files.createDirectories(folder.root());
        folder.makeFolder("changes");
        folder.replace(name, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
    }

    List<Step> read() throws IOException {
        byte[] text = folder.read(name, SizeLimit.KEPT).orElse(new byte[0]);
        var steps = new ArrayList<Step>();
        new String(text, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> Step.of(line).ifPresent(steps::add));
        return steps;
    }

    void remove() throws IOException {
        Files.deleteIfExists(folder.root().resolve(name));
    }
}
