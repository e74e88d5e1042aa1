package org.waymark.search;

import java.util.Arrays;

/**
 * The documents that contain a term: for each its number, an impact from 0 to 7, and whether the term is visible in
 * the results. Encoded in printable ASCII that needs no escaping in a script: the impact in one character, unless it is
 * the usual one, then the difference from the previous number in one to four.
 */
final class Postings {
    static final int IMPACTS = 8;

    private static final int FIRST = 35; // after space and !, which separate records, and "
    private static final int BACKSLASH = 92;
    private static final int BASE = 91;
    private static final int ONE = 72; // differences in one character; then the first characters of two, three and four
    private static final int TWO = 6;
    private static final int THREE = 4;

    /** The impact of a word that a text has once or twice, which most have. */
    private static final int USUAL = 1;

    private static final int SHOWN = IMPACTS;
    private static final int STEP = 2 * IMPACTS;

    private int[] values = new int[4];
    private int size;

    /** The number of hidden postings that have been left out. */
    private int leftOut;

    /** Adds a document. Numbers must increase. */
    void add(int document, int impact, boolean shown) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = document * STEP + (shown ? SHOWN : 0) + impact;
    }

    /** Appends the postings of later documents. */
    void addAll(Postings later) {
        if (size + later.size > values.length) {
            values = Arrays.copyOf(values, Math.max(values.length * 2, size + later.size));
        }
        System.arraycopy(later.values, 0, values, size, later.size);
        size += later.size;
    }

    int size() {
        return size;
    }

    /** The number of documents that contain the term, of which some may have been left out. */
    int documents() {
        return size + leftOut;
    }

    /** The visible postings, and as many of the best hidden ones as bring their number to {@code count}. */
    Postings withoutWeakest(int count) {
        if (size <= count) {
            return this;
        }
        var hidden = new Postings();
        for (int i = 0; i < size; i++) {
            if ((values[i] & SHOWN) == 0) {
                hidden.add(values[i] / STEP, values[i] % IMPACTS, false);
            }
        }
        Postings best = hidden.best(Math.max(0, count - (size - hidden.size)));
        var kept = new Postings();
        int next = 0;
        for (int i = 0; i < size; i++) {
            boolean isBest = next < best.size && best.values[next] == values[i];
            next += isBest ? 1 : 0;
            if (isBest || (values[i] & SHOWN) != 0) {
                kept.add(values[i] / STEP, values[i] % IMPACTS, (values[i] & SHOWN) != 0);
            }
        }
        kept.leftOut = hidden.size - best.size;
        return kept;
    }

    /** The best postings, by impact and then by number, in order of number. */
    Postings best(int count) {
        if (size <= count) {
            return this;
        }
        var byImpact = new int[IMPACTS];
        for (int i = 0; i < size; i++) {
            byImpact[values[i] % IMPACTS]++;
        }
        int least = IMPACTS - 1;
        int room = count;
        while (byImpact[least] <= room) {
            room -= byImpact[least];
            least--;
        }
        var best = new Postings();
        for (int i = 0; i < size; i++) {
            int impact = values[i] % IMPACTS;
            if (impact > least || (impact == least && room-- > 0)) {
                best.add(values[i] / STEP, impact, false);
            }
        }
        return best;
    }

    /** Writes the best postings, and how many there are if some are left out. */
    void writeTo(StringBuilder text, int most) {
        best(most).write(text, false);
        if (documents() > Math.min(size, most)) {
            text.append(' ').append(documents());
        }
    }

    /** Writes the hidden postings, which a browser cannot reconstruct, and how many there are if some are left out. */
    void writeHiddenTo(StringBuilder text) {
        int written = write(text, true);
        if (leftOut > 0) {
            text.append(' ').append(written + leftOut);
        }
    }

    private int write(StringBuilder text, boolean hidden) {
        int written = 0;
        int previous = -1;
        for (int i = 0; i < size; i++) {
            if (hidden && (values[i] & SHOWN) != 0) {
                continue;
            }
            int document = values[i] / STEP;
            if (values[i] % IMPACTS != USUAL) {
                digit(text, values[i] % IMPACTS);
            }
            write(text, document - previous - 1);
            previous = document;
            written++;
        }
        return written;
    }

    private static void write(StringBuilder text, int value) {
        int rest = value - ONE;
        if (rest < 0) {
            digit(text, IMPACTS + value);
        } else if (rest < TWO * BASE) {
            digit(text, IMPACTS + ONE + rest / BASE);
            digit(text, rest % BASE);
        } else if ((rest -= TWO * BASE) < THREE * BASE * BASE) {
            digit(text, IMPACTS + ONE + TWO + rest / (BASE * BASE));
            digit(text, rest / BASE % BASE);
            digit(text, rest % BASE);
        } else if ((rest -= THREE * BASE * BASE) < BASE * BASE * BASE) {
            digit(text, BASE - 1);
            digit(text, rest / (BASE * BASE));
            digit(text, rest / BASE % BASE);
            digit(text, rest % BASE);
        } else {
            throw new IllegalStateException("too many documents for the search index");
        }
    }

    private static void digit(StringBuilder text, int digit) {
        int c = FIRST + digit;
        text.append((char) (c < BACKSLASH ? c : c + 1));
    }
}
