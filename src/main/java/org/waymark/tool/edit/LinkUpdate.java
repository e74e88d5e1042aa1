package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Entry;
import org.waymark.directory.LinkPath;
import org.waymark.markdown.Addresses;
import org.waymark.markdown.TypedLink;
import org.waymark.markdown.TypedLink.Form;
import org.waymark.markdown.TypedLinks;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;

/** Redirects links to an entry to another one, or turns them into plain text. */
final class LinkUpdate {
    private final EditableProject content;
    private final Entry entry;
    private final Optional<ReferenceTarget> target;

    private LinkUpdate(EditableProject content, Entry entry, Optional<ReferenceTarget> target) {
        this.content = content;
        this.entry = entry;
        this.target = target;
    }

    /**
     * Computes the edits to the links in an entry's text.
     *
     * @param obstacles collects the locations that need a decision by a person
     * @param target the new target, if any
     */
    static List<Edit> in(
            EditableProject content, Entry from, Entry entry, Optional<ReferenceTarget> target, List<Note> obstacles) {
        var links = new LinkUpdate(content, entry, target);
        var edits = new ArrayList<Edit>();
        for (TypedLink link : links.leadingFrom(from)) {
            Optional<List<Edit>> followed = links.follow(from, link);
            followed.ifPresentOrElse(
                    edits::addAll,
                    () -> obstacles.add(
                            new Note(link.whole(), "this link has an unusual style; write it on one line")));
        }
        return edits;
    }

    /**
     * Turns links into plain text that point to the page that will contain them, after one entry's text moves to
     * another.
     */
    static List<Edit> unlinkOwn(EditableProject content, Entry from, Entry own) {
        var links = new LinkUpdate(content, own, Optional.empty());
        return links.leadingFrom(from).stream()
                .filter(link -> link.destination().indexOf('#') < 0)
                .flatMap(link -> links.unlinked(from, link).stream().flatMap(List::stream))
                .toList();
    }

    /**
     * Computes the edits to the links in an entry's text after files have moved, perhaps its own.
     *
     * @param moved the new path of a file or folder, by the old one
     * @param obstacles collects the locations that need a decision by a person
     */
    static List<Edit> moved(EditableProject content, Entry from, UnaryOperator<String> moved, List<Note> obstacles) {
        SourceFile file = content.file(from);
        var edits = new ArrayList<Edit>();
        for (TypedLink link : TypedLinks.in(file, content.bodyStart(from))) {
            String path = Addresses.isExternal(link.destination()) ? "" : link.destination();
            Optional<LinkPath> before = LinkPath.resolve(from.path(), path);
            String now = before.map(found -> moved.apply(found.path())).orElse("");
            if (before.isEmpty()
                    || link.form() == Form.BY_NAME // its definition changes instead
                    || LinkPath.resolve(moved.apply(from.path()), path)
                            .filter(found -> found.path().equals(now))
                            .isPresent()) {
                continue;
            }
            if (link.address().isEmpty()) {
                obstacles.add(new Note(link.whole(), "this link has an unusual style; write it on one line"));
                continue;
            }
            String typed = file.text(link.address().get());
            edits.add(new Edit(link.address().get(), moved(moved.apply(from.path()), link, typed, before.get(), now)));
        }
        return edits;
    }

    /** The new destination: the same with another folder in it, if it can be written so. */
    private static String moved(String from, TypedLink link, String typed, LinkPath before, String now) {
        int hash = typed.indexOf('#');
        String path = hash < 0 ? typed : typed.substring(0, hash);
        String rest = hash < 0 ? "" : typed.substring(hash);
        if (!typed.equals(link.destination())) {
            return LinkPath.relative(from, now)
                    + before.fragment().map(f -> "#" + encoded(f)).orElse("");
        }
        String[] old = before.path().split("/", -1);
        String[] current = now.split("/", -1);
        for (int i = 0; i < Math.min(old.length, current.length); i++) {
            if (!old[i].equals(current[i])) {
                String same = ("/" + path + "/").replace("/" + old[i] + "/", "/" + current[i] + "/");
                String inPlace = same.substring(1, same.length() - 1);
                boolean leads = LinkPath.resolve(from, inPlace)
                        .filter(found -> found.path().equals(now))
                        .isPresent();
                return (leads ? inPlace : LinkPath.relative(from, now)) + rest;
            }
        }
        return LinkPath.relative(from, now) + rest;
    }

