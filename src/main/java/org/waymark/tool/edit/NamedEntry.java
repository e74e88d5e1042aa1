package org.waymark.tool.edit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind;
import org.waymark.schema.Reference;

/** An entry that someone refers to by its id, or by the name that readers know. */
final class NamedEntry {
    private NamedEntry() {}

    /**
     * How a reference names it.
     *
     * @throws Refusal if there is no such entry, or more than one
     */
    static String typed(Directory directory, Reference reference, String typed) {
        List<Kind> kinds = reference.kinds().stream()
                .map(name -> directory.kinds().named(name).orElseThrow())
                .toList();
        if (!reference.isQualified()) {
            return id(directory, kinds.get(0), typed);
        }
        String name = typed.strip();
        for (Kind kind : kinds) {
            String start = kind.name() + "/";
            if (name.startsWith(start)) {
                return start + id(directory, kind, name.substring(start.length()));
            }
        }
        List<String> found = kinds.stream()
                .<String>flatMap(kind -> directory
                        .entries(kind)
                        .filter(entry -> entry.id().value().equals(name)
                                || unified(entry.label()).equals(unified(name)))
                        .map(entry -> reference.typed(kind.name(), entry.id())))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw Refusal.wrongUsage(
                found.isEmpty()
                        ? "nothing is called `" + name + "`; write kind and id, such as `"
                                + kinds.get(0).name() + "/…`"
                        : "several entries are called `" + name + "`; write one of " + String.join(", ", found));
    }

    /**
     * Its id.
     *
     * @throws Refusal if there is no such entry, or more than one
     */
    private static String id(Directory directory, Kind kind, String typed) {
        String name = typed.strip();
        List<Entry> all = directory.entries(kind).toList();
        if (all.stream().anyMatch(entry -> entry.id().value().equals(name))) {
            return name;
        }
        List<String> ids = all.stream()
                .filter(entry -> unified(entry.label()).equals(unified(name)))
                .map(entry -> entry.id().value())
                .toList();
        if (ids.size() == 1) {
            return ids.get(0);
        }
        String what = kind.noun().one();
        throw Refusal.wrongUsage(
                ids.isEmpty()
                        ? "no " + what + " is called `" + name + "`; " + cure(kind, name, all)
                        : "more than one " + what + " is called `" + name + "`; give the id: "
                                + String.join(", ", ids));
    }

    private static String cure(Kind kind, String name, List<Entry> all) {
        List<String> known = all.stream()
                .flatMap(entry -> Stream.of(entry.id().value(), entry.label()))
                .toList();
        String first = "add it first: waymark new " + kind.name();
        return DidYouMean.question(name, known)
                .map(question -> question + " Otherwise " + first)
                .orElse(first);
    }

    private static String unified(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
