package org.waymark.markdown;

import java.util.Optional;

/** Finds the address in the text of a link (CommonMark 0.31.2, sections 4.7 and 6.3). Offsets are in UTF-16 units. */
final class LinkScanner {
    private final String text;
    private final int end;
    private int at;
    private Optional<Stretch> title = Optional.empty();

    private LinkScanner(String text, int at, int end) {
        this.text = text;
        this.at = at;
        this.end = end;
    }

    record Stretch(int start, int end) {}

    /** The end of a link's text, where its {@code ](} begins, its address without angle brackets, and its title without quotes. */
    record Inline(int textEnd, Stretch address, Optional<Stretch> title) {}

    /**
     * The address of an inline link or image: what follows its last {@code ](}, perhaps with a title.
     *
     * @param from in the text of the link, no later than its end
     * @param end of the whole link
     */
    static Optional<Inline> inlineAddress(String text, int from, int end) {
        for (int at = text.indexOf("](", from); at >= 0 && at < end; at = text.indexOf("](", at + 1)) {
            int textEnd = at;
            var scanner = new LinkScanner(text, at + 2, end);
            Optional<Stretch> address = scanner.addressOnly();
            if (address.isPresent()) {
                return address.map(found -> new Inline(textEnd, found, scanner.title));
            }
        }
        return Optional.empty();
    }

    /** The address, if at most a title follows it before the bracket that ends the link. */
    private Optional<Stretch> addressOnly() {
        skipSpace();
        Optional<Stretch> address = address();
        boolean spaced = skipSpace();
        if (spaced && skipTitle()) {
            skipSpace();
        }
        return address.filter(found -> at == end - 1 && text.charAt(at) == ')');
    }

    /** The address of a definition, {@code [name]: address}. */
    static Optional<Stretch> definedAddress(String text, int start, int end) {
        int nameEnd = nameEnd(text, text.indexOf('[', start) + 1, end);
        if (nameEnd < 0) {
            return Optional.empty();
        }
        var scanner = new LinkScanner(text, nameEnd + "]:".length(), end);
        scanner.skipSpace();
        return scanner.address().filter(found -> found.end() > found.start());
    }

    /** The end of the name of a definition; -1 if it cannot be determined. */
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
                title = Optional.of(new Stretch(at + 1, i));
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
