package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A directory of courses with a shape of its own, in which one file is written in lines and the other in braces. */
final class ShapedProject {
    static final String COURSE = "content/shape/kinds/course.yaml";
    static final String VENUE = "content/shape/kinds/venue.yaml";
    static final String LEVELS = "content/shape/vocabularies/levels.yaml";
    static final String BREAD = "content/courses/bread.md";
    static final String HALL = "content/venues/mill-hall.yaml";

    private static final SourceFile SITE_FILE = SourceFile.of("content/site.yaml", """
            title: Courses
            summary: What there is to learn.
            publisher: {name: Example Trust, url: 'https://www.example.org/'}
            language: en-GB
            base-url: https://www.example.org/
            contact: {email: a@example.org}
            source: {title: A report, publisher: Example Trust, url: 'https://www.example.org/report', published: 2024}
            shape: none
            """);

    private ShapedProject() {}

    /** A project with these files; any that are not given here have their usual text. */
    static Project with(SourceFile... files) {
        Project base = TestProject.small().withContent(List.of());
        var all =
                new ArrayList<>(List.of(site(), courseKind(), venueKind(), levels(), areas(), bread(), hall(), hats()));
        all.addAll(List.of(files));
        return TestProject.with(base, all, List.of());
    }

    /** The project after a change of its shape. */
    static Project after(Project project, BiFunction<Directory, Project, ShapeEdit> change) {
        Project after = Reshaped.with(project, (d, p) -> change.apply(d, p).changes());
        Reshaped.assertNoNewErrors(project, after);
        return after;
    }

    static SourceFile site() {
        return SITE_FILE;
    }

    static SourceFile courseKind() {
        return SourceFile.of(COURSE, """
                name: {one: course, many: courses, a: a course}
                folder: courses # the folder
                fields:
                  # what it is
                  title: {type: line, max: 90, required: yes, help: its title}
                  gist: {type: line, max: 160, required: yes, help: what people learn}
                  venue: {type: reference, to: venue, required: yes, shown-there-as: Courses here, help: "where, and when"}
                  level: {type: choice, from: levels, required: yes, help: for whom it is}
                  levels-too: {type: list, of: {type: choice, from: levels}, help: for whom else}
                  hours:
                    type: group
                    help: when it takes place
                    fields:
                      begin: {type: line, max: 5, help: when it begins}
                      end: {type: line, max: 5, help: when it ends}
                      for-whom: {type: choice, from: levels, help: who comes then}
                  fees:
                    type: list
                    of: {type: group, name: a fee, fields: {who: {type: line, max: 90, help: who pays}, pounds: {type: number, min: 0, help: how much}}}
                    help: what it costs
                  announced: {type: date, required: yes, help: when it was added}
                  see-also: {type: list, of: {type: reference, to: course}, help: courses that go with it}
                roles: {label: title, summary: gist, added: announced}
                includes: [former-ids]
                listing:
                  as: finder
                  order: {by: announced, past: {after: announced, label: Past course}}
                  facets:
                    - {word: area, path: venue.area, label: Area, any: Any area}
                    - {word: venue, path: 'venue', label: Area, any: Any venue, within: area}
                    - {word: level, path: level, label: Level, any: Any level}
                  feeds: [venue]
                  matrix: {address: table, title: Table, about: How many there are., rows: level, columns: area}
                navigation: 1
                eyebrow: level
                card:
                  - venue
                  - level
                  - "venue.area"
                search: {words: [venue, hours.begin, see-also.venue]}
                schema-org: {type: Course, properties: {location: [venue], about: [level]}}
                """);
    }

    static SourceFile venueKind() {
        return SourceFile.of(
                VENUE,
                "{name: {one: venue, many: venues, a: a venue}, folder: venues, text: no, \"fields\": {"
                        + "called: {type: line, max: 90, required: yes, help: its name}, "
                        + "area: {type: choice, from: areas, required: yes, help: where it is}}, "
                        + "roles: {label: called}, listing: {as: groups, by: area}, card: [area], "
                        + "contact: [area], shown-first: {label: Goes with these, through: course.venue, "
                        + "show: course.see-also, evidence: [course.hours.begin]}, "
                        + "includes: [former-ids], expected-in: course.venue}\n");
    }

    static SourceFile levels() {
        return SourceFile.of(LEVELS, """
                choices:
                  - id: beginners
                    label: Beginners
                    choices:
                      - {id: children, label: Children}
                  - {id: improvers, label: Improvers}
                """);
    }

    static SourceFile areas() {
        return SourceFile.of("content/shape/vocabularies/areas.yaml", """
                name: {one: area, many: areas, a: an area}
                choices:
                  - {id: north, label: North, phrase: in the North}
                  - {id: south, label: South, phrase: in the South}
                """);
    }

    static SourceFile bread() {
        return SourceFile.of(BREAD, """
                ---
                # about bread
                title: Bread
                'gist': Bake a loaf.
                "venue": mill-hall
                level:   'Beginners'
                levels-too: [Children, "Improvers"]
                hours: {begin: "19:00", end: "21:00", for-whom: Improvers}
                fees:
                  - who: Members
                    pounds: 3
                  - {pounds: 5, who: venue}
                announced: 2025-02-01 # a Saturday
                see-also:
                  - hats
                ---

                The venue is [the hall](../venues/mill-hall.yaml), for Beginners. See [hats](hats.md).
                """);
    }

    static SourceFile hats() {
        return SourceFile.of("content/courses/hats.md", """
                ---
                {title: Hats, gist: Make a hat., venue: mill-hall, level: Improvers, announced: 2025-02-02}
                ---

                Bring felt.
                """);
    }

    static SourceFile hall() {
        return SourceFile.of(HALL, "called: Mill Hall\narea: North\n");
    }
}
