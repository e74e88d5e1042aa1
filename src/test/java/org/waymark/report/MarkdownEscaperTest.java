package org.waymark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever untrusted text contains, a comment made from it is nothing but text and code. */
class MarkdownEscaperTest {
    private static final Set<Class<?>> HARMLESS = Set.of(
            Document.class,
            BulletList.class,
            ListItem.class,
            Paragraph.class,
            StrongEmphasis.class,
            Text.class,
            Code.class);

    /** What code hosts look for in text that is not code. */
    private static final Pattern LIVELY = Pattern.compile(
            "@\\w|#\\d|\\w+://\\w|www\\.\\w|GH-\\d|:\\w+:|\\b[0-9a-f]{40}\\b|(^|[\\s(])[!%~&$]\\w",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@team",
                "(@team)",
                "`@team",
                "` @team `x",
                "``@team`",
                "a`b`@team`c`",
                "\\@team",
                "&#64;team",
                "#12 owner/repo#12 GH-12",
                "https://evil.example/ www.evil.example me@evil.example",
                "[x](javascript:alert(1)) ![x](y) [x]: y",
                "<img src=x onerror=alert(1)> <!-- </details>",
                "# a",
                "- [ ] a",
                "1. a",
                "1) a",
                "+ a",
                "---",
                "***",
                "> a",
                "a\n\n# b\n| a | b |\n|---|---|",
                "**a** __a__ ~~a~~ `a",
                ":smile: !12 $12 %12 ~bug &3",
                "\\",
                "`",
                "``",
                "a ` b `` c ``` d",
                "0123456789abcdef0123456789abcdef01234567",
                "\u202Etxt.exe\u0000\u001B[31m"
            })
    void leavesNothingActive(String hostile) {
        assertInert(hostile);
    }

    @Test
    void leavesNothingActiveInAnyCombination() {
        String[] pieces = {
            "@t", "#1", "`", "``", "\\", " ", "*", "_", "[", "]", "(", ")", "<b>", "&amp;", "://", "www.a", "~~", "|",
            "!", ":a:", "\n", "-", "1.", "GH-1", "$a$", "word", "é", "'", "\""
        };
        var random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            var words = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                words.append(pieces[random.nextInt(pieces.length)]);
            }
            assertInert(words.toString());
        }
    }

    @Test
    void leavesPlainWordsAsTheyAre() {
        assertEquals(
                "3,600 appointments (80%) at A\\&E, 24/7: “good” care",
                MarkdownEscaper.of("3,600 appointments (80%) at A&E, 24/7: “good” care"));
        assertEquals("`name` is missing", MarkdownEscaper.of("`name` is missing"));
        assertEquals("see `https://a.example/b_c`.", MarkdownEscaper.of("see https://a.example/b_c."));
    }

    private static void assertInert(String hostile) {
        String line = MarkdownEscaper.of(hostile);
        assertFalse(line.contains("\n"), line);
        if (line.isEmpty()) {
            return;
        }
        assertHarmless("- **" + line + "**\n  - name: " + line + "\n  - " + line + "\n");
    }

    /** That Markdown is nothing but text, code and a list. */
    static void assertHarmless(String comment) {
        Parser.builder().build().parse(comment).accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                assertTrue(HARMLESS.contains(parent.getClass()), () -> parent + " of " + comment);
                for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                    assertTrue(HARMLESS.contains(child.getClass()), child.getClass() + " of " + comment);
                }
                super.visitChildren(parent);
            }

            @Override
            public void visit(Text text) {
                assertFalse(LIVELY.matcher(text.getLiteral()).find(), () -> text.getLiteral() + " of " + comment);
            }
        });
    }
}
