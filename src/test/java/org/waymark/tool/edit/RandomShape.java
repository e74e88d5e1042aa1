package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A sound directory of random kinds: some in lines and some in braces, with fields of many types that refer to each other. */
final class RandomShape {
    private final Random random;
    private final List<Boolean> haveText = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();

    private RandomShape(Random random) {
        this.random = random;
        int kinds = 2 + random.nextInt(3);
        for (int i = 0; i < kinds; i++) {
            haveText.add(random.nextBoolean());
        }
    }

    static Project of(Random random) {
        var shape = new RandomShape(random);
        shape.files.addAll(List.of(ShapedProject.site(), ShapedProject.areas(), ShapedProject.levels()));
        for (int kind = 0; kind < shape.haveText.size(); kind++) {
            shape.addKind(kind);
        }
        return TestProject.with(TestProject.small().withContent(List.of()), shape.files, List.of());
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }

    private void addKind(int kind) {
        String name = "kind" + kind;
        int target = random.nextInt(haveText.size());
        String text = haveText.get(kind) ? "" : "text: no\n";
        String fields = """
                  title: {type: line, max: 90, required: yes, help: its title}
                  link: {type: reference, to: kind%d, help: another}
                  links: {type: list, of: {type: reference, to: kind%d}, help: others}
                  "area": {type: choice, from: areas, required: yes, help: where}
                  level: {type: choice, from: levels, required: yes, help: for whom} # a comment
                  parts:
                    type: group
                    help: its parts
                    fields: {first: {type: line, max: 30, help: one}, second: {type: choice, from: levels, help: two}}
                  many: {type: list, of: {type: group, name: a thing, fields: {first: {type: line, max: 30, help: one}, number: {type: number, min: 0, help: how many}}}, help: things}
                """.formatted(target, random.nextInt(haveText.size()));
        String listing = oneOf(
                "{as: plain}",
                "{as: groups, by: " + oneOf("area", "level", "link") + "}",
                "{as: finder, facets: [{word: area, path: area, label: Area, any: Any area}, {word: by-link, path: link,"
                        + " label: Link, any: Any link}, {word: far, path: 'link.level', label: Far, any: Any}]}");
        files.add(SourceFile.of("content/shape/kinds/" + name + ".yaml", """
                name: {one: thing %d, many: things %d, a: a thing %d}
                folder: kind%ds
                %sfields:
                %sroles: {label: title}
                includes: [former-ids]
                listing: %s
                card: [%s, "link.area"]
                search: {words: [parts.first, link.title, link.link.parts.second]}
                """.formatted(
                        kind, kind, kind, kind, text, fields, listing, oneOf("area", "links", "level"))));
        for (int i = 0; i < 3; i++) {
            addEntry(kind, i, target);
        }
    }

    private void addEntry(int kind, int number, int target) {
        boolean hasText = haveText.get(kind);
        String fields = random.nextBoolean()
                ? """
                title: Entry %d of %d
                %slink: e%d
                area: '%s'
                level: %s # and not
                parts: {first: "a, b", second: %s}
                many:
                  - first: level
                    number: 3
                  - {number: 4, first: area}
                """.formatted(
                                number,
                                kind,
                                random.nextBoolean() ? "# link: title\n" : "",
                                (number + 1) % 3,
                                oneOf("North", "South"),
                                "Improvers",
                                oneOf("Children", "Beginners"))
                : """
                {"title": 'Entry %d of %d', area: South, level: "Beginners", many: [{first: x}]}
                """.formatted(number, kind);
        files.add(SourceFile.of(
                "content/kind" + kind + "s/e" + number + (hasText ? ".md" : ".yaml"),
                hasText
                        ? "---\n" + fields.replace(" # and not", "") + "---\n\nSee [e1](../kind" + target + "s/e1."
                                + (haveText.get(target) ? "md" : "yaml") + ") and [it](e" + number + ".md).\n"
                        : fields.replace(" # and not", "")));
    }
}
