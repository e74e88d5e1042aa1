package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.waymark.content.ContentReader;
import org.waymark.directory.DataHistory;
import org.waymark.directory.Kinds;
import org.waymark.directory.RouteLedger;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Adds newly published addresses to the route ledger, and records what became of the data of entries. Removes no address, and
 * preserves what people wrote beside them.
 *
 * @param added the new addresses, sorted
 * @param recorded how many entries came, changed or went
 * @param change the change to the file; absent if nothing is new
 */
public record LedgerUpdate(List<String> added, int recorded, Optional<FileChange> change) {
    private static final String PATH = RouteLedger.PATH;
    private static final String STEP = "  ";
    private static final String ABOUT = """
            # Every address that was ever published, and the entry that it belonged to then. Waymark adds the new ones with
            # `waymark routes --update`. Leave the old ones: they are how it knows what readers may still look for.
            """;

    /** Its lines also keep additions above and below apart: Git would otherwise merge both as one. */
    private static final String ABOUT_ENTRIES = """

            # Of the data of each entry: the day it came, the day it last changed, and a digest; or `gone`, and when. Waymark writes
            # these lines too, for those who use the data: data/changes.jsonl tells them what is new. Two branches that
            # both wrote them can be merged. The seal then no longer fits, so all entries count as changed with the next
            # `waymark routes --update`, lest anybody miss a change.
            """;

    public LedgerUpdate {
        added = List.copyOf(added);
    }

    /** Whether a project has a ledger. */
    public static boolean hasLedger(Project project) {
        return find(project).isPresent();
    }

    /**
     * Computes the additions.
     *
     * @param kinds of the directory in the project
     * @param project a project without errors
     * @param files the paths of all files of the site built from it
     * @param history what became of the data of entries, up to this site
     */
    public static LedgerUpdate of(Kinds kinds, Project project, Collection<String> files, DataHistory history) {
        var published = new TreeMap<String, String>();
        for (String file : files) {
            // What redirects from a former folder does so for every address below it, listed or not.
            Routes.promised(file)
                    .filter(path -> kinds.formerAddresses().current(path).equals(path))
                    .ifPresent(path -> published.put("/" + path, owner(kinds, path)));
        }
        Optional<SourceFile> file = find(project);
        if (file.isEmpty()) {
            String text = ABOUT + RouteLedger.ROUTES.name() + ":\n" + lines(STEP, published) + "\n";
            return new LedgerUpdate(
                    List.copyOf(published.keySet()),
                    history.entries().size(),
                    Optional.of(new FileChange.Creation(PATH, history.isEmpty() ? text : text + entries(history))));
        }
        Optional<Member> field = member(file.get(), RouteLedger.ROUTES.name());
        if (field.isEmpty() || !(field.get().value().orElse(null) instanceof Mapping listed)) {
            throw new IllegalArgumentException("not a ledger without errors: " + PATH);
        }
        listed.members().forEach(line -> published.remove(line.key().text()));
        var positions = new YamlPositions(file.get());
        var edits = new ArrayList<Edit>();
        if (!published.isEmpty() && isInLines(positions, listed)) {
            edits.addAll(insertions(positions, listed, published));
        } else if (!published.isEmpty()) {
            edits.add(rewriting(positions, field.get(), listed, published));
        }
        List<String> news = news(file.get(), history);
        if (!news.isEmpty()) {
            edits.add(recording(positions, history));
        }
        edits.sort(Comparator.comparing(edit -> file.get().offset(edit.span().start())));
        return new LedgerUpdate(
                List.copyOf(published.keySet()),
                (int) news.stream().filter(line -> line.indexOf('/') >= 0).count(),
                edits.isEmpty() ? Optional.empty() : Optional.of(new FileChange.Revision(PATH, PATH, edits)));
    }

    private static Optional<Member> member(SourceFile ledger, String name) {
        return ContentReader.typedFields(ledger).stream()
                .flatMap(fields -> fields.member(name).stream())
                .findFirst();
    }

