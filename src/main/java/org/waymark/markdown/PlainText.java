package org.waymark.markdown;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.source.Alignment;
import org.waymark.source.SourceFile;

/**
 * Which characters of a body reach readers exactly as typed: neither markup nor part of an address, of code, of an
 * escape or of an entity. Offsets are in UTF-16 units of the file. Created on request, and not meant to be kept. For one
 * thread.
 */
public final class PlainText {
    private final SourceFile file;
    /** In file order. */
    private final List<Stretch> stretches;

    private PlainText(SourceFile file, List<Stretch> stretches) {
        this.file = file;
        this.stretches = stretches;
    }

    /** A stretch of text in the file. */
    private static final class Stretch {
        private final int start;
        private final int end;
        /** The index of the passage that it belongs to. */
        private final int passage;
        /** Its decoded text, if that differs from what is typed. */
        private final Optional<String> decoded;
        /** The characters, counted from the start, that only escape another; empty until requested. */
        private Optional<BitSet> written = Optional.empty();

        Stretch(int start, int end, int passage, Optional<String> decoded) {
            this.start = start;
            this.end = end;
            this.passage = passage;
            this.decoded = decoded;
        }

        boolean isPlainAt(int offset, SourceFile file) {
            if (decoded.isEmpty()) {
                return true;
            }
            if (written.isEmpty()) {
                written = Optional.of(written(file.text().substring(start, end), decoded.get()));
            }
            return !written.get().get(offset - start);
        }
    }

    /** Whether readers see the character at an offset as typed. */
    public boolean isAt(int offset) {
        return stretchAt(offset).filter(found -> found.isPlainAt(offset, file)).isPresent();
    }

    /** Whether two characters that readers see as typed are in the same passage: paragraph, heading or item. */
    public boolean isOnePassage(int first, int second) {
        return isAt(first) && isAt(second) && passage(first).equals(passage(second));
    }

    private Optional<Integer> passage(int offset) {
        return stretchAt(offset).map(found -> found.passage);
    }

    /** A binary search, since a text may have thousands. */
    private Optional<Stretch> stretchAt(int offset) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Stretch stretch = stretches.get(middle);
            if (offset < stretch.start) {
                high = middle;
            } else if (offset >= stretch.end) {
                low = middle + 1;
            } else {
                return Optional.of(stretch);
            }
        }
        return Optional.empty();
    }

    private static BitSet written(String source, String text) {
        Alignment alignment = Alignment.of(text, source);
        var written = new BitSet();
        written.set(0, source.length());
        int before = 0; // where the character before ends: a backslash after it is not one that readers see
        for (int i = 0; i < text.length(); i++) {
            Alignment.Range place = alignment.range(i, i + 1);
            boolean isEscaped = place.start() > before && source.charAt(place.start() - 1) == '\\';
            before = place.end();
            boolean isItself = place.end() - place.start() == 1 && source.charAt(place.start()) == text.charAt(i);
            written.set(place.start(), place.end(), isEscaped || !isItself);
        }
        return written;
    }

    /** Takes the stretches. */
    static final class Builder {
        private final SourceFile file;
        private final List<Stretch> stretches = new ArrayList<>();
        private boolean isSorted = true;

        Builder(SourceFile file) {
            this.file = file;
        }

        /** @param decoded the text of the stretch, if it contains escapes or entities */
        void add(int start, int end, int passage, Optional<String> decoded) {
            isSorted &= stretches.isEmpty() || stretches.get(stretches.size() - 1).start <= start;
            stretches.add(new Stretch(start, end, passage, decoded));
        }

        PlainText build() {
            if (!isSorted) { // descriptions of images come after the text around them
                stretches.sort(Comparator.comparingInt(stretch -> stretch.start));
            }
            return new PlainText(file, stretches);
        }
    }
}
