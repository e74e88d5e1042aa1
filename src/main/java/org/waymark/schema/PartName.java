package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * A name that a shape file gives to a part of the shape, or by which it refers to one. Whether there is such a part is
 * known only once all files have been read; tools complete and follow the name.
 *
 * @param part what it names
 * @param form how it is written
 */
public record PartName<T>(Part part, ScalarType<T> form) implements ScalarType<T> {
    /** A part of a shape. */
    public enum Part {
        KIND,
        /** A field of the kind that the file declares. */
        FIELD,
        /** A field in the same list of fields. */
        SIBLING,
        /** A field of that kind, or of what it refers to: {@code venue.area}. */
        PATH,
        /** A kind and one of its fields: {@code course.venue}. */
        FIELD_OF_KIND,
        VOCABULARY,
        /** A kind and a path from it: {@code course.venue.area}. */
        PATH_OF_KIND,
        /** A facet of that kind, by its word. */
        FACET,
        /** A kind and a facet of its list: {@code course.level}. */
        FACET_OF_KIND,
        /** The word that a facet gets here. */
        NEW_FACET,
        /** The label that a choice gets here. */
        NEW_CHOICE
    }

    static PartName<String> line(Part part, int longest, String example) {
        return new PartName<>(part, new Line(longest, example));
    }

    static PartName<Id> id(Part part) {
        return new PartName<>(part, new Identifier());
    }

    @Override
    public String expected() {
        return form.expected();
    }

    @Override
    public Outcome<T> decode(String name, Scalar scalar) {
        return form.decode(name, scalar);
    }

    @Override
    public Map<String, Object> schema() {
        return form.schema();
    }

    @Override
    public String example() {
        return form.example();
    }

    @Override
    public List<String> choices() {
        return form.choices();
    }

    @Override
    public boolean isText() {
        return part == Part.NEW_CHOICE && form.isText();
    }
}
