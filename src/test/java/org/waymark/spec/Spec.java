package org.waymark.spec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.waymark.TestFiles;
import org.waymark.TestImages;
import org.waymark.source.SourceFile;

/**
 * A Markdown page that is also a test. A fence with a path in its title is a file of the project; a fence titled
 * {@code diagnostics} lists the expected findings, either as lines of {@code path:line:column code} or as the full
 * report. A case ends there, at a heading, or where a path is repeated; without {@code diagnostics}, no findings are
 * expected.
 *
 * <p>{@code remove} before a path removes a file. {@code escapes} after it turns {@code \xHH} into bytes and drops a
 * line end after a backslash. A space in a path is written {@code %20}. {@code image} before a path makes an
 * image as {@link TestImages} describes it, {@code entry} one of {@link TestFiles}, and {@code file} one with exactly these bytes.
 */
public record Spec(String name, List<Case> cases) {
    /** An input and its expected findings. */
    public record Case(
            String heading,
            List<SourceFile> files,
            List<String> others,
            Map<String, byte[]> binaries,
            List<String> removed,
            Optional<String> expected) {}

    static Spec parse(String name, String markdown) {
        var cases = new ArrayList<Case>();
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            private String heading = name;
            private List<SourceFile> files = new ArrayList<>();
            private List<String> others = new ArrayList<>();
            private Map<String, byte[]> binaries = new TreeMap<>();
            private List<String> removed = new ArrayList<>();
            private Set<String> paths = new HashSet<>();

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
                String path = words.length > 1 ? words[1].replace("%20", " ") : "";
                if (words[0].equals("diagnostics")) {
                    finish(Optional.of(fence.getLiteral()));
                } else if (!path.isEmpty()) {
                    if (!paths.add(path)) {
                        finish(Optional.empty());
                        paths.add(path);
                    }
                    read(fence, words, path);
                }
            }

            private void read(FencedCodeBlock fence, String[] words, String path) {
                if (words[0].equals("remove")) {
                    removed.add(path);
                } else if (words[0].equals("image")) {
                    binaries.put(path, TestImages.described(fence.getLiteral()));
                } else if (words[0].equals("document")) {
                    binaries.put(path, TestFiles.described(fence.getLiteral()));
                } else if (words[0].equals("file")) {
                    binaries.put(path, unescape(fence.getLiteral()));
                } else if (path.matches(".*\\.(md|yaml|ftlh|css)")) {
                    boolean escapes = words.length > 2 && words[2].equals("escapes");
                    byte[] bytes = escapes
                            ? unescape(fence.getLiteral())
                            : fence.getLiteral().getBytes(StandardCharsets.UTF_8);
                    files.add(SourceFile.decode(path, bytes));
                } else {
                    others.add(path);
                }
            }

            @Override
            public void visit(org.commonmark.node.Document entry) {
                super.visit(entry);
                finish(Optional.empty());
            }

            private void finish(Optional<String> expected) {
                if (!files.isEmpty() || !others.isEmpty() || !binaries.isEmpty() || !removed.isEmpty()) {
                    cases.add(new Case(heading, files, others, binaries, removed, expected));
                }
                files = new ArrayList<>();
                others = new ArrayList<>();
                binaries = new TreeMap<>();
                removed = new ArrayList<>();
                paths = new HashSet<>();
            }
        });
        return new Spec(name, cases);
    }

    private static byte[] unescape(String text) {
        var bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\\' && i + 3 < raw.length && raw[i + 1] == 'x') {
                bytes.write(Integer.parseInt(new String(raw, i + 2, 2, StandardCharsets.US_ASCII), 16));
                i += 3;
            } else if (raw[i] == '\\' && i + 1 < raw.length && raw[i + 1] == '\n') {
                i++;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
