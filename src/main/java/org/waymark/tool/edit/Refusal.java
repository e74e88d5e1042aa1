package org.waymark.tool.edit;

import java.util.List;
import org.waymark.diagnostic.Note;

/** A change that cannot be made. The message is one sentence for the user, with what to do if known. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isWrongUsage;
    private final transient List<Note> notes;

    private Refusal(boolean isWrongUsage, String message, List<Note> notes) {
        super(message);
        this.isWrongUsage = isWrongUsage;
        this.notes = List.copyOf(notes);
    }

    /** The request is invalid, whatever the content. */
    public static Refusal wrongUsage(String message) {
        return new Refusal(true, message, List.of());
    }

    /** The content does not allow it. */
    static Refusal inTheWay(String message) {
        return new Refusal(false, message, List.of());
    }

    /** The content does not allow it; each note says what to do first at its location. */
    static Refusal inTheWay(String message, List<Note> notes) {
        return new Refusal(false, message, notes);
    }

    public boolean isWrongUsage() {
        return isWrongUsage;
    }

    /** What to fix first. */
    public List<Note> notes() {
        return notes;
    }
}
