package org.waymark.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a field means to Waymark, whatever its kind calls it. */
public enum Role {
    /** The name or title of an entry. Every kind has it. */
    LABEL("a line"),
    /** What an entry is, in a sentence or two. */
    SUMMARY("a line or a text"),
    /** Other names of an entry, by which readers may look for it. */
    ALTERNATIVE_NAMES("a list of lines"),
    /** The position of an entry among entries of its kind, lowest first. */
    ORDER("a number"),
    /** The day on which an entry joined the directory. */
    ADDED("a date"),
    /** What the label means. Texts explain the labels of a kind with this role. */
    DEFINITION("a text"),
    /** The expansion of a label that is an abbreviation. */
    EXPANSION("a line"),
    /** Whether a label is also an ordinary word, so texts do not explain it. */
    ORDINARY_WORD("a yes-no"),
    /** What is different since the publication on which the directory is based. */
    CHANGED("a text"),
    /** The first day on which the thing named by the label no longer existed. */
    ENDED("a date"),
    /** What readers must know before all else, such as a change of place. */
    ALERT("a line"),
    /** The day on which something that is closed for a time opens again. */
    OPENS_AGAIN("a date"),
    /** The entry of the same kind to which an entry belongs, as a narrower category belongs to a wider one. */
    PARENT("a reference to the same kind");

    private final String wanted;

    Role(String wanted) {
        this.wanted = wanted;
    }

    /** As it is written in a kind file: {@code alternative-names}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role with this name in kind files. */
    public static Optional<Role> named(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** The type that a field must have, in words. */
    public String wanted() {
        return wanted;
    }

    /** Whether readers see the value of the field. The others only order entries, or say how texts are checked. */
    public boolean isShown() {
        return switch (this) {
            case ORDER, ORDINARY_WORD, ENDED -> false;
            default -> true;
        };
    }

    /** Whether a field of a type can have the role. */
    public boolean allows(FieldType<?> type) {
        return switch (this) {
            case LABEL, EXPANSION, ALERT -> type instanceof Line;
            case SUMMARY -> type instanceof Line || type instanceof Text;
            case ALTERNATIVE_NAMES -> type instanceof ListOf<?> list && list.item() instanceof Line;
            case ORDER -> type instanceof WholeNumber;
            case ADDED, ENDED, OPENS_AGAIN -> type instanceof Date;
            case DEFINITION, CHANGED -> type instanceof Text;
            case ORDINARY_WORD -> type instanceof YesNo;
            case PARENT -> type instanceof Reference reference && !reference.isQualified();
        };
    }
}
