package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.CaseStudy;
import org.waymark.directory.Category;
import org.waymark.directory.Directory;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Document;
import org.waymark.directory.GlossaryTerm;
import org.waymark.directory.LinkPath;
import org.waymark.directory.Organisation;
import org.waymark.directory.Reviewed;
import org.waymark.directory.Routes;
import org.waymark.directory.Service;
import org.waymark.directory.Site;
import org.waymark.directory.TextPage;
import org.waymark.markdown.Prose;
import org.waymark.plan.ListItems.Fact;
import org.waymark.plan.ListItems.SourceItem;
import org.waymark.plan.PrintPage.Chapter;
import org.waymark.plan.PrintPage.Contents;
import org.waymark.plan.PrintPage.Listed;
import org.waymark.plan.PrintPage.Part;
import org.waymark.plan.PrintPage.Study;
import org.waymark.plan.PrintPage.StudyPart;
import org.waymark.schema.Entry;
import org.waymark.schema.Id;

/** Makes the page with the whole directory. */
final class PrintMaker {
    /** With more case studies, they are only listed: no browser prints thousands of pages well. */
    static final int MOST_STUDIES = 300;

    // Bodies start at heading level 2. On this page, bodies of pages and categories are below a heading of level 2,
    // those of services and case studies below one of level 3.
    private static final int BELOW_PART = 1;
    private static final int BELOW_CHAPTER = 2;

    private final Directory directory;
    private final Site site;
    private final PageParts parts;
    private final boolean inFull;

    PrintMaker(Directory directory, Site site, PageParts parts) {
        this.directory = directory;
        this.site = site;
        this.parts = parts;
        inFull = directory.all(CaseStudy.class).size() <= MOST_STUDIES;
    }

