package org.waymark.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Placed;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Span;

/** What someone should look at in a shape without errors: parts without effect, and lists without an order. */
public final class ShapeWarnings {
    private final Shape shape;
    private final List<Diagnostic> found = new ArrayList<>();

    private ShapeWarnings(Shape shape) {
        this.shape = shape;
    }

    /**
     * The warnings about a shape.
     *
     * @param shape one without errors
     */
    public static List<Diagnostic> of(Shape shape) {
        var warnings = new ShapeWarnings(shape);
        warnings.vocabularies();
        warnings.positions();
        return List.copyOf(warnings.found);
    }

    private void vocabularies() {
        var used = new HashSet<String>();
        shape.kinds().forEach(kind -> addChoices(kind.fields(), used));
        shape.vocabularies().values().stream()
                .filter(vocabulary -> !used.contains(vocabulary.name()))
                .forEach(vocabulary -> found.add(Diagnostic.of(
                        Codes.UNUSED_VOCABULARY,
                        Span.startOf("content/shape/" + VocabularyFile.FOLDER + "/" + vocabulary.name() + ".yaml"),
                        "no field offers the choices of `" + vocabulary.name() + "`",
                        "add a field such as `{type: choice, from: " + vocabulary.name()
                                + ", help: …}` to a kind, or remove the file")));
    }

    private static void addChoices(List<Field<?>> fields, Set<String> used) {
        fields.forEach(field -> addChoices(field.type(), used));
    }

    private static void addChoices(FieldType<?> type, Set<String> used) {
        if (type instanceof ListOf<?> list) {
            addChoices(list.item(), used);
        } else if (type instanceof Group<?> group) {
            addChoices(group.fields(), used);
        } else if (type instanceof Choice<?> choice) {
            choice.vocabulary().map(Vocabulary::name).ifPresent(used::add);
        }
    }

    private void positions() {
        List<Placed<Integer>> positions = Stream.concat(
                        shape.kinds().stream().flatMap(ShapeWarnings::position),
                        shape.vocabularies().values().stream().flatMap(vocabulary -> vocabulary.position().stream()))
                .toList();
        Map<Integer, Span> places = new HashMap<>();
        for (Placed<Integer> position : positions) {
            Span other = places.putIfAbsent(position.value(), position.span());
            if (other != null) {
                found.add(Diagnostic.of(
                                Codes.SAME_POSITION,
                                position.span(),
                                "two lists have the position " + position.value() + " in the navigation",
                                "write another number in one of the two, such as " + free(positions))
                        .withNote(other, "the other one is here"));
            }
        }
    }

    private static Stream<Placed<Integer>> position(Kind kind) {
        return kind.presentation().position().stream()
                .map(position -> new Placed<>(position, kind.placeOf("navigation")));
    }

    /** The lowest position that no list has. */
    private static int free(List<Placed<Integer>> positions) {
        Set<Integer> taken = new HashSet<>();
        positions.forEach(position -> taken.add(position.value()));
        int free = 1;
        while (taken.contains(free)) {
            free++;
        }
        return free;
    }
}
