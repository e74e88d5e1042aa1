package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import org.waymark.content.ProjectShape;

/** A part of a shape, by its names. Whether there is such a part is not known here. */
sealed interface ShapePart {
    /** The name by which files refer to it. */
    String name();

    /** The file that declares it, if the project has it: a part of the shape from which it starts has none. */
    String file();

    /** A kind. */
    record OfKind(String name) implements ShapePart {
        @Override
        public String file() {
            return ProjectShape.fileOfKind(name);
        }
    }

    /**
     * A field of a kind.
     *
     * @param path its name, after those of the groups that contain it
     */
    record OfField(String kind, List<String> path) implements ShapePart {
        public OfField {
            path = List.copyOf(path);
        }

        @Override
        public String name() {
            return path.get(path.size() - 1);
        }

        @Override
        public String file() {
            return ProjectShape.fileOfKind(kind);
        }
    }

    /** A facet of a kind, by its word. */
    record OfFacet(String kind, String name) implements ShapePart {
        @Override
        public String file() {
            return ProjectShape.fileOfKind(kind);
        }
    }

    /** A vocabulary. */
    record OfVocabulary(String name) implements ShapePart {
        @Override
        public String file() {
            return ProjectShape.fileOfVocabulary(name);
        }
    }

    /** A choice of a vocabulary, by its label. */
    record OfChoice(String vocabulary, String name) implements ShapePart {
        @Override
        public String file() {
            return ProjectShape.fileOfVocabulary(vocabulary);
        }
    }

    /** Whether files of entries name it. */
    default boolean isInEntries() {
        return this instanceof OfField || this instanceof OfChoice;
    }

    /** The only kind whose entries name it; empty if those of any kind may. */
    default Optional<String> kindOfEntries() {
        return this instanceof OfField field ? Optional.of(field.kind()) : Optional.empty();
    }
}
