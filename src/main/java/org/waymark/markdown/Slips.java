package org.waymark.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;
import org.waymark.source.SourceFile;

/** Finds the slips of a body that only its syntax tree shows, not its text. */
final class Slips extends AbstractVisitor {
    /** More words than any heading needs. */
    private static final int MOST_WORDS = 14;

    private static final int MOST_BOLD_WORDS = 8;

    /** A possible heading, perhaps with the number that a word processor gave it. */
    private static final Pattern BOLD_LINE =
            Pattern.compile("(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.):]?[\\s\\x{A0}]{1,8})?\\p{Lu}.*[\\p{L}\\p{N}):?]");

    /**
     * A heading numbered by a word processor, which does not end like a sentence; prices and amounts continue in lower
     * case.
     */
    private static final Pattern NUMBERED_LINE =
            Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?[\\s\\x{A0}]{1,8}\\p{Lu}[^\\n.!?;|]*[\\p{L}\\p{N})]");

    /** No list starts with such a high number; a year may be that high. */
    private static final int LATE = 100;

    /** The maximum number of characters checked for a sentence. */
    private static final int LONGEST_LINE = 500;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})[.)]");

    /** Words that end like a sentence, without characters typical of code; or with characters that only prose has. */
    private static final Pattern SENTENCE = Pattern.compile(
            "[\\p{Lu}\"“‘'(]\\S* (?:[\\p{L}\\p{N}'’‘“”\",;:%£&()/-]+ ){3,}+[^{}<>=$\\\\|]*[.!?:;,][\"”’')]?"
                    + "|[\\p{Lu}][\\p{L}'’,-]*(?: [\\p{L}\\p{N}'’‘“”,;:%£&()-]+){5,}+"
                    + "|.*\\w\\]\\([^()\\s]+\\).*|.*\\*\\*\\p{L}[^*{}<>=]*\\*\\*.*"
                    + "|[-*+•] \\p{Lu}?[\\p{L}'’,-]+(?: [\\p{L}\\p{N}'’‘“”.,;:%£&()-]+){2,}+");

    private final SourceFile file;
    private final int offset;
    private final List<Slip> found = new ArrayList<>();
    private final List<LinkReferenceDefinition> definitions = new ArrayList<>();
    private final Set<String> destinations = new HashSet<>();

    private Slips(SourceFile file, int offset) {
        this.file = file;
        this.offset = offset;
    }

    static List<Slip> in(Node document, SourceFile file, int offset) {
        var slips = new Slips(file, offset);
        document.accept(slips);
        slips.addDefinitions();
        return slips.found;
    }

    @Override
    public void visit(Document document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && isEmptySection(heading)) {
                add(Slip.Kind.EMPTY_SECTION, heading);
            }
        }
        visitChildren(document);
    }

    /** A heading without words is reported as such. */
    private static boolean isEmptySection(Heading heading) {
        Node next = nextShown(heading);
        boolean isClosed = next == null || (next instanceof Heading other && other.getLevel() <= heading.getLevel());
        return isClosed && !isEmpty(heading);
    }

    private static @Nullable Node nextShown(Node block) {
        Node next = block.getNext();
        while (next instanceof LinkReferenceDefinition || next instanceof FootnoteDefinition) {
            next = next.getNext();
        }
        return next;
    }

    private static boolean isEmpty(Heading heading) {
        return ProseParser.textOf(heading).isBlank();
    }

    @Override
    public void visit(Heading heading) {
        if (isEmpty(heading)) {
            add(Slip.Kind.EMPTY_HEADING, heading);
        } else if (isUnderlined(heading) && isSentence(ProseParser.textOf(heading))) {
            SourceSpan underline = last(heading);
            found.add(new Slip(
                    Slip.Kind.UNDERLINED_TEXT,
                    file.span(start(underline), start(underline) + underline.getLength()),
                    0));
        }
        visitChildren(heading);
    }

    private static boolean isUnderlined(Heading heading) {
        return heading.getSourceSpans().size() > 1;
    }

    private static boolean isSentence(String text) {
        return text.matches("(?s).*[.,;:]") || words(text) > MOST_WORDS;
    }

    private static int words(String text) {
        int words = 0;
        for (int at = Words.next(text, 0); at < text.length(); at = Words.next(text, Words.end(text, at))) {
            words++;
        }
        return words;
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (isBoldHeading(paragraph)) {
            add(Slip.Kind.BOLD_HEADING, paragraph);
        } else if (isNumberedHeading(paragraph)) {
            add(Slip.Kind.NUMBERED_HEADING, paragraph);
        }
        visitChildren(paragraph);
    }

    /** Consecutive bold lines are an address or a warning, and one at the end of a text has nothing below it. */
    private static boolean isBoldHeading(Paragraph paragraph) {
        if (!isBold(paragraph) || !(paragraph.getParent() instanceof Document)) {
            return false;
        }
        Node before = paragraph.getPrevious();
        Node after = nextShown(paragraph);
        boolean isAmongBold = (before != null && isBold(before)) || (after != null && isBold(after));
        boolean hasText = after instanceof Paragraph || after instanceof ListBlock;
        String text = ProseParser.textOf(paragraph).strip();
        return hasText
                && !isAmongBold
                && words(text) <= MOST_BOLD_WORDS
                && BOLD_LINE.matcher(text).matches();
    }

    /** A line of its own above a text. Numbers on consecutive lines are clauses or amounts. */
    private static boolean isNumberedHeading(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof Document) || !isNumbered(paragraph)) {
            return false;
        }
        Node before = paragraph.getPrevious();
        Node after = nextShown(paragraph);
        return (after instanceof Paragraph || after instanceof ListBlock)
                && !isNumbered(after)
                && (before == null || !isNumbered(before));
    }

    private static boolean isNumbered(Node block) {
        if (!(block instanceof Paragraph) || block.getSourceSpans().size() != 1) {
            return false;
        }
        String text = ProseParser.textOf(block).strip();
        return words(text) <= MOST_BOLD_WORDS + 1 && NUMBERED_LINE.matcher(text).matches();
    }

    private static boolean isBold(Node block) {
        Node only = block.getFirstChild();
        return block instanceof Paragraph
                && only instanceof StrongEmphasis
                && only.getNext() == null
                && !(only.getFirstChild() instanceof Link);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        if (code.getClosingFenceLength() == null) {
            add(Slip.Kind.UNCLOSED_CODE, code);
        } else if (isAll(code) && isMarkdown(code)) {
            add(Slip.Kind.ALL_CODE, code);
        }
    }

    private static boolean isAll(FencedCodeBlock code) {
        return code.getParent() instanceof Document && code.getPrevious() == null && nextShown(code) == null;
    }

    /** Whether a code block is labelled as Markdown, or begins with a sentence or heading. */
    private static boolean isMarkdown(FencedCodeBlock code) {
        String language = code.getInfo() == null ? "" : code.getInfo().strip();
        String first = code.getLiteral()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return language.matches("(?i)md|markdown")
                || (language.isEmpty()
                        && first.length() <= LONGEST_LINE
                        && SENTENCE.matcher(first).matches());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        String first = code.getLiteral().lines().findFirst().orElse("").strip();
        if (first.length() <= LONGEST_LINE && SENTENCE.matcher(first).matches()) {
            add(Slip.Kind.INDENTED_TEXT, code);
        }
    }

    @Override
    public void visit(OrderedList list) {
        Integer from = list.getMarkerStartNumber();
        int shown = from == null ? 1 : from;
        if (shown >= LATE && list.getFirstChild() == list.getLastChild()) {
            typedNumber(list.getFirstChild()).ifPresent(number -> add(Slip.Kind.NUMBERED_TEXT, number, 0));
        } else {
            addOtherNumber(list, shown);
        }
        visitChildren(list);
    }

    /**
     * Repeating one number is a way to write a list. If one number differs, so do all that follow; one finding is
     * enough.
     */
    private void addOtherNumber(OrderedList list, int first) {
        int shown = first;
        boolean isSame = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Optional<Matcher> number = typedNumber(item);
            int typed = number.map(each -> Integer.parseInt(each.group(1))).orElse(shown);
            isSame &= typed == first;
            if (typed != shown && !isSame) {
                int position = shown;
                number.ifPresent(each -> add(Slip.Kind.OTHER_NUMBER, each, position));
                return;
            }
            shown++;
        }
    }

    private Optional<Matcher> typedNumber(@Nullable Node item) {
        if (item == null || item.getSourceSpans().isEmpty()) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(file.text())
                .region(start(item.getSourceSpans().get(0)), file.text().length());
        return Optional.of(number).filter(Matcher::lookingAt);
    }

    private void add(Slip.Kind kind, Matcher number, int shown) {
        found.add(new Slip(kind, file.span(number.start(), number.end()), shown));
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow row && !row.getSourceSpans().isEmpty()) {
            addLostCells(row, row.getSourceSpans().get(0));
        }
        visitChildren(node);
    }

    /** The parser drops the cells of a row beyond the columns of the header. */
    private void addLostCells(TableRow row, SourceSpan line) {
        int columns = 0;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++; // as many as the header has
        }
        int end = start(line) + line.getLength();
        int at = afterCells(columns, start(line), end);
        while (at < end && isBetweenCells(at)) {
            at++;
        }
        while (end > at && isBetweenCells(end - 1)) {
            end--;
        }
        if (at < end) {
            found.add(new Slip(Slip.Kind.LOST_CELLS, file.span(at, end), columns));
        }
    }

    /** The end of a given number of cells in a row; a bar before the first does not count. */
    private int afterCells(int cells, int start, int end) {
        String text = file.text();
        int at = start;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        at += at < end && text.charAt(at) == '|' ? 1 : 0;
        for (int left = cells; at < end && left > 0; at++) {
            if (text.startsWith("\\|", at)) {
                at++;
            } else if (text.charAt(at) == '|') {
                left--;
            }
        }
        return at;
    }

    private boolean isBetweenCells(int at) {
        return file.text().charAt(at) == '|' || file.text().charAt(at) <= ' ';
    }

    @Override
    public void visit(Emphasis emphasis) {
        addIfBetweenDigits(emphasis);
        visitChildren(emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        addIfBetweenDigits(emphasis);
        visitChildren(emphasis);
    }

    private void addIfBetweenDigits(Node emphasis) {
        int from = start(emphasis.getSourceSpans().get(0));
        int to = start(last(emphasis)) + last(emphasis).getLength();
        boolean isBetweenDigits = from > offset
                && to < file.text().length()
                && Character.isDigit(file.text().charAt(from - 1))
                && Character.isDigit(file.text().charAt(to));
        if (isBetweenDigits) {
            found.add(new Slip(Slip.Kind.EMPHASIS_BETWEEN_DIGITS, file.span(from, to), 0));
        }
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        definitions.add(definition);
    }

    @Override
    public void visit(Link link) {
        destinations.add(link.getDestination());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        destinations.add(image.getDestination());
    }

    private void addDefinitions() {
        var names = new HashSet<String>();
        for (LinkReferenceDefinition definition : definitions) {
            boolean isFirst = names.add(name(definition));
            if (!destinations.contains(definition.getDestination())) {
                add(isFirst ? Slip.Kind.UNUSED_DEFINITION : Slip.Kind.REPEATED_DEFINITION, definition);
            }
        }
    }

    /** Names are compared ignoring case and space (CommonMark 0.31.2, section 4.7). */
    private static String name(LinkReferenceDefinition definition) {
        return definition.getLabel().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** At the first line of a block. */
    private void add(Slip.Kind kind, Block block) {
        SourceSpan line = block.getSourceSpans().get(0);
        found.add(new Slip(kind, file.span(start(line), start(line) + line.getLength()), 0));
    }

    private int start(SourceSpan line) {
        return offset + line.getInputIndex();
    }

    private static SourceSpan last(Node node) {
        return node.getSourceSpans().get(node.getSourceSpans().size() - 1);
    }
}
