package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.ManyCaseStudies;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.plan.EntryPage.Backlinks;
import org.waymark.plan.Filters.FilterChoice;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class FinderPagesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 24, 25, 100})
    void everyChoiceLinksToTheNumberOfCaseStudiesItShows(int count) {
        Map<String, Pages.FinderPage> pages = pages(ManyCaseStudies.project(count));
        for (FilterChoice choice : choices(pages.get("case-studies/"))) {
            int found = 0;
            String path = choice.path();
            while (!path.isEmpty()) {
                Pages.FinderPage page = pages.get(path);
                assertEquals(Optional.of(choice), page.chosen());
                assertTrue(page.cards().size() <= FinderPages.PAGE_SIZE, path);
                found += page.cards().size();
                path = page.paging().flatMap(Paging::next).map(PageLink::path).orElse("");
            }
            assertTrue(found > 0, "leads to nothing: " + choice);
            assertEquals(choice.count(), "(" + found + ")", choice.path());
        }
    }

    @Test
    void hasExactlyOnePageForEachChoice() {
        Map<String, Pages.FinderPage> pages = pages(ManyCaseStudies.project(100));
        Set<String> first = pages.values().stream()
                .filter(page -> page.number() == 1 && page.chosen().isPresent())
                .map(page -> page.path().value())
                .collect(Collectors.toSet());
        List<FilterChoice> choices = choices(pages.get("case-studies/"));
        assertEquals(first, choices.stream().map(FilterChoice::path).collect(Collectors.toSet()));
        assertEquals(2 + 12 + 3 + 2, choices.size());
        assertFalse(pages.containsKey("case-studies/by-service/unused/"));
        assertFalse(pages.containsKey("case-studies/by-region/north-west/"));
        assertFalse(pages.containsKey("case-studies/by-kind/society/"));
    }

    @Test
    void listsEveryCaseStudyOnceNewestFirst() {
        Map<String, Pages.FinderPage> pages = pages(ManyCaseStudies.project(50));
        List<String> titles = Stream.of("case-studies/", "case-studies/page-2/", "case-studies/page-3/")
                .flatMap(path -> pages.get(path).cards().stream())
                .map(item -> item.link().path())
                .toList();
        assertEquals("case-studies/study-49/", titles.get(0));
        assertEquals("case-studies/study-0/", titles.get(49));
        assertEquals(50, new HashSet<>(titles).size());
    }

    @Test
    void namesTheFilterInItsTitle() {
        Map<String, Pages.FinderPage> pages = pages(ManyCaseStudies.project(150));
        assertEquals("Case studies", pages.get("case-studies/").head().title());
        assertEquals(
                "Case studies in London, page 2 of 3",
                pages.get("case-studies/by-region/london/page-2/").head().title());
        assertEquals(
                "Case studies in the South East",
                pages.get("case-studies/by-region/south-east/").heading());
        assertEquals(
                "Case studies: The service-3",
                pages.get("case-studies/by-service/service-3/").heading());
        assertEquals(
                "52 case studies in London. Page 2 of 3.",
                pages.get("case-studies/by-region/london/page-2/").count());
        assertEquals(
                "150 case studies, newest first. Page 1 of 7.",
                pages.get("case-studies/").count());
        assertEquals(
                pages.size(),
                pages.values().stream()
                        .map(page -> page.head().title())
                        .distinct()
                        .count());
    }

    @Test
    void listsAllOfManyServicesOnlyOnTheFirstPage() {
        int services = FinderPages.MOST_VALUES + 1;
        Project project = TestProject.with(
                ManyCaseStudies.project(30), ManyCaseStudies.oneStudyOfManyServices(services), List.of());
        Map<String, Pages.FinderPage> pages = pages(project);
        assertTrue(choices(pages.get("case-studies/")).size() > services);
        assertEquals(3 + 4 + 2, choices(pages.get("case-studies/page-2/")).size(), "categories, regions and kinds");
    }

    @Test
    void isOnePageWithoutFiltersIfThereAreNoCaseStudies() {
        Map<String, Pages.FinderPage> pages = pages(ManyCaseStudies.project(0));
        assertEquals(Set.of("case-studies/"), pages.keySet());
        assertEquals(Optional.empty(), pages.get("case-studies/").finder());
    }

    @Test
    void mergesKindsOfOrganisationThatDifferOnlyInCase() {
        assertEquals(
                List.of("gp-confederation GP confederation", "gp-federation GP Federation"),
                kindsOfOrganisation(List.of("GP Federation", "GP federation", "GP confederation")));
    }

    @Test
    void givesKindsOfOrganisationInOtherScriptsAddressesOfTheirOwn() {
        List<String> kinds = kindsOfOrganisation(List.of("Δίκτυο", "Σύλλογος", "GP & Co", "GP Co"));
        assertEquals(
                4,
                kinds.stream()
                        .map(kind -> kind.substring(0, kind.indexOf(' ')))
                        .distinct()
                        .count());
    }

    @Test
    void namesItsDataAfterItsContent() {
        String folder = plan(ManyCaseStudies.project(30)).finders().get(0).folder();
        assertEquals(folder, plan(ManyCaseStudies.project(30)).finders().get(0).folder());
        assertNotEquals(
                folder, plan(ManyCaseStudies.project(31)).finders().get(0).folder());
    }

    @Test
    void showsTwelveCaseStudiesOfAServiceAndLinksToTheOthers() {
        EntryPage page = page(ManyCaseStudies.project(150), "services/service-0/", EntryPage.class);
        Backlinks shown = caseStudies(page);
        assertEquals(12, shown.cards().size());
        PageLink all = shown.all().orElseThrow();
        assertEquals("case-studies/by-service/service-0/", all.path());
        assertTrue(all.text().matches("All \\d\\d case studies of this service"), all.text());
    }

    @Test
    void showsTwelveCaseStudiesOfARegionAndLinksToTheOthers() {
        Pages.ChoicePage page = page(ManyCaseStudies.project(150), "regions/south-east/", Pages.ChoicePage.class);
        Pages.ChoicePage.ChoiceSection shown = page.sections().get(0);
        assertEquals("Case studies", shown.title());
        assertEquals(12, shown.cards().size());
        assertEquals(
                Optional.of(
                        new PageLink("All 48 case studies in the South East", "case-studies/by-region/south-east/")),
                shown.all());
    }

    @Test
    void paginatesTheCaseStudiesOfALargeOrganisation() {
        Project project = ManyCaseStudies.project(150);
        EntryPage first = page(project, "organisations/organisation-0/", EntryPage.class);
        Pages.Further last = page(project, "organisations/organisation-0/page-3/", Pages.Further.class);
        assertEquals(48, caseStudies(first).cards().size());
        assertEquals(120 - 2 * 48, last.cards().size());
        assertEquals(
                "Case studies of The organisation-0, page 3 of 3", last.head().title());
        EntryPage few = page(project, "organisations/organisation-1/", EntryPage.class);
        assertEquals(Optional.empty(), few.paging());
    }

    @Test
    void linksAServiceToItsNeighboursInTheCategory() {
        Project project = ManyCaseStudies.project(1);
        EntryPage first = page(project, "services/service-0/", EntryPage.class);
        EntryPage last = page(project, "services/service-5/", EntryPage.class);
        EntryPage alone = page(TestProject.small(), "services/extended-access/", EntryPage.class);
        assertEquals(Optional.empty(), first.previous());
        assertEquals(Optional.of(new PageLink("The service-1", "services/service-1/")), first.next());
        assertEquals(Optional.of(new PageLink("The service-4", "services/service-4/")), last.previous());
        assertEquals(Optional.empty(), last.next());
        assertEquals(Optional.empty(), alone.previous().or(alone::next));
    }

    @Test
    void refusesCaseStudyIdsThatClashWithFiltersOrPages() {
        for (String id : List.of("by-service", "by-category", "by-region", "by-kind", "page-2", "page-10")) {
            SourceFile file = SourceFile.of(
                    "content/case-studies/" + id + ".md",
                    study(ManyCaseStudies.project(1)).text());
            assertEquals(
                    List.of("invalid-id"),
                    Build.once().check(TestProject.smallWith(file), TestProject.SETTINGS).diagnostics().stream()
                            .filter(finding ->
                                    finding.isError() && finding.span().path().equals(file.path()))
                            .map(finding -> finding.code().name())
                            .filter(name -> !name.equals("unknown-reference"))
                            .toList(),
                    id);
        }
    }

    private static SourceFile study(Project project) {
        return project.content().stream()
                .filter(file -> file.path().startsWith("content/case-studies/"))
                .findFirst()
                .orElseThrow();
    }

    private static Backlinks caseStudies(EntryPage page) {
        return page.backlinks().stream()
                .filter(backlinks -> backlinks.kind().equals("case-study"))
                .findFirst()
                .orElseThrow();
    }

    /** The ids and labels of the kinds of organisation of a site whose organisations are of these kinds. */
    private static List<String> kindsOfOrganisation(List<String> kinds) {
        var files = new ArrayList<SourceFile>();
        String study = study(ManyCaseStudies.project(1)).text();
        for (int i = 0; i < kinds.size(); i++) {
            files.add(SourceFile.of(
                    "content/organisations/o" + i + ".yaml",
                    "name: Organisation " + i + "\nkind: " + kinds.get(i) + "\nplace: Leeds\nregion: London\n"));
            files.add(SourceFile.of(
                    "content/case-studies/s" + i + ".md",
                    study.replaceFirst("organisation: .*", "organisation: o" + i)));
        }
        Project project = TestProject.with(ManyCaseStudies.project(0), files, List.of());
        return plan(project).finders().get(0).facets().stream()
                .filter(facet -> facet.word().equals("kind"))
                .flatMap(facet -> facet.values().stream())
                .map(value -> value.id() + " " + value.label())
                .toList();
    }

    private static List<FilterChoice> choices(Pages.FinderPage page) {
        return page.filters().stream()
                .flatMap(group -> group.sections().stream())
                .flatMap(section -> Stream.concat(section.whole().stream(), section.choices().stream()))
                .toList();
    }

    private static SitePlan plan(Project project) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        return new SitePlanner(false).plan(directory, directory.site(), project);
    }

    private static <P extends Page> P page(Project project, String path, Class<P> type) {
        return type.cast(plan(project).pages().stream()
                .filter(page -> page.path().value().equals(path))
                .findFirst()
                .orElseThrow());
    }

    private static Map<String, Pages.FinderPage> pages(Project project) {
        return plan(project).pages().stream()
                .filter(Pages.FinderPage.class::isInstance)
                .map(Pages.FinderPage.class::cast)
                .collect(Collectors.toMap(page -> page.path().value(), Function.identity()));
    }
}
