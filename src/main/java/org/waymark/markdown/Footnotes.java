package org.waymark.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.DefinitionMap;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.waymark.source.SourceFile;

/**
 * The footnotes of a body, in the order in which the text refers to them; those referred to only by other footnotes
 * come
 * last. A footnote to which nothing refers is not published.
 */
final class Footnotes {
    private final DefinitionMap<FootnoteDefinition> definitions = new DefinitionMap<>(FootnoteDefinition.class);
    private final List<FootnoteDefinition> typed = new ArrayList<>();
    /** The published footnotes, in the order of their numbers. */
    private final Map<FootnoteDefinition, Note> notes = new LinkedHashMap<>();

    private final Map<FootnoteReference, Mark> marks = new HashMap<>();

    /** A footnote, its number from 1, and what refers to it. */
    record Note(int number, FootnoteDefinition definition, List<FootnoteReference> references) {}

    /**
     * The node for a reference to a footnote in the text.
     *
     * @param number that of the footnote
     * @param use which reference to this footnote it is, from 1
     */
    record Mark(int number, int use) {}

    private Footnotes() {}

    /** @param file that of the document */
    static Footnotes in(Node document, SourceFile file) {
        var notes = new Footnotes();
        if (file.has('^') && file.text().contains("[^")) {
            notes.find(document);
        }
        return notes;
    }

    private void find(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof FootnoteDefinition definition) {
                    typed.add(definition);
                    definitions.putIfAbsent(definition.getLabel(), definition);
                }
                visitChildren(block);
            }
        });
        follow(document);
    }

    /** Follows the references from a part of the text, and from all footnotes that they refer to. */
    private void follow(Node start) {
        Deque<Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            referencesIn(open.remove(), reference -> {
                FootnoteDefinition definition = definitions.get(reference.getLabel());
                if (definition == null) {
                    return;
                }
                if (!notes.containsKey(definition)) {
                    notes.put(definition, new Note(notes.size() + 1, definition, new ArrayList<>()));
                    open.add(definition);
                }
                Note note = notes.get(definition);
                note.references().add(reference);
                marks.put(reference, new Mark(note.number(), note.references().size()));
            });
        }
    }

    /** Without references in nested footnotes, and in the descriptions of images, which cannot show a mark. */
    private static void referencesIn(Node start, Consumer<FootnoteReference> found) {
        start.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof FootnoteReference reference) {
                    found.accept(reference);
                } else {
                    visitChildren(node);
                }
            }

            @Override
            public void visit(CustomBlock block) {
                if (block == start || !(block instanceof FootnoteDefinition)) {
                    visitChildren(block);
                }
            }

            @Override
            public void visit(Image image) {}
        });
    }

    List<Note> notes() {
        return List.copyOf(notes.values());
    }

    /** The node for a reference; none if it is in a footnote that is not published. */
    Optional<Mark> mark(FootnoteReference reference) {
        return Optional.ofNullable(marks.get(reference));
    }

    /** All definitions, in the order of the text. */
    List<FootnoteDefinition> typed() {
        return typed;
    }

    /** The definition that takes effect among all of the same name. */
    FootnoteDefinition first(FootnoteDefinition definition) {
        FootnoteDefinition first = definitions.get(definition.getLabel());
        return first == null ? definition : first;
    }

    /** The definitions that nothing refers to, without those that only these refer to. */
    List<FootnoteDefinition> unused() {
        List<FootnoteDefinition> unused = typed.stream()
                .filter(definition -> first(definition) == definition && !notes.containsKey(definition))
                .toList();
        var named = new HashSet<FootnoteDefinition>();
        unused.forEach(from -> referencesIn(from, reference -> {
            FootnoteDefinition to = definitions.get(reference.getLabel());
            if (to != null && to != from) {
                named.add(to);
            }
        }));
        return unused.size() == named.size()
                ? unused
                : unused.stream()
                        .filter(definition -> !named.contains(definition))
                        .toList();
    }
}
