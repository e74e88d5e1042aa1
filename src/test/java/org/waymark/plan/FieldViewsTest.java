package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.waymark.TestLabels;
import org.waymark.TestProject;
import org.waymark.TestShapes;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;
import org.waymark.directory.PublishedEntries;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;

/** Fields of each type, and a grouped list of a kind whose entries need not have a group. */
class FieldViewsTest {
    private static final Shape COURSES = TestShapes.of("courses", Map.of("course", """
            name: {one: course, many: courses, a: a course}
            folder: courses
            text: no
            fields:
              title: {type: line, max: 60, required: yes, example: Knitting, help: its title}
              room: {type: line, max: 60, example: A 1, help: where it is}
              needs: {type: text, example: Wool., help: what to bring}
              places: {type: number, min: 1, example: 12, help: how many can come}
              begins: {type: date, help: the first day}
              site: {type: web-address, help: its own site}
              contact: {type: e-mail, help: whom to ask}
              free: {type: yes-no, help: whether it costs nothing}
              region: {type: choice, from: regions, help: the region}
              level: {type: choice, from: confidence, help: how hard it is}
              after: {type: list, label: Course before, label-of-many: Courses before, of: {type: reference, to: course, example: knitting}, help: what to do first}
              results: {type: list, of: figure, help: its results}
              sources: {type: list, of: citation, help: where this comes from}
              hours: {type: group, name: the hours, help: when it is, fields: {from: {type: number, min: 1, example: 9, help: the start}, to: {type: number, min: 1, example: 17, help: the end}}}
              secret: {type: line, max: 60, readers: no, example: x, help: for editors}
            roles: {label: title}
            listing: {as: groups, by: room}
            schema-org: {type: Course, properties: {url: [site], location: [room], knowsAbout: [after], citation: [sources]}}
            """));

    private static final String FULL = """
            title: Weaving
            room: "Main"
            needs: Bring <wool>.
            places: 1200
            begins: 2025-01-31
            site: https://www.example.org/weaving
            contact: weaving@example.org
            free: yes
            region: London
            level: high
            after: [knitting, sewing]
            results:
              - {value: 98%, label: came back}
            sources:
              - {title: A report, publisher: Example Trust, url: "https://www.example.org/report", published: 2021, seen: 2025-01-31}
            hours: {from: 9, to: 17}
            secret: not for readers
            """;

    private static final Directory DIRECTORY = directory(
            Map.of("weaving", FULL, "knitting", "title: Knitting\nroom: main\n", "sewing", "title: Sewing\n"));

