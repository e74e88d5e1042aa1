package org.waymark.search;

import org.jspecify.annotations.Nullable;

/**
 * A hash table of words. Lookups compare characters in place, so repeated words need no strings of their own.
 *
 * @param <T> what words map to
 */
final class WordTable<T> {
    private @Nullable Word<T>[] slots = slots(1024);
    private int size;

    /** A word and its value. */
    static final class Word<T> {
        private final String text;
        private final char[] characters;
        private final int hash;
        private final boolean letter;

        /** Whether its meaning has been looked up. */
        boolean isRead;

        /** Its meaning, if any. */
        @Nullable
        T meaning;

        private Word(String text, int hash) {
            this.text = text;
            characters = text.toCharArray();
            this.hash = hash;
            letter = text.codePointCount(0, text.length()) == 1 && Character.isLetter(text.codePointAt(0));
        }

        String text() {
            return text;
        }

        /** Whether it is a single letter. */
        boolean isLetter() {
            return letter;
        }

        private boolean is(char[] others, int start, int end) {
            if (characters.length != end - start) {
                return false;
            }
            for (int i = 0; i < characters.length; i++) {
                if (characters[i] != others[start + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The entry for a word, always the same object. */
    Word<T> of(String word) {
        return of(word.toCharArray(), 0, word.length());
    }

    /** The entry for the characters in a range. */
    Word<T> of(char[] characters, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + characters[i];
        }
        for (int slot = slot(hash); ; slot = (slot + 1) & (slots.length - 1)) {
            Word<T> word = slots[slot];
            if (word == null) {
                return add(new Word<>(new String(characters, start, end - start), hash), slot);
            }
            if (word.hash == hash && word.is(characters, start, end)) {
                return word;
            }
        }
    }

    private Word<T> add(Word<T> word, int free) {
        slots[free] = word;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return word;
    }

    private void grow() {
        @Nullable Word<T>[] old = slots;
        slots = slots(old.length * 2);
        for (Word<T> word : old) {
            if (word != null) {
                int slot = slot(word.hash);
                while (slots[slot] != null) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = word;
            }
        }
    }

    /** The first slot to probe. The number of slots is a power of two. */
    private int slot(int hash) {
        return (hash ^ hash >>> 15) & (slots.length - 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no generic arrays
    private static <T> @Nullable Word<T>[] slots(int number) {
        return new Word[number];
    }
}
