package org.waymark.tool.edit;

import java.util.List;
import org.waymark.diagnostic.Note;

/** A change that cannot be made. The message is one sentence for the user, with the cure where there is one. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean isWrongUsage;
    private final transient List<Note> places;

    private Refusal(boolean isWrongUsage, String message, List<Note> places) {
        super(message);
        this.isWrongUsage = isWrongUsage;
        this.places = List.copyOf(places);
    }

    /** What was asked for makes no sense, whatever the content. */
    static Refusal wrongUsage(String message) {
        return new Refusal(true, message, List.of());
    }

    /** The content is in the way. */
    static Refusal inTheWay(String message) {
        return new Refusal(false, message, List.of());
    }

    /** The content is in the way at some places, each of which says what to do there first. */
    static Refusal inTheWay(String message, List<Note> places) {
        return new Refusal(false, message, places);
    }

    public boolean isWrongUsage() {
        return isWrongUsage;
    }

    /** What has to be fixed first. */
    public List<Note> places() {
        return places;
    }
}
