package org.waymark.search;

import java.util.Arrays;

/**
 * The documents that contain a term: for each its number, an impact from 0 to 7, and whether the term is visible in
 * the results. Encoded in printable ASCII that needs no escaping in a script: the difference from the previous number
 * and the impact, in one to four characters.
 */
final class Postings {
    static final int IMPACTS = 8;

    private static final int FIRST = 35; // after space and !, which separate records, and "
    private static final int BACKSLASH = 92;
    private static final int BASE = 91;
    private static final int ONE = 61; // values in one character; then the first characters of two, three and four
    private static final int TWO = 24;
    private static final int THREE = 5;

    private static final int SHOWN = IMPACTS;
    private static final int STEP = 2 * IMPACTS;

    private int[] values = new int[4];
    private int size;

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

    /** Writes all postings. */
    void writeTo(StringBuilder text) {
        write(text, false);
    }

    /** Writes the hidden postings, which a browser cannot reconstruct. */
    void writeHiddenTo(StringBuilder text) {
        write(text, true);
    }

    private void write(StringBuilder text, boolean hidden) {
        int previous = -1;
        for (int i = 0; i < size; i++) {
            if (hidden && (values[i] & SHOWN) != 0) {
                continue;
            }
            int document = values[i] / STEP;
            write(text, (document - previous - 1) * IMPACTS + values[i] % IMPACTS);
            previous = document;
        }
    }

    private static void write(StringBuilder text, int value) {
        int rest = value - ONE;
        if (rest < 0) {
            digit(text, value);
        } else if (rest < TWO * BASE) {
            digit(text, ONE + rest / BASE);
            digit(text, rest % BASE);
        } else if ((rest -= TWO * BASE) < THREE * BASE * BASE) {
            digit(text, ONE + TWO + rest / (BASE * BASE));
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
