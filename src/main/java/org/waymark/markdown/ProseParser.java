package org.waymark.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Invisible;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Parses a body and records the spans that the rules need. */
final class ProseParser extends AbstractVisitor {
    /** Text that looks like a link, but has a space in its address or a name that nobody has defined. */
    private static final Pattern NO_LINK = Pattern.compile(
            "(?<!\\\\)\\[(?!\\^)(?:[^\\[\\]\n]+|(?<=!\\[))(?<!\\\\)\\](?:\\((?=[^()\\n]*+\\))[^()\\n]*\\S\\s[^()\\n]*\\)|\\[(?!\\^)[^\\[\\]\n]*\\])");

    /** Text that looks like a reference to a footnote that does not exist. */
    private static final Pattern NO_FOOTNOTE = Pattern.compile("(?<!\\\\)\\[\\^([^\\[\\]\\s]++)\\](?!:)");

    /** A numeric character reference (CommonMark 0.31.2, section 2.5). */
    private static final Pattern NUMBER = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));");

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>");

    private final SourceFile file;
    private final int offset;
    private final ProseText.Builder text;
    private final Anchors anchors = new Anchors();
    private final List<Prose.Heading> headings = new ArrayList<>();
    private final List<Prose.Link> links = new ArrayList<>();
    private final List<Prose.Image> images = new ArrayList<>();
    /** The images of the block being read. */
    private final List<org.commonmark.node.Image> described = new ArrayList<>();

    private final List<Span> rawHtml = new ArrayList<>();
    private final List<Prose.Flaw> flaws = new ArrayList<>();
    private final List<Span> unread = new ArrayList<>();
    private final Set<Span> unseen = new LinkedHashSet<>();
    /** The spans of definitions, which contain the addresses and titles of reference links. */
    private final List<Span> definitionPlaces = new ArrayList<>();
    /** The span of a reference link's address, by that address. */
    private final Map<String, Span> definitions = new HashMap<>();
    /** How many elements of a given name are open. */
    private final Map<String, Integer> openHtml = new HashMap<>();

    private ProseParser(SourceFile file, int offset) {
        this.file = file;
        this.offset = offset;
        text = new ProseText.Builder(file);
    }

    static Prose parse(SourceFile file, int offset) {
        String markdown = file.text().substring(offset);
        Node document = MarkdownParser.parse(file, markdown);
        Footnotes footnotes = Footnotes.in(document, file);
        var found = new ProseParser(file, offset);
        if (file.has(']') && file.text().indexOf("]:", offset) >= 0) {
            document.accept(found.new Definitions());
        }
        if (file.has('{') && markdown.contains("{#")) {
            document.accept(found.new TypedAnchors());
        }
        List<Slip> slips = Slips.in(document, file, offset); // before headings change their level
        document.accept(found);
        found.addFlaws(footnotes);
        return new Prose(
                file,
                offset,
                isEmpty(document),
                ProseRenderer.render(document, footnotes, markdown.length()),
                found.text.build(),
                found.headings,
                found.links,
                found.images,
                found.rawHtml,
                found.unread,
                List.copyOf(found.unseen),
                slips,
                footnotes.typed().stream()
                        .map(each -> new Prose.Footnote(each.getLabel(), found.nameSpan(each)))
                        .toList(),
                found.flaws);
    }

    private static boolean isEmpty(Node document) {
        Node node = document.getFirstChild();
        while (node instanceof org.commonmark.node.Heading
                || node instanceof LinkReferenceDefinition
                || node instanceof FootnoteDefinition
                || (node instanceof HtmlBlock html
                        && EditorNote.isNote(html.getLiteral().strip()))) {
            node = node.getNext();
        }
        return node == null;
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        String text = textOf(heading);
        HeadingAnchor typed = HeadingAnchor.of(heading);
        HeadingAnchor anchor = typed == null ? new HeadingAnchor(anchors.next(text)) : typed;
        heading.appendChild(anchor);
        headings.add(new Prose.Heading(heading.getLevel(), text, anchor.id(), spanOf(heading)));
        if (heading.getLevel() == 1) {
            heading.setLevel(2); // the page already has its one main heading; heading-order reports this one
        }
        passage(Passage.Kind.HEADING, heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        passage(kindOf(paragraph), paragraph);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            passage(Passage.Kind.CELL, node);
        } else {
            visitChildren(node);
        }
    }

    private static Passage.Kind kindOf(Node paragraph) {
        Passage.Kind kind = Passage.Kind.PARAGRAPH;
        for (Node at = paragraph.getParent(); at != null; at = at.getParent()) {
            if (at instanceof BlockQuote) {
                return Passage.Kind.QUOTE;
            }
            kind = at instanceof ListItem ? Passage.Kind.ITEM : kind;
        }
        return kind;
    }

    /** Reads the words of a block, then the descriptions of the images in it, as passages of their own. */
    private void passage(Passage.Kind kind, Node block) {
        text.passage(kind);
        visitChildren(block);
        for (org.commonmark.node.Image image : described) {
            text.passage(Passage.Kind.IMAGE);
            if (image.getFirstChild() != null) {
                text.text(textOf(image), startOf(image.getFirstChild()), endOf(image.getLastChild()));
            }
            title(image);
        }
        described.clear();
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        noteUnseen(link, link.getDestination(), link.getTitle());
        links.add(new Prose.Link(
                link.getDestination(), textOf(link), destination(link, link.getDestination()), textSpan(link)));
        super.visit(link);
    }

    @Override
    public void visit(org.commonmark.node.Image image) {
        noteUnseen(image, image.getDestination(), image.getTitle());
        noteUnseen(image, textOf(image));
        images.add(new Prose.Image(
                image.getDestination(),
                textOf(image).strip(),
                destination(image, image.getDestination()),
                spanOf(image)));
        text.image();
        if (image.getFirstChild() != null || image.getTitle() != null) {
            described.add(image);
        }
    }

    /** The title of an image, which readers see; if it is typed in a definition elsewhere, its span is unknown. */
    private void title(org.commonmark.node.Image image) {
        String title = image.getTitle();
        Node label = image.getLastChild();
        if (title != null) {
            LinkScanner.inlineAddress(file.text(), label == null ? startOf(image) : endOf(label), endOf(image))
                    .flatMap(LinkScanner.Inline::title)
                    .ifPresent(typed -> {
                        text.passage(Passage.Kind.IMAGE);
                        text.text(title, typed.start(), typed.end());
                    });
        }
    }

    @Override
    public void visit(Code code) {
        text.code(code.getLiteral(), startOf(code), endOf(code));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        noteUnseen(code, code.getInfo());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.lineBreak();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.hardBreak();
    }

    @Override
    public void visit(HtmlBlock html) {
        addHtml(html, html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        addHtml(html, html.getLiteral());
    }

    /** An end tag belongs to a start tag that has already been recorded. */
    private void addHtml(Node node, String literal) {
        String typed = literal.strip();
        if (typed.startsWith(EditorNote.OPENING)) {
            if (!EditorNote.isNote(typed)) {
                int start = file.text().indexOf(EditorNote.OPENING, startOf(node));
                rawHtml.add(file.span(start, start + EditorNote.OPENING.length()));
            }
            return;
        }
        boolean isEnd = false;
        Matcher tag = TAG.matcher(literal);
        while (tag.find()) {
            boolean end = !tag.group(1).isEmpty();
            int open = openHtml.merge(tag.group(2).toLowerCase(Locale.ROOT), end ? -1 : 1, Integer::sum);
            isEnd |= end && open >= 0 && tag.group().length() == literal.strip().length();
        }
        if (!isEnd) {
            rawHtml.add(spanOf(node));
        }
    }

    @Override
    public void visit(Text words) {
        noteUnseen(words, words.getLiteral());
        text.text(words.getLiteral(), startOf(words), endOf(words));
        noteUnclosed(startOf(words), endOf(words), words.getLiteral());
        if (words.getLiteral().indexOf('[') < 0) {
            return;
        }
        Matcher link = NO_LINK.matcher(file.text()).region(startOf(words), endWithAddress(words));
        while (link.find() && link.start() < endOf(words)) {
            if (!isOfOrgMode(link.start())) {
                unread.add(file.span(link.start(), link.end()));
            }
        }
        Matcher reference = NO_FOOTNOTE.matcher(file.text()).region(startOf(words), endOf(words));
        while (reference.find()) {
            addFlaw(
                    Prose.Flaw.Kind.UNDEFINED_FOOTNOTE,
                    reference.group(1),
                    file.span(reference.start(), reference.end()),
                    Optional.empty());
        }
    }

    /** A link such as {@code [[https://www.example.org/][words]]} is a notation of its own. */
    private boolean isOfOrgMode(int start) {
        return start > 0 && file.text().startsWith("[[http", start - 1);
    }

    /** The end of a text, with the bare address that may follow it and the text after that. */
    private int endWithAddress(Text words) {
        boolean isAddressNext = words.getNext() instanceof org.commonmark.node.Link next
                && next.getNext() instanceof Text
                && "[<".indexOf(file.text().charAt(startOf(next))) < 0;
        return endOf(isAddressNext ? words.getNext().getNext() : words);
    }

    private void addFlaw(Prose.Flaw.Kind kind, String name, Span span, Optional<Span> first) {
        flaws.add(new Prose.Flaw(kind, name, span, first));
    }

    private void addFlaws(Footnotes footnotes) {
        for (FootnoteDefinition unused : footnotes.unused()) {
            addFlaw(Prose.Flaw.Kind.UNUSED_FOOTNOTE, unused.getLabel(), nameSpan(unused), Optional.empty());
        }
        for (FootnoteDefinition typed : footnotes.typed()) {
            FootnoteDefinition first = footnotes.first(typed);
            if (first != typed) {
                addFlaw(
                        Prose.Flaw.Kind.REPEATED_FOOTNOTE,
                        typed.getLabel(),
                        nameSpan(typed),
                        Optional.of(nameSpan(first)));
            }
        }
    }

    private Span nameSpan(FootnoteDefinition definition) {
        int start = file.text().indexOf("[^", startOf(definition));
        return file.span(start, start + "[^]".length() + definition.getLabel().length());
    }

    /** A note for editors that is not closed in its paragraph is text to Markdown. */
    private void noteUnclosed(int from, int to, String literal) {
        int found = literal.contains(EditorNote.OPENING)
                ? file.text().substring(from, to).indexOf(EditorNote.OPENING)
                : -1;
        int at = from + found;
        if (found >= 0 && (at == 0 || file.text().charAt(at - 1) != '\\')) {
            rawHtml.add(file.span(at, at + EditorNote.OPENING.length()));
        }
    }

    /** A character that no file may contain can be in a text only as a numeric reference. */
    private void noteUnseen(Node node, @Nullable String... texts) {
        if (!file.has('&')) {
            return;
        }
        for (String read : texts) {
            if (read != null && Invisible.isIn(read) && !noteNumbers(startOf(node), endOf(node))) {
                definitionPlaces.forEach(place -> noteNumbers(file.offset(place.start()), file.offset(place.end())));
            }
        }
    }

    private boolean noteNumbers(int from, int to) {
        boolean found = false;
        Matcher number = NUMBER.matcher(file.text()).region(from, to);
        while (number.find()) {
            String hex = number.group(1);
            int c = hex == null ? Integer.parseInt(number.group(2)) : Integer.parseInt(hex, 16);
            if (Character.isValidCodePoint(c) && Invisible.isIn(Character.toString(c))) {
                unseen.add(file.span(number.start(), number.end()));
                found = true;
            }
        }
        return found;
    }

    /** The destination as typed in the link, or in the definition to which it refers; otherwise the whole link. */
    private Span destination(Node node, String destination) {
        int start = startOf(node);
        int end = endOf(node);
        if (file.text().charAt(start) == '<') {
            return file.span(start + 1, end - 1);
        }
        Span whole = spanOf(node);
        if (node instanceof org.commonmark.node.Link && file.text().charAt(start) != '[') {
            return whole; // a bare address
        }
        Node label = node.getLastChild();
        return LinkScanner.inlineAddress(file.text(), label == null ? start : endOf(label), end)
                .map(LinkScanner.Inline::address)
                .map(typed -> typed.end() > typed.start() ? file.span(typed.start(), typed.end()) : whole)
                .orElseGet(() -> definitions.getOrDefault(destination, whole));
    }

    /** Reserves the ids typed at headings, so no other heading gets one of them; removes those that no heading may have. */
    private final class TypedAnchors extends AbstractVisitor {
        private final Map<String, Span> places = new HashMap<>();

        @Override
        public void visit(org.commonmark.node.Heading heading) {
            HeadingAnchor anchor = HeadingAnchor.of(heading);
            if (anchor == null) {
                return;
            }
            Span span = file.span(startOf(anchor) - "{#".length(), endOf(anchor) + "}".length());
            Optional<Prose.Flaw.Kind> flaw = flaw(anchor.id());
            if (flaw.isPresent()) {
                addFlaw(flaw.get(), anchor.id(), span, Optional.ofNullable(places.get(anchor.id())));
                anchor.unlink();
            } else {
                places.put(anchor.id(), span);
            }
        }

        private Optional<Prose.Flaw.Kind> flaw(String id) {
            if (!Anchors.isId(id)) {
                return Optional.of(Prose.Flaw.Kind.MALFORMED_HEADING_ID);
            }
            if (Anchors.isOfThePage(id)) {
                return Optional.of(Prose.Flaw.Kind.RESERVED_HEADING_ID);
            }
            return anchors.keep(id) ? Optional.empty() : Optional.of(Prose.Flaw.Kind.REPEATED_HEADING_ID);
        }
    }

    /** Finds the addresses of reference links. */
    private final class Definitions extends AbstractVisitor {
        @Override
        public void visit(LinkReferenceDefinition definition) {
            Span whole = spanOf(definition);
            definitionPlaces.add(whole);
            Span place = LinkScanner.definedAddress(file.text(), startOf(definition), endOf(definition))
                    .map(typed -> file.span(typed.start(), typed.end()))
                    .orElse(whole);
            definitions.putIfAbsent(definition.getDestination(), place);
        }
    }

    /** The text between the square brackets; the whole link if there are none. */
    private Span textSpan(Node link) {
        Node first = link.getFirstChild();
        Node last = link.getLastChild();
        return first == null || last == null ? spanOf(link) : file.span(startOf(first), endOf(last));
    }

    private Span spanOf(Node node) {
        return file.span(startOf(node), endOf(node));
    }

    private int startOf(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            Node parent = node.getParent();
            return parent == null ? offset : startOf(parent);
        }
        return offset + spans.get(0).getInputIndex();
    }

    private int endOf(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            Node parent = node.getParent();
            return parent == null ? offset : endOf(parent);
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return offset + last.getInputIndex() + last.getLength();
    }

    /** The words of a node, as a screen reader reads them. */
    static String textOf(Node node) {
        return textOf(node, ' ');
    }

    /** The words of a node, with a special character for the end of a line. */
    static String textOf(Node node, char lineEnd) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append(lineEnd);
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                text.append(lineEnd);
            }
        });
        return text.toString();
    }
}
