package org.waymark.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.waymark.source.SourceFile;

/**
 * The spans of the running text of a body, in as little memory as possible: the text itself stays in the file. Each
 * number
 * begins or continues a passage. Immutable.
 */
final class ProseText {
    /** A new passage; the other bits are the index of its kind. */
    private static final int PASSAGE = 0;
    /** Text as it is in the file; the other bits are its offset, and the next number is its length. */
    private static final int TEXT = 1;
    /** The same for code. */
    private static final int CODE = 2;
    /** Escaped text, such as an ampersand by its name; it is the next of {@link #decoded}. */
    private static final int DECODED = 3;
    /** The same for code. */
    private static final int DECODED_CODE = 4;
    /** The end of a line. */
    private static final int BREAK = 5;

    /** An image within the text. */
    private static final int IMAGE = 6;

    private static final List<Passage.Kind> KINDS = List.of(Passage.Kind.values());
    private static final int KIND = 0b111;
    private static final int VALUE = 3;

    private final int[] numbers;
    private final List<String> decoded;

    private ProseText(int[] numbers, List<String> decoded) {
        this.numbers = numbers;
        this.decoded = List.copyOf(decoded);
    }

    /** The passages, in text order, without those that have no words. */
    List<Passage> passages(SourceFile file) {
        var passages = new ArrayList<Passage>();
        var text = new StringBuilder();
        var pieces = new ArrayList<Passage.Piece>();
        Passage.Kind kind = Passage.Kind.PARAGRAPH;
        int nextDecoded = 0;
        for (int i = 0; i < numbers.length; i++) {
            int value = numbers[i] >>> VALUE;
            switch (numbers[i] & KIND) {
                case PASSAGE -> {
                    add(passages, kind, text, file, pieces);
                    kind = KINDS.get(value);
                }
                case BREAK -> text.append(value == 0 ? ' ' : '\n');
                case IMAGE -> text.append(Passage.IMAGE_SIGN);
                case DECODED, DECODED_CODE -> {
                    boolean isCode = (numbers[i] & KIND) == DECODED_CODE;
                    String literal = decoded.get(nextDecoded++);
                    pieces.add(new Passage.Piece(
                            text.length(), text.length() + literal.length(), value, value + numbers[++i], isCode));
                    text.append(literal);
                }
                default -> {
                    boolean isCode = (numbers[i] & KIND) == CODE;
                    int length = numbers[++i];
                    pieces.add(new Passage.Piece(text.length(), text.length() + length, value, value + length, isCode));
                    text.append(file.text(), value, value + length);
                }
            }
        }
        add(passages, kind, text, file, pieces);
        return passages;
    }

    /** Which characters of the file readers see as typed. */
    PlainText plainText(SourceFile file) {
        var plain = new PlainText.Builder(file);
        int passage = 0;
        int nextDecoded = 0;
        for (int i = 0; i < numbers.length; i++) {
            int start = numbers[i] >>> VALUE;
            switch (numbers[i] & KIND) {
                case PASSAGE -> passage++;
                case TEXT -> plain.add(start, start + numbers[++i], passage, Optional.empty());
                case DECODED ->
                    plain.add(start, start + numbers[++i], passage, Optional.of(decoded.get(nextDecoded++)));
                case CODE -> i++;
                case DECODED_CODE -> {
                    i++;
                    nextDecoded++;
                }
                default -> {} // the end of a line, or an image
            }
        }
        return plain.build();
    }

    private static void add(
            List<Passage> passages,
            Passage.Kind kind,
            StringBuilder text,
            SourceFile file,
            List<Passage.Piece> pieces) {
        String finished = text.toString();
        if (Words.next(finished, 0) < finished.length()) {
            passages.add(new Passage(kind, finished, file, pieces));
        }
        text.setLength(0);
        pieces.clear();
    }

    /** Records a body while it is parsed. */
    static final class Builder {
        private final SourceFile file;
        private final List<String> decoded = new ArrayList<>();
        private int[] numbers = new int[64];
        private int count;

        Builder(SourceFile file) {
            this.file = file;
        }

        void passage(Passage.Kind kind) {
            add(PASSAGE, KINDS.indexOf(kind));
        }

        void lineBreak() {
            add(BREAK, 0);
        }

        /** The end of a line that readers see, as in an address. */
        void hardBreak() {
            add(BREAK, 1);
        }

        void image() {
            add(IMAGE, 0);
        }

        /** Text, and its stretch of the file. */
        void text(String literal, int start, int end) {
            if (end - start == literal.length() && file.text().startsWith(literal, start)) {
                add(TEXT, start);
                add(literal.length());
            } else {
                decoded(DECODED, literal, start, end);
            }
        }

        /** Code, and its stretch of the file including the backticks. */
        void code(String literal, int start, int end) {
            int from = start;
            int to = end;
            while (from < to && file.text().charAt(from) == '`' && file.text().charAt(to - 1) == '`') {
                from++;
                to--;
            }
            // A space may separate code from its backticks (CommonMark 0.31.2, section 6.1).
            int at = file.text().startsWith(literal, from) ? from : from + 1;
            if (at + literal.length() <= to && file.text().startsWith(literal, at)) {
                add(CODE, at);
                add(literal.length());
            } else {
                decoded(DECODED_CODE, literal, from, to);
            }
        }

        private void decoded(int kind, String literal, int start, int end) {
            add(kind, start);
            add(end - start);
            decoded.add(literal);
        }

        private void add(int kind, int value) {
            add(value << VALUE | kind);
        }

        private void add(int number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number;
        }

        ProseText build() {
            return new ProseText(Arrays.copyOf(numbers, count), decoded);
        }
    }
}
