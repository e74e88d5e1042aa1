package org.waymark.markdown;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.source.Alignment;

/**
 * Which characters of a body reach readers just as they are typed: neither markup nor part of an address, of code, of an
 * escape or of an entity. Offsets are in UTF-16 units of the file. It is made when asked for, and meant to be forgotten.
 */
public final class PlainText {
    private final TreeMap<Integer, Stretch> stretches;

    /**
     * A stretch of text in the file.
     *
     * @param passage which passage it belongs to, counted from 0
     * @param written the characters, counted from the start, that are only a way of writing another
     */
    private record Stretch(int end, int passage, BitSet written) {}

    private PlainText(TreeMap<Integer, Stretch> stretches) {
        this.stretches = stretches;
    }

    /** Whether readers see the character at an offset as it is typed. */
    public boolean isAt(int offset) {
        Map.Entry<Integer, Stretch> found = stretches.floorEntry(offset);
        return found != null
                && offset < found.getValue().end()
                && !found.getValue().written().get(offset - found.getKey());
    }

    /** Whether two characters that readers see as they are typed are in the same passage: paragraph, heading or item. */
    public boolean isOnePassage(int first, int second) {
        return isAt(first) && isAt(second) && passage(first) == passage(second);
    }

    private int passage(int offset) {
        return stretches.floorEntry(offset).getValue().passage();
    }

    /** Takes the stretches, in any order. */
    static final class Builder {
        private final TreeMap<Integer, Stretch> stretches = new TreeMap<>();

        void add(int start, int end, int passage) {
            stretches.put(start, new Stretch(end, passage, new BitSet()));
        }

        /** Adds a stretch that holds escapes or entities. */
        void add(int start, String source, String text, int passage) {
            stretches.put(start, new Stretch(start + source.length(), passage, written(source, text)));
        }

        private static BitSet written(String source, String text) {
            Alignment alignment = Alignment.of(text, source);
            var written = new BitSet();
            written.set(0, source.length());
            for (int i = 0; i < text.length(); i++) {
                Alignment.Range place = alignment.range(i, i + 1);
                boolean isEscaped =
                        place.start() > 0 && source.charAt(place.start() - 1) == '\\' && written.get(place.start() - 1);
                boolean isItself = place.end() - place.start() == 1 && source.charAt(place.start()) == text.charAt(i);
                written.set(place.start(), place.end(), isEscaped || !isItself);
            }
            return written;
        }

        PlainText build() {
            return new PlainText(stretches);
        }
    }
}
