package org.waymark.markdown;

import java.util.Optional;

/** Finds the address in the text of a link (CommonMark 0.31.2, sections 4.7 and 6.3). Offsets are in UTF-16 units. */
final class LinkScanner {
    private final String text;
    private final int end;
    private int at;

    private LinkScanner(String text, int at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    record Stretch(int start, int end) {}

    /** The address in what follows {@code ](}, if that is all there is before an end: perhaps a title, and a bracket. */
    static Optional<Stretch> inlineAddress(String text, int from, int end) {
        var scanner = new LinkScanner(text, from, end);
        scanner.skipSpace();
        Optional<Stretch> address = scanner.address();
        boolean spaced = scanner.skipSpace();
        if (spaced && scanner.skipTitle()) {
            scanner.skipSpace();
        }
        return address.filter(found -> scanner.at == end - 1 && text.charAt(scanner.at) == ')');
    }

    /** The address behind {@code [name]:}. */
    static Optional<Stretch> definedAddress(String text, int from, int end) {
        var scanner = new LinkScanner(text, from, end);
        scanner.skipSpace();
        return scanner.address().filter(found -> found.end() > found.start());
    }

    /** Where the name of a definition ends; -1 where it cannot be told. */
    static int nameEnd(String text, int from, int end) {
        for (int i = from; i < end - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ']') {
                return text.charAt(i + 1) == ':' ? i : -1;
            }
        }
        return -1;
    }

    private Optional<Stretch> address() {
        return at < end && text.charAt(at) == '<' ? bracketed() : plain();
    }

    private Optional<Stretch> bracketed() {
        int start = at + 1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '>') {
                at = i + 1;
                return Optional.of(new Stretch(start, i));
            } else if (c == '<' || c == '\n') {
                break;
            }
        }
        return Optional.empty();
    }

    private Optional<Stretch> plain() {
        int start = at;
        int open = 0;
        while (at < end) {
            char c = text.charAt(at);
            if (c <= ' ' || (c == ')' && open == 0)) {
                break;
            }
            if (c == '(') {
                open++;
            } else if (c == ')') {
                open--;
            } else if (c == '\\' && at + 1 < end && text.charAt(at + 1) > ' ') {
                at++;
            }
            at++;
        }
        return Optional.of(new Stretch(start, at));
    }

    private boolean skipTitle() {
        char opener = at < end ? text.charAt(at) : ' ';
        if (opener != '"' && opener != '\'' && opener != '(') {
            return false;
        }
        char closer = opener == '(' ? ')' : opener;
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == closer) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    private boolean skipSpace() {
        int start = at;
        while (at < end && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > start;
    }
}