    /** The lines about entries that the ledger does not have. */
    private static List<String> news(SourceFile ledger, DataHistory history) {
        if (history.isEmpty()) {
            return List.of();
        }
        var known = new HashSet<String>();
        member(ledger, RouteLedger.ENTRIES.name())
                .flatMap(Member::value)
                .filter(Sequence.class::isInstance)
                .ifPresent(list -> ((Sequence) list)
                        .items().stream()
                                .filter(Scalar.class::isInstance)
                                .forEach(
                                        line -> known.add(((Scalar) line).text().strip())));
        return history.lines().stream().filter(line -> !known.contains(line)).toList();
    }

    /** Writes all lines about entries anew. */
    private static Edit recording(YamlPositions positions, DataHistory history) {
        SourceFile file = positions.file();
        Optional<Member> field = member(file, RouteLedger.ENTRIES.name());
        if (field.isEmpty()) {
            String end = file.text().endsWith("\n") ? "" : "\n";
            return positions.insert(file.text().length(), end + entries(history));
        }
        return positions.edit(positions.afterColon(field.get()), positions.end(field.get()), "\n" + items(history));
    }

    private static String entries(DataHistory history) {
        return ABOUT_ENTRIES + RouteLedger.ENTRIES.name() + ":\n" + items(history) + "\n";
    }

    private static String items(DataHistory history) {
        return String.join(
                "\n", history.lines().stream().map(line -> STEP + "- " + line).toList());
    }

    private static Optional<SourceFile> find(Project project) {
        return project.content().stream()
                .filter(file -> file.path().equals(PATH))
                .findFirst();
    }

    private static String owner(Kinds kinds, SitePath path) {
        return Routes.ownerOf(kinds, path).map(Object::toString).orElse(RouteLedger.OF_THE_SITE);
    }

    private static boolean isInLines(YamlPositions positions, Mapping listed) {
        return !listed.members().isEmpty()
                && listed.members().stream().allMatch(line -> positions.beginsLine(positions.start(line.key())));
    }

    /** Inserts each address in sorted order, so two branches seldom touch the same lines. */
    private static List<Edit> insertions(YamlPositions positions, Mapping listed, SortedMap<String, String> added) {
        var known = new TreeMap<String, Member>();
        listed.members().forEach(line -> known.put(line.key().text(), line));
        Member first = listed.members().get(0);
        String indentation = " ".repeat(positions.column(positions.start(first.key())));
        var groups = new TreeMap<Integer, TreeMap<String, String>>(); // by the offset after which they are inserted
        added.forEach((address, owner) -> {
            Map.Entry<String, Member> before = known.floorEntry(address);
            int offset = before == null ? -1 : positions.end(before.getValue());
            groups.computeIfAbsent(offset, at -> new TreeMap<>()).put(address, owner);
        });
        var edits = new ArrayList<Edit>();
        groups.forEach((offset, group) -> {
            String lines = lines(indentation, group);
            edits.add(
                    offset < 0
                            ? positions.insert(positions.lineStart(positions.start(first.key())), lines + "\n")
                            : positions.insertLines(offset, lines));
        });
        return edits;
    }

    /** Rewrites a ledger in braces, or an empty one, as one line for each address. */
    private static Edit rewriting(
            YamlPositions positions, Member field, Mapping listed, SortedMap<String, String> added) {
        var all = new TreeMap<>(added);
        for (Member line : listed.members()) {
            line.value().ifPresent(owner -> all.put(line.key().text(), positions.text(owner.span())));
        }
        return positions.edit(positions.afterColon(field), positions.end(listed), "\n" + lines(STEP, all));
    }

    private static String lines(String indentation, Map<String, String> routes) {
        return String.join(
                "\n",
                routes.entrySet().stream()
                        .map(route -> indentation + route.getKey() + ": " + route.getValue())
                        .toList());
    }
}
