package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactSourceTest {
    @Test
    void leavesOutWhatOnlyAuthorsRead() {
        assertEquals("const a = \"// kept\"; // and this\nif (a) {\nf(a);\n}\n", compact("site.js", """
                // Why it is so.
                const a = "// kept"; // and this

                if (a) {
                  // More.
                  f(a);
                }
                """));
        assertEquals("""
                @media print {
                a::after { content: "/* kept */ "; } /* and this */
                }
                """, compact("site.css", """
                /* Two
                 * lines, with a * in them. */
                @media print {
                  /* Short. */
                  a::after { content: "/* kept */ "; } /* and this */

                }
                """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(`\n  // text\n`);\n", "f(\"\\\n  // text\");\n", "  f();\r\n"})
    void keepsAScriptInWhichAStringMayGoOnInTheNextLine(String script) {
        assertEquals(script, compact("site.js", script));
        assertEquals(script, compact("site.css", script));
    }

    @Test
    void keepsOtherFiles() {
        byte[] picture = {' ', ' ', '\n', (byte) 0x89, '\n'};
        assertArrayEquals(picture, CompactSource.of("icon.png", picture));
        assertEquals("  <svg/>\n", compact("icon.svg", "  <svg/>\n"));
    }

    private static String compact(String name, String text) {
        return new String(CompactSource.of(name, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