    @Test
    void showsEachTypeAsReadersExpectIt() {
        Map<String, FieldView> views = views("weaving");
        var shown = new LinkedHashMap<String, String>();
        views.forEach((name, view) -> shown.put(name, view.type() + ": " + view.text()));
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("room", "line: Main"),
                        Map.entry("needs", "text: Bring <wool>."),
                        Map.entry("places", "number: 1,200"),
                        Map.entry("begins", "date: 31 January 2025"),
                        Map.entry("site", "web-address: https://www.example.org/weaving"),
                        Map.entry("contact", "e-mail: weaving@example.org"),
                        Map.entry("free", "yes-no: Yes"),
                        Map.entry("region", "choice: London"),
                        Map.entry("level", "choice: high"),
                        Map.entry("after", "reference: Knitting, Sewing"),
                        Map.entry("results", "figure: 98% came back"),
                        Map.entry("sources", "citation: A report"),
                        Map.entry("hours", "group: From: 9, To: 17"))),
                new TreeMap<>(shown));
        assertEquals(
                COURSES.kinds().get(0).fields().stream()
                        .map(field -> field.name())
                        .filter(views::containsKey)
                        .toList(),
                List.copyOf(views.keySet()));
    }

    @Test
    void linksToWhatHasAPage() {
        Map<String, FieldView> views = views("weaving");
        assertEquals(
                List.of(new PageLink("Knitting", "courses/knitting/"), new PageLink("Sewing", "courses/sewing/")),
                view(views, "after").links());
        assertEquals("Courses before", view(views, "after").label());
        assertEquals(
                List.of(new PageLink("London", "regions/london/")),
                view(views, "region").links());
        assertEquals(List.of(), view(views, "level").links());
        assertEquals(
                "mailto:weaving@example.org",
                view(views, "contact").urls().get(0).url());
        assertEquals("2025-01-31", view(views, "begins").date().orElseThrow().iso());
        assertEquals(
                List.of(new FieldView.Fact("From", "9"), new FieldView.Fact("To", "17")),
                view(views, "hours").facts());
        assertEquals("Example Trust", view(views, "sources").sources().get(0).publisher());
    }

    @Test
    void listsEveryEntryInAGroupOfItsOwnId() {
        Pages.ListPage list = page("courses/", Pages.ListPage.class);
        assertEquals(
                List.of("wm-group-main Main: Knitting, Weaving", "wm-others Other courses: Sewing"),
                list.groups().stream()
                        .map(group -> group.id() + " " + group.title() + ": "
                                + String.join(
                                        ", ",
                                        group.cards().stream()
                                                .map(card -> card.link().text())
                                                .toList()))
                        .toList());
    }

    @Test
    void saysWhatAnEntryIsForSearchEngines() {
        Thing thing = page("courses/weaving/", EntryPage.class).subject().orElseThrow();
        assertEquals("Course", thing.type());
        assertEquals(Optional.of("courses/weaving/#course"), thing.id());
        assertEquals(
                List.of("name", "mainEntityOfPage", "citation", "knowsAbout", "location", "url"),
                thing.properties().stream().map(Thing.Property::name).toList());
        Thing.Value place = thing.properties().get(4).value();
        assertEquals("Place", ((Thing.Part) place).thing().type());
        Thing.Several before = (Thing.Several) thing.properties().get(3).value();
        assertEquals(
                List.of(Optional.of("courses/knitting/#course"), Optional.of("courses/sewing/#course")),
                before.values().stream()
                        .map(value -> ((Thing.Part) value).thing().id())
                        .toList());
    }

    private static <P extends Page> P page(String path, Class<P> type) {
        return type.cast(new SitePlanner(false)
                .plan(DIRECTORY, DIRECTORY.site(), TestProject.small()).pages().stream()
                        .filter(page -> page.path().value().equals(path))
                        .findFirst()
                        .orElseThrow());
    }

    private static FieldView view(Map<String, FieldView> views, String name) {
        return Optional.ofNullable(views.get(name)).orElseThrow();
    }

    private static Map<String, FieldView> views(String id) {
        var entries = new PublishedEntries(DIRECTORY);
        Entry entry = entries.of(COURSES.kinds().get(0)).stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
        var views = new LinkedHashMap<String, FieldView>();
        new FieldViews(entries, TestLabels.ENGLISH).of(entry).forEach(view -> views.put(view.name(), view));
        return views;
    }

    /** A directory of courses, by id, with the settings of the small one. */
    private static Directory directory(Map<String, String> courses) {
        var reader = new ContentReader(new Kinds(COURSES));
        var files = new TreeMap<String, SourceFile>();
        TestProject.small().content().stream()
                .filter(file -> file.path().equals("content/site.yaml"))
                .forEach(file -> files.put(file.path(), file));
        courses.forEach((id, text) -> {
            String path = "content/courses/" + id + ".yaml";
            files.put(path, SourceFile.of(path, text));
        });
        var entries = new ArrayList<Entry>();
        for (SourceFile file : files.values()) {
            Outcome<List<Entry>> read = reader.read(file);
            assertEquals(List.of(), read.diagnostics());
            entries.addAll(read.value().orElseThrow());
        }
        return Directory.of(
                new Kinds(COURSES), entries, LinkableFiles.of(TestProject.small()), TestProject.SETTINGS.asOf(), false);
    }
}
