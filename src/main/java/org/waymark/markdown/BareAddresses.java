package org.waymark.markdown;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.waymark.source.Alignment;

/**
 * Turns addresses typed without brackets into links: {@code https://www.example.org/}, {@code www.example.org} and
 * {@code enquiries@example.org}. Not in links, code and the descriptions of images.
 */
final class BareAddresses extends AbstractVisitor {
    private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    private static final String SCHEME_END = "://";

    private static final String WWW = "www.";

    private final String text;
    private final boolean hasSchemes;
    private final boolean hasMailboxes;
    private final boolean hasWww;

    BareAddresses(String text) {
        this.text = text;
        hasSchemes = text.contains(SCHEME_END);
        hasMailboxes = text.indexOf('@') >= 0;
        hasWww = text.contains(WWW);
    }

    /** Turns all addresses in a document into links. */
    void readIn(Node document) {
        if (hasSchemes || hasMailboxes || hasWww) {
            document.accept(this);
        }
    }

    /** Whether a text may contain a given kind of address; others are not searched for. */
    private boolean mayBeIn(String part) {
        return (hasSchemes && part.contains(SCHEME_END))
                || (hasMailboxes && part.indexOf('@') >= 0)
                || (hasWww && part.contains(WWW));
    }

    @Override
    public void visit(Link link) {}

    @Override
    public void visit(Image image) {}

    @Override
    protected void visitChildren(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text words) {
                node = read(words);
            } else {
                node.accept(this);
            }
        }
    }

    /** Turns the addresses in a text node into links; returns the last resulting node. */
    private Node read(Text words) {
        if (!mayBeIn(words.getLiteral()) || words.getSourceSpans().isEmpty()) {
            return words;
        }
        takeInEmphasis(words);
        String literal = words.getLiteral();
        Typed typed = typed(words);
        Node last = words;
        int done = 0;
        for (LinkSpan found : EXTRACTOR.extractLinks(literal)) {
            Optional<String> destination = destination(found, literal, typed);
            if (destination.isPresent()) {
                last = append(last, part(literal, typed, done, found.getBeginIndex()));
                var link = new Link(destination.get(), null);
                Text address = part(literal, typed, found.getBeginIndex(), found.getEndIndex());
                link.setSourceSpans(address.getSourceSpans());
                link.appendChild(address);
                last = append(last, link);
                done = found.getEndIndex();
            }
        }
        if (done == 0) {
            return words;
        }
        last = append(last, part(literal, typed, done, literal.length()));
        words.unlink();
        return last;
    }

    private static Node append(Node before, Node next) {
        if (next instanceof Text words && words.getLiteral().isEmpty()) {
            return before;
        }
        before.insertAfter(next);
        return next;
    }

    /** The target of an address; empty if a backslash escapes its beginning, so it is not a link. */
    private Optional<String> destination(LinkSpan found, String literal, Typed typed) {
        String address = literal.substring(found.getBeginIndex(), found.getEndIndex());
        String small = address.toLowerCase(Locale.ROOT);
        String beginning;
        String scheme;
        if (found.getType() == LinkType.EMAIL) {
            beginning = address.substring(0, address.indexOf('@') + 1);
            scheme = "mailto:";
        } else if (found.getType() == LinkType.WWW) {
            beginning = address.substring(0, "www.".length());
            scheme = "https://";
        } else if (small.startsWith("https://") || small.startsWith("http://")) {
            beginning = address.substring(0, address.indexOf(SCHEME_END) + SCHEME_END.length());
            scheme = "";
        } else {
            return Optional.empty();
        }
        SourceSpan place = typed.place(found.getBeginIndex(), found.getEndIndex());
        return text.startsWith(beginning, place.getInputIndex()) ? Optional.of(scheme + address) : Optional.empty();
    }

    private static Text part(String literal, Typed typed, int from, int to) {
        var part = new Text(literal.substring(from, to));
        if (from < to) {
            part.addSourceSpan(typed.place(from, to));
        }
        return part;
    }

    /** Sets the source span of a part of the text. */
    @FunctionalInterface
    private interface Typed {
        SourceSpan place(int from, int to);
    }

    private Typed typed(Text words) {
        SourceSpan span = whole(words);
        if (span.getLength() == words.getLiteral().length()) {
            return span::subSpan;
        }
        String typed = text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
        Alignment alignment = Alignment.of(words.getLiteral(), typed);
        return (from, to) -> {
            Alignment.Range range = alignment.range(from, to);
            return span.subSpan(range.start(), range.end());
        };
    }

    private static SourceSpan whole(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan first = spans.get(0);
        SourceSpan last = spans.get(spans.size() - 1);
        int length = last.getInputIndex() + last.getLength() - first.getInputIndex();
        return SourceSpan.of(first.getLineIndex(), first.getColumnIndex(), first.getInputIndex(), length);
    }

    /** Apparent emphasis within an address, such as {@code https://example.org/_a_}, is part of the address. */
    private static void takeInEmphasis(Text words) {
        String literal = words.getLiteral();
        int word = literal.length();
        while (word > 0 && !Character.isWhitespace(literal.charAt(word - 1))) {
            word--;
        }
        boolean isOpen = literal.indexOf(SCHEME_END, word) >= 0 || literal.startsWith("www.", word);
        if (!isOpen || !isEmphasis(words.getNext())) {
            return;
        }
        var joined = new StringBuilder(literal);
        SourceSpan span = whole(words);
        int end = span.getInputIndex() + span.getLength();
        while (isOpen) {
            Node next = words.getNext();
            if (isEmphasis(next)) {
                unwrap(next);
            } else if (next instanceof Text more && !more.getSourceSpans().isEmpty()) {
                joined.append(more.getLiteral());
                end = whole(more).getInputIndex() + whole(more).getLength();
                isOpen = more.getLiteral().chars().noneMatch(Character::isWhitespace);
                more.unlink();
            } else {
                isOpen = false;
            }
        }
        words.setLiteral(joined.toString());
        words.setSourceSpans(List.of(SourceSpan.of(
                span.getLineIndex(), span.getColumnIndex(), span.getInputIndex(), end - span.getInputIndex())));
    }

    private static boolean isEmphasis(@Nullable Node node) {
        return (node instanceof Emphasis || node instanceof StrongEmphasis || node instanceof Strikethrough)
                && !node.getSourceSpans().isEmpty();
    }

    /** Replaces emphasis with its markers and content as text. */
    private static void unwrap(Node emphasis) {
        String opening = ((Delimited) emphasis).getOpeningDelimiter();
        String closing = ((Delimited) emphasis).getClosingDelimiter();
        List<SourceSpan> spans = emphasis.getSourceSpans();
        SourceSpan first = spans.get(0);
        SourceSpan last = spans.get(spans.size() - 1);
        emphasis.insertBefore(sign(opening, first.subSpan(0, opening.length())));
        while (emphasis.getFirstChild() != null) {
            emphasis.insertBefore(emphasis.getFirstChild());
        }
        emphasis.insertBefore(sign(closing, last.subSpan(last.getLength() - closing.length())));
        emphasis.unlink();
    }

    private static Text sign(String sign, SourceSpan place) {
        var text = new Text(sign);
        text.addSourceSpan(place);
        return text;
    }
}