    private List<TypedLink> leadingFrom(Entry from) {
        if (from.body().isEmpty()) {
            return List.of();
        }
        SourceFile file = content.file(from);
        boolean mayLead = from.body().get().links().stream().anyMatch(link -> isEntry(from, link.destination()))
                || file.text().contains("]:"); // an unused link definition
        return !mayLead
                ? List.of()
                : TypedLinks.in(file, content.bodyStart(from)).stream()
                        .filter(link -> isEntry(from, link.destination()))
                        .toList();
    }

    private boolean isEntry(Entry from, String destination) {
        return !Addresses.isExternal(destination)
                && LinkPath.resolve(from.path(), destination)
                        .filter(this::isEntry)
                        .isPresent();
    }

    private boolean isEntry(LinkPath path) {
        if (!entry.kind().place().isFolder()) {
            return path.path().equals(entry.path())
                    && path.fragment().filter(entry.id().value()::equals).isPresent();
        }
        return content.directory()
                .entryAt(path.path())
                .filter(found -> found.kind().equals(entry.kind()) && found.id().equals(entry.id()))
                .isPresent();
    }

    /** Empty if the link cannot be changed. */
    private Optional<List<Edit>> follow(Entry from, TypedLink link) {
        if (target.isEmpty() || isToItself(from, link)) {
            return unlinked(from, link);
        }
        if (link.form() == Form.BY_NAME) {
            return Optional.of(List.of()); // its definition changes instead
        }
        return link.address().map(address -> {
            var positions = new YamlPositions(content.file(from));
            String typed = positions.text(address);
            String now = address(from, link.destination(), typed, target.get());
            return now.equals(typed) ? List.of() : List.of(new Edit(address, now));
        });
    }

    /** Whether a link would point to its own page, without a heading. */
    private boolean isToItself(Entry from, TypedLink link) {
        return target.filter(g -> g.path().equals(from.path()) && !from.path().equals(entry.path()))
                        .isPresent()
                && link.destination().indexOf('#') < 0;
    }

    private Optional<List<Edit>> unlinked(Entry from, TypedLink link) {
        var positions = new YamlPositions(content.file(from));
        if (link.form() == Form.DEFINITION) {
            int start = positions.file().offset(link.whole().start());
            int end = positions.file().offset(link.whole().end());
            return Optional.of(List.of(
                    positions.beginsLine(start) ? positions.deleteLines(start, end) : positions.edit(start, end, "")));
        }
        return link.text().equals(link.whole())
                ? Optional.empty()
                : Optional.of(List.of(new Edit(link.whole(), positions.text(link.text()))));
    }

    /** The new destination, in the typed style as far as possible. */
    private static String address(Entry from, String destination, String typed, ReferenceTarget target) {
        LinkPath before = LinkPath.resolve(from.path(), destination).orElseThrow();
        Optional<String> fragment = target.fragment(before.fragment());
        int hash = destination.indexOf('#');
        boolean isPlain = typed.equals(destination); // no escapes
        String path = hash < 0 ? destination : destination.substring(0, hash);
        String newPath = isPlain
                ? path(from, path, before.path(), target.path())
                : LinkPath.relative(from.path(), target.path());
        if (isPlain && fragment.equals(before.fragment())) {
            return newPath + (hash < 0 ? "" : destination.substring(hash));
        }
        return newPath + fragment.map(f -> "#" + encoded(f)).orElse("");
    }

    private static String path(Entry from, String typed, String before, String now) {
        if (before.equals(now) || (typed.isEmpty() && before.equals(from.path()))) {
            return typed;
        }
        int slash = typed.lastIndexOf('/') + 1;
        boolean isSameFolder = folder(before).equals(folder(now));
        boolean endsWithName = LinkPath.resolve(before, typed.substring(slash).isEmpty() ? "/" : typed.substring(slash))
                .filter(name -> name.path().equals(before))
                .isPresent();
        return isSameFolder && endsWithName
                ? typed.substring(0, slash) + now.substring(folder(now).length())
                : LinkPath.relative(from.path(), now);
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** A fragment escaped for a link without angle brackets. */
    private static String encoded(String fragment) {
        return Addresses.encoded(fragment)
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("&", "%26");
    }
}