    Page print() {
        List<Chapter> texts = directory.pages().stream()
                .map(page -> chapter(page, page.summary(), List.of(), page.body(), BELOW_PART))
                .toList();
        List<Part> categories = directory.categories().stream().map(this::part).toList();
        List<StudyPart> studies = inFull ? studyParts() : List.of();
        Optional<Listed> listed = inFull ? Optional.empty() : Optional.of(listed());
        return new PrintPage(
                new Head(
                        Routes.PRINT,
                        "Print the whole directory",
                        "The whole of " + site.title() + " on one page, to print or to save.",
                        List.of(PageParts.HOME),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                updated().map(DateText::of),
                contents(texts, categories, studies, listed.isPresent()),
                texts,
                categories,
                studies,
                listed,
                directory.organisations().stream().map(parts::item).toList(),
                directory.glossary().stream()
                        .map(term -> TextPages.item(term, TermUses.Uses.NONE))
                        .toList());
    }

    private Part part(Category category) {
        return new Part(
                chapter(category, category.summary(), List.of(), category.body(), BELOW_PART),
                directory.servicesOf(category).stream()
                        .map(service -> chapter(
                                service, service.summary(), service.alsoKnownAs(), service.body(), BELOW_CHAPTER))
                        .toList());
    }

    /** Each case study is printed once, under the category of its first service. */
    private List<StudyPart> studyParts() {
        Map<Id, List<Study>> byCategory = new HashMap<>();
        DisplayOrder.fromAToZ(directory.all(CaseStudy.class)).forEach(study -> {
            Service first = directory.resolve(Service.class, study.services().get(0));
            byCategory
                    .computeIfAbsent(first.category().id(), category -> new ArrayList<>())
                    .add(study(study));
        });
        return directory.categories().stream()
                .filter(category -> byCategory.containsKey(category.id()))
                .map(category -> new StudyPart(
                        "case-studies." + category.id(),
                        "Case studies: " + category.name(),
                        byCategory.getOrDefault(category.id(), List.of())))
                .toList();
    }

    private Study study(CaseStudy study) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(
                "Organisation",
                directory.resolve(Organisation.class, study.organisation()).name()));
        facts.add(new Fact("Place", study.place() + ", " + study.region().label()));
        study.period().ifPresent(period -> facts.add(new Fact("Period", period)));
        facts.addAll(CaseStudyPages.scale(study));
        facts.add(new Fact(
                study.services().size() == 1 ? "Service" : "Services",
                String.join(
                        ", ",
                        parts.services(study).stream()
                                .map(Service::name)
                                .distinct()
                                .toList())));
        return new Study(
                chapter(study, study.summary(), List.of(), study.body(), BELOW_CHAPTER),
                facts,
                study.figures().stream()
                        .map(figure -> new Fact(figure.label(), figure.value()))
                        .toList(),
                study.confidence(),
                study.sources().stream().map(SourceItem::of).toList());
    }

    private Listed listed() {
        List<CaseStudy> all = directory.all(CaseStudy.class);
        return new Listed(
                NumberText.caseStudies(all.size()),
                DisplayOrder.fromAToZ(all).stream().map(PageParts::link).toList());
    }

    private List<Contents> contents(
            List<Chapter> texts, List<Part> categories, List<StudyPart> studies, boolean listed) {
        var contents = new ArrayList<Contents>();
        texts.forEach(text -> contents.add(line(text)));
        categories.forEach(part -> contents.add(new Contents(
                part.category().id(),
                part.category().title(),
                part.services().stream().map(PrintMaker::line).toList())));
        studies.forEach(part -> contents.add(new Contents(
                part.id(),
                part.title(),
                part.studies().stream().map(study -> line(study.chapter())).toList())));
        if (listed) {
            contents.add(new Contents("wm-case-studies", "Case studies", List.of()));
        }
        if (!directory.all(Organisation.class).isEmpty()) {
            contents.add(new Contents("wm-organisations", "Organisations", List.of()));
        }
        if (!directory.all(GlossaryTerm.class).isEmpty()) {
            contents.add(new Contents("wm-glossary", "Glossary", List.of()));
        }
        contents.add(new Contents("wm-sources", "Sources", List.of()));
        return contents;
    }

    private static Contents line(Chapter chapter) {
        return new Contents(chapter.id(), chapter.title(), List.of());
    }

    private Chapter chapter(Entry entry, String summary, List<String> alsoKnownAs, Prose body, int deeper) {
        String id = id(entry);
        return new Chapter(
                id,
                Routes.of(entry).value(),
                entry.label(),
                summary,
                alsoKnownAs,
                body.toHtml(
                        new TargetResolver(destination ->
                                target(LinkPath.resolve(entry.origin().path(), destination))),
                        deeper,
                        id + "."));
    }

    private LinkTarget target(Optional<LinkPath> link) {
        return LinkTarget.of(directory, link, link.flatMap(this::address).orElse(""));
    }

    /** Links to entries on this page become anchors; others lead to the site. */
    private Optional<String> address(LinkPath link) {
        return directory
                .documentAt(link.path())
                .flatMap(document -> anchor(document, link.fragment().filter(f -> !f.isEmpty())))
                .map(anchor -> "#" + anchor)
                .or(() -> Routes.of(directory, link).map(target -> Routes.PRINT.root() + target));
    }

    private Optional<String> anchor(Document document, Optional<String> fragment) {
        if (document.kind().isGlossary()) {
            return Optional.of(fragment.map(term -> "glossary-term." + term).orElse("wm-glossary"));
        }
        return document.entry()
                .filter(this::isHere)
                .map(entry -> id(entry) + fragment.map(heading -> "." + heading).orElse(""));
    }

    private boolean isHere(Entry entry) {
        return entry instanceof TextPage
                || entry instanceof Category
                || entry instanceof Service
                || (entry instanceof CaseStudy && inFull);
    }

    private static String id(Entry entry) {
        return entry.entryKind().name() + "." + entry.id();
    }

    private Optional<LocalDate> updated() {
        return Stream.of(
                        directory.all(CaseStudy.class).stream().map(CaseStudy::published),
                        directory.all(CaseStudy.class).stream().flatMap(s -> on(s.reviewed())),
                        directory.all(Service.class).stream().flatMap(s -> on(s.reviewed())),
                        directory.all(TextPage.class).stream().flatMap(p -> on(p.reviewed())))
                .flatMap(days -> days)
                .max(Comparator.naturalOrder());
    }

    private static Stream<LocalDate> on(Reviewed reviewed) {
        return reviewed.on().stream();
    }
}
