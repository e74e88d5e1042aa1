package org.waymark.spec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.waymark.source.SourceFile;

/**
 * A Markdown page that is also a test. A fence with a path in its title is a file of the project; a fence titled
 * {@code diagnostics} is what must be found, either as lines of {@code path:line:column code} or as the full report. Where a
 * page ends without it, nothing must be found. {@code remove} before a path takes a file away; {@code escapes} behind it
 * turns {@code \xHH} into bytes.
 */
record Spec(String name, List<Case> cases) {
    /** One input and what must be found in it. */
    record Case(
            String heading,
            List<SourceFile> files,
            List<String> others,
            List<String> removed,
            Optional<String> expected) {}

    static Spec parse(String name, String markdown) {
        var cases = new ArrayList<Case>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            private String heading = name;
            private List<SourceFile> files = new ArrayList<>();
            private List<String> others = new ArrayList<>();
            private List<String> removed = new ArrayList<>();

            @Override
            public void visit(Heading node) {
                finish(Optional.empty());
                if (node.getFirstChild() instanceof Text text) {
                    heading = text.getLiteral();
                }
            }

            @Override
            public void visit(FencedCodeBlock fence) {
                String[] words = fence.getInfo().strip().split("\\s+");
                if (words[0].equals("diagnostics")) {
                    finish(Optional.of(fence.getLiteral()));
                } else if (words.length > 1 && words[0].equals("remove")) {
                    removed.add(words[1]);
                } else if (words.length > 1 && words[1].matches(".*\\.(md|yaml|ftlh|css)")) {
                    boolean escapes = words.length > 2 && words[2].equals("escapes");
                    byte[] bytes = escapes
                            ? unescape(fence.getLiteral())
                            : fence.getLiteral().getBytes(StandardCharsets.UTF_8);
                    files.add(SourceFile.decode(words[1], bytes));
                } else if (words.length > 1) {
                    others.add(words[1]);
                }
            }

            @Override
            public void visit(org.commonmark.node.Document document) {
                super.visit(document);
                finish(Optional.empty());
            }

            private void finish(Optional<String> expected) {
                if (!files.isEmpty() || !others.isEmpty() || !removed.isEmpty()) {
                    cases.add(new Case(heading, files, others, removed, expected));
                }
                files = new ArrayList<>();
                others = new ArrayList<>();
                removed = new ArrayList<>();
            }
        });
        return new Spec(name, cases);
    }

    private static byte[] unescape(String text) {
        var bytes = new java.io.ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\\' && i + 3 < raw.length && raw[i + 1] == 'x') {
                bytes.write(Integer.parseInt(new String(raw, i + 2, 2, StandardCharsets.US_ASCII), 16));
                i += 3;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
